import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiptAddress, type PublicPages, type Published, type WebAnswer } from '../desk/published.ts';
import { pageAskedFor, receiptFinder, type AskedPage } from './find-cited.ts';
import { drawCard } from '../reply/picture/card.ts';
import { quoteOfSentences } from '../reply/quote.ts';
import { annotationOf } from './annotation.ts';
import { nothingPage, quotePage, tombstonePage } from './page.ts';
import { oembedOf } from './oembed.ts';
import { FOR_ALL, HTML, webAnswer } from './web-answer.ts';
import { historyOf } from './sentence-history.ts';
import { languageWanted } from '../words/language.ts';
import type { Language } from '../words/spoken.ts';

export type PublicOptions = Readonly<{
  published: Published;
  /** Renders an SVG as PNG. */
  png(svg: string): Promise<Uint8Array>;
  /** Public base address, without a slash at the end. */
  base(): string;
  /** The server of receipts that name neither a server nor a house article. Default: none. */
  home?: string;
}>;

const fileOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));
/** Style and icon of all pages. */
const FILES: Readonly<Record<string, readonly [type: string, body: Buffer]>> = {
  '/r/page.css': ['text/css; charset=utf-8', fileOf('page.css')],
  '/r/icon.svg': ['image/svg+xml', fileOf('icon.svg')],
};
const nothing = (told: Language): WebAnswer => webAnswer(404, HTML, nothingPage(told));

/**
 * Answers requests for the pages of quotes. A page shows the quote's paragraph and nothing else of the article; it is read from the
 * store on every request. An article that not everybody may read looks like one that does not exist.
 */
export function publicPages({ published, png, base, home }: PublicOptions): PublicPages {
  const { find, atHome } = receiptFinder(published, home);
  const addressOf = ({ guildId, receipt }: AskedPage): string => receiptAddress(base(), guildId, receipt);

  async function page(asked: AskedPage): Promise<WebAnswer> {
    const found = await find(asked);
    if (found.state === 'retracted') return webAnswer(410, HTML, tombstonePage(found.tombstone, asked.told));
    if (found.state === 'unknown') return nothing(asked.told);
    const { document, first, last, newest } = found;
    const address = addressOf(asked);
    const paragraph = document.paragraphs[first.paragraph] ?? first;
    const annotation = annotationOf(document, [first, last], paragraph, address);
    if (asked.form === '.json')
      return webAnswer(200, 'application/ld+json', JSON.stringify(annotation), FOR_ALL);
    const quote = quoteOfSentences(document, first, last);
    const card = drawCard(quote, 'wide');
    if (asked.form === '.png')
      return 'svg' in card ? webAnswer(200, 'image/png', await png(card.svg), FOR_ALL) : nothing(asked.told);
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
    return webAnswer(200, HTML, body);
  }

  async function oembed(query: URLSearchParams, told: Language): Promise<WebAnswer> {
    if ((query.get('format') ?? 'json') !== 'json') return webAnswer(501, HTML, nothingPage(told));
    const url = query.get('url') ?? '';
    const asked = url.startsWith(`${base()}/`) ? pageAskedFor(url.slice(base().length), told) : undefined;
    const found = asked && (await find(await atHome(asked)));
    if (!asked || found?.state !== 'live') return nothing(told);
    return webAnswer(
      200,
      'application/json',
      JSON.stringify(oembedOf(found, addressOf(asked), base())),
      FOR_ALL,
    );
  }

  return async (path, query, accepted) => {
    const told = languageWanted(accepted);
    const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
    if (file) return webAnswer(200, ...file);
    if (path === '/oembed') return oembed(query, told);
    if (!path.startsWith('/r/')) return undefined;
    const asked = pageAskedFor(path, told);
    return asked ? page(await atHome(asked)) : nothing(told);
  };
}
