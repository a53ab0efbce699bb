import type { Slice } from '../article/article.ts';
import type { KeptOfRetracted } from '../desk/published.ts';
import type { Quote } from '../reply/reply.ts';
import { jsonIn, markup, type Markup } from './markup.ts';
import type { PastWording } from './sentence-history.ts';
import { message, noticeIn, type CatalogueMessage } from '../words/message.ts';
import type { Language } from '../words/spoken.ts';

/** The content of a quote's page. */
export type QuotePage = Readonly<{
  quote: Quote;
  byline?: string;
  /** Language of the article. */
  language?: string;
  /** Language of the page's own words. */
  told: Language;
  /** The text that contains the quote: its paragraph, or the headline. */
  text: string;
  paragraph: Slice;
  history: readonly PastWording[];
  /** The article's newest revision. */
  newest: number;
  /** Addresses of this page, of its picture (if there is one), of its annotation, and of its oEmbed response. */
  page: string;
  card: string | undefined;
  json: string;
  oembed: string;
  annotation: Readonly<Record<string, unknown>>;
}>;

/** Size of the pictures that `drawCard` makes. Pixels. */
const CARD = { width: 1200, height: 675 };

/** A quote marked in its paragraph, with its source and how the sentence read in each revision. */
export function quotePage(shown: QuotePage): string {
  const { quote, language, text, paragraph } = shown;
  const [before, after] = [text.slice(paragraph.start, quote.start), text.slice(quote.end, paragraph.end)];
  const words = wordsIn(shown.told);
  return whole(
    shown.told,
    markup`${head(shown)}
      <main>
        <p class="kind">${words(message('public.quoted'))}</p>
        <h1${langOf(language)}>${quote.headline}</h1>
        ${sourceLine(shown)} ${corrected(shown)}
        <blockquote${langOf(language)} cite="${quote.url ?? shown.page}"><p>${before}<mark>${quote.text}</mark>${after}</p></blockquote>
        <p class="receipt">
          ${words(placeOf(quote))} · <code>${quote.receipt}</code>
          ${quote.deepLink !== undefined && markup` · <a href="${quote.deepLink}" rel="noreferrer">${words(message('public.read'))}</a>`}
        </p>
        ${historyList(shown)}
      </main>`,
  );
}

function head({ quote, page, card, json, oembed, annotation }: QuotePage): Markup {
  const description = quote.text.length <= DESCRIPTION_MAX ? `“${quote.text}”` : undefined;
  return markup`<title>${quote.headline}</title>
    <meta property="og:type" content="article" />
    <meta property="og:title" content="${quote.headline}" />
    <meta property="og:url" content="${page}" />
    <meta property="og:site_name" content="${quote.publisher ?? 'Pullquote'}" />
    ${
      description !== undefined &&
      markup`<meta property="og:description" content="${description}" /><meta name="description" content="${description}" />`
    }
    ${
      quote.publishedAt !== undefined &&
      markup`<meta property="article:published_time" content="${quote.publishedAt}" />`
    }
    ${
      card !== undefined &&
      markup`<meta property="og:image" content="${card}" />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="${CARD.width}" />
      <meta property="og:image:height" content="${CARD.height}" />
      <meta property="og:image:alt" content="${quote.text}" />
      <meta name="twitter:card" content="summary_large_image" />`
    }
    <link rel="canonical" href="${page}" />
    <link rel="alternate" type="application/ld+json" href="${json}" />
    <link rel="alternate" type="application/json+oembed" href="${oembed}" title="${quote.headline}" />
    <script type="application/ld+json">
      ${jsonIn(annotation)}
    </script>`;
}

/** A longer quote is left out of the description, because quotes are never shortened; the picture shows it. Characters. */
const DESCRIPTION_MAX = 1000;

const sourceLine = ({ quote: { publisher, publishedAt }, byline, told }: QuotePage): Markup => {
  const parts = [
    byline,
    publisher,
    publishedAt !== undefined && markup`<time datetime="${publishedAt}">${told.day(publishedAt)}</time>`,
  ].filter((part) => part !== undefined && part !== false);
  return markup`<p class="source">${parts.map((part, at) => [at > 0 && ' · ', part])}</p>`;
};

function placeOf({ from, to }: Quote): CatalogueMessage {
  if (from === 0) return message('public.headline');
  if (from === to) return message('public.sentence', { n: String(from) });
  return message('public.sentences', { from: String(from), to: String(to) });
}

/** A note if the sentence has been corrected since. */
function corrected({ quote, newest, history, language, told }: QuotePage): Markup | false {
  if (quote.revision === newest) return false;
  const words = wordsIn(told);
  const now = history.at(-1);
  if (now?.text === quote.text) return markup`<p class="notice">${words(message('public.unchanged'))}</p>`;
  return markup`<p class="notice">
    ${
      now?.text === undefined
        ? words(message('public.removed'))
        : markup`${words(message('public.reworded'))} <q${langOf(language)}>${now.text}</q>`
    }
  </p>`;
}

function historyList({ quote, history, language, told }: QuotePage): Markup | false {
  if (history.length === 0) return false;
  const words = wordsIn(told);
  return markup`<section>
    <h2>${words(message('public.history'))}</h2>
    <ol>
      ${history.map(
        ({ from, to, at, text }) => markup`<li>
          <span class="when"
            >${words(revisionsOf(from, to))}${
              at !== undefined && [', ', markup`<time datetime="${at}">${told.day(at)}</time>`]
            }${from <= quote.revision && quote.revision <= to && [' · ', words(message('public.here'))]}</span
          >
          ${
            text === undefined
              ? markup`<em>${words(message('public.not-there'))}</em>`
              : markup`<q${langOf(language)}>${text}</q>`
          }
        </li>`,
      )}
    </ol>
  </section>`;
}

const revisionsOf = (from: number, to: number): CatalogueMessage =>
  from === to
    ? message('public.revision', { n: String(from) })
    : message('public.revisions', { from: String(from), to: String(to) });

/** The tombstone of a retracted article. */
export function tombstonePage({ headline, retractedAt, reason }: KeptOfRetracted, told: Language): string {
  const words = wordsIn(told);
  const title = words(message('public.retracted-title', { headline }));
  return whole(
    told,
    markup`<title>${title}</title>
      <meta property="og:title" content="${title}" />
      <main>
        <p class="kind">${words(message('public.retracted'))}</p>
        <h1><s>${headline}</s></h1>
        <p class="notice">
          ${words(message('public.retracted-on', { day: told.day(retractedAt), reason }))}
        </p>
      </main>`,
  );
}

/** The same text for everything that never existed, is gone, or may not be read by everybody. */
export function nothingPage(told: Language): string {
  const words = wordsIn(told);
  return whole(
    told,
    markup`<title>${words(message('public.nothing'))}</title>
      <main>
        <h1>${words(message('public.no-quote'))}</h1>
        <p class="notice">${words(message('public.why-nothing'))}</p>
      </main>`,
  );
}

const wordsIn =
  (told: Language) =>
  (words: CatalogueMessage): string =>
    noticeIn(words, told);

/** The `lang` attribute of an article's words, whose language may differ from the page's. */
const langOf = (language: string | undefined): Markup | false =>
  language !== undefined && markup` lang="${language}"`;

const whole = (told: Language, inside: Markup): string =>
  markup`<!doctype html>
    <html lang="${told.tag}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="stylesheet" href="/r/page.css" />
      <link rel="icon" href="/r/icon.svg" type="image/svg+xml" />
      ${inside}
    </html>`.markup;
