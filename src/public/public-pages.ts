import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceAt } from '../article/headline.ts';
import { receiptAddress, type PublicPages, type Published, type WebAnswer } from '../desk/published.ts';
import { readReceipt } from '../desk/find/receipt.ts';
import { drawCard } from '../reply/picture/card.ts';
import { quoteOfSentences } from '../reply/quote.ts';
import { annotationOf } from './annotation.ts';
import { nothingPage, quotePage, tombstonePage } from './page.ts';
import { historyOf, type CitedPlace } from './sentence-history.ts';
import { languageWanted } from '../words/language.ts';
import type { Language } from '../words/spoken.ts';

export type PublicOptions = Readonly<{
  published: Published;
  /** Draws an SVG as PNG. */
  png(svg: string): Promise<Uint8Array>;
  /** Where the page is reached from outside, without a slash at the end. */
  base(): string;
  /** The server that is meant by a receipt without one, where it is of no house article. Default: none. */
  home?: string;
}>;

const HTML = 'text/html; charset=utf-8';
const fileOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));
/** What all pages load: style and icon. */
const FILES: Readonly<Record<string, readonly [type: string, body: Buffer]>> = {
  '/r/page.css': ['text/css; charset=utf-8', fileOf('page.css')],
  '/r/icon.svg': ['image/svg+xml', fileOf('icon.svg')],
};
/** `/r/`, the server's id unless it is a house article, the receipt, and what is wanted of it. */
const PATH = /^\/r\/(?:(\d{17,20})\/)?([^/]{1,400}?)(\.png|\.json)?$/u;
/** What other sites may show: pictures and data, by anybody. */
const FOR_ALL = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** How long others may keep an answer: what is retracted must be gone soon. */
const CACHE_SECONDS = 60;

/** Sent with every answer: nothing runs, nothing is framed, and only this server's style and pictures are loaded. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': `public, max-age=${CACHE_SECONDS}`,
  vary: 'accept-language',
};

type Asked = Readonly<{ guildId: string | undefined; receipt: string; form: string; told: Language }>;
type Found =
  | (CitedPlace & Readonly<{ state: 'live'; newest: number }>)
  | Readonly<{ state: 'retracted'; answer: WebAnswer }>
  | Readonly<{ state: 'unknown' }>;

const answer = (
  status: number,
  type: string,
  body: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): WebAnswer => ({
  status,
  body,
  headers: {
    ...HEADERS,
    ...(status === 200 ? {} : { 'cache-control': 'no-store' }),
    'content-type': type,
    ...more,
  },
});
const nothing = (told: Language): WebAnswer => answer(404, HTML, nothingPage(told));

/**
 * Makes what answers for the pages of quotes: each with its paragraph and no other word of its article, re-read from the
 * store at every request. All that is not for everybody is answered like what never was.
 */
export function publicPages({ published, png, base, home }: PublicOptions): PublicPages {
  const addressOf = ({ guildId, receipt }: Asked): string => receiptAddress(base(), guildId, receipt);

  async function find({ guildId, receipt, told }: Asked): Promise<Found> {
    const read = readReceipt(receipt);
    if (!read) return { state: 'unknown' };
    const { id, revision, from, to } = read;
    const [cited, current] = [
      await published.cited(guildId, id, revision),
      await published.cited(guildId, id),
    ];
    if (current.state === 'retracted') {
      return { state: 'retracted', answer: answer(410, HTML, tombstonePage(current.tombstone, told)) };
    }
    if (cited.state !== 'live' || current.state !== 'live') return { state: 'unknown' };
    const [first, last] = [sentenceAt(cited.document, from), sentenceAt(cited.document, to)];
    // One paragraph and no more: who may read a sentence may not read on through the article.
    if (!first || !last || first.document !== last.document || last.sentence.n < first.sentence.n)
      return { state: 'unknown' };
    if (first.sentence.paragraph !== last.sentence.paragraph) return { state: 'unknown' };
    const { document } = first;
    return { state: 'live', document, first: first.sentence, last: last.sentence, newest: current.newest };
  }

  /** A receipt without a server: of a house article, else of the server that is meant. */
  async function atHome(asked: Asked): Promise<Asked> {
    if (asked.guildId !== undefined || home === undefined) return asked;
    return (await find(asked)).state === 'unknown' ? { ...asked, guildId: home } : asked;
  }

  async function page(asked: Asked): Promise<WebAnswer> {
    const found = await find(asked);
    if (found.state === 'retracted') return found.answer;
    if (found.state === 'unknown') return nothing(asked.told);
    const { document, first, last, newest } = found;
    const address = addressOf(asked);
    const paragraph = document.paragraphs[first.paragraph] ?? first;
    const annotation = annotationOf(document, [first, last], paragraph, address);
    if (asked.form === '.json')
      return answer(200, 'application/ld+json', JSON.stringify(annotation), FOR_ALL);
    const quote = quoteOfSentences(document, first, last);
    const card = drawCard(quote, 'wide');
    if (asked.form === '.png')
      return 'svg' in card ? answer(200, 'image/png', await png(card.svg), FOR_ALL) : nothing(asked.told);
    const { byline, language, text } = document.article;
    const body = quotePage({
      quote,
      ...(byline !== undefined && { byline }),
      ...(language !== undefined && { language }),
      told: asked.told,
      text,
      paragraph,
      history: await historyOf(asked.guildId, found, published),
      newest,
      page: address,
      card: 'svg' in card ? `${address}.png` : undefined,
      json: `${address}.json`,
      oembed: `${base()}/oembed?url=${encodeURIComponent(address)}&format=json`,
      annotation,
    });
    return answer(200, HTML, body);
  }

  async function oembed(query: URLSearchParams, told: Language): Promise<WebAnswer> {
    if ((query.get('format') ?? 'json') !== 'json') return answer(501, HTML, nothingPage(told));
    const url = query.get('url') ?? '';
    const asked = url.startsWith(`${base()}/`) ? askedOf(url.slice(base().length), told) : undefined;
    const found = asked && (await find(await atHome(asked)));
    if (!asked || found?.state !== 'live') return nothing(told);
    const quote = quoteOfSentences(found.document, found.first, found.last);
    const address = addressOf(asked);
    const card = drawCard(quote, 'wide');
    const about = {
      version: '1.0',
      title: quote.headline,
      provider_name: quote.publisher ?? 'Pullquote',
      provider_url: base(),
      ...(found.document.article.byline !== undefined && { author_name: found.document.article.byline }),
      cache_age: CACHE_SECONDS,
    };
    const body =
      'svg' in card
        ? { ...about, type: 'photo', url: `${address}.png`, width: 1200, height: 675 }
        : { ...about, type: 'link' };
    return answer(200, 'application/json', JSON.stringify(body), FOR_ALL);
  }

  return async (path, query, accepted) => {
    const told = languageWanted(accepted);
    const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
    if (file) return answer(200, ...file);
    if (path === '/oembed') return oembed(query, told);
    if (!path.startsWith('/r/')) return undefined;
    const asked = askedOf(path, told);
    return asked ? page(await atHome(asked)) : nothing(told);
  };
}

/** What a path asks for; undefined when it is none of ours. */
function askedOf(path: string, told: Language): Asked | undefined {
  const [, guildId, encoded = '', form = ''] = PATH.exec(path) ?? [];
  try {
    const receipt = decodeURIComponent(encoded);
    return receipt === '' ? undefined : { guildId, receipt, form, told };
  } catch {
    return undefined;
  }
}
