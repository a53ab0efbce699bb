import { dayWords } from '../article/date-words.ts';
import type { Slice } from '../article/article.ts';
import type { KeptOfRetracted } from '../desk/published.ts';
import type { Quote } from '../reply/reply.ts';
import { jsonIn, markup, type Markup } from './markup.ts';
import type { PastWording } from './sentence-history.ts';

/** A quote as its page shows it. */
export type QuotePage = Readonly<{
  quote: Quote;
  byline?: string;
  language?: string;
  /** The text that the quote stands in: its paragraph, or the headline. */
  text: string;
  paragraph: Slice;
  history: readonly PastWording[];
  /** The article's newest revision. */
  newest: number;
  /** Addresses of this page, of its picture where there is one, of its annotation and of what embeds it. */
  page: string;
  card: string | undefined;
  json: string;
  oembed: string;
  annotation: Readonly<Record<string, unknown>>;
}>;

/** A picture's size, as `drawCard` makes it. Pixels. */
const CARD = { width: 1200, height: 675 };

/** A quote marked in its paragraph, with its source and how the sentence read in each revision. */
export function quotePage(shown: QuotePage): string {
  const { quote, language, text, paragraph } = shown;
  const [before, after] = [text.slice(paragraph.start, quote.start), text.slice(quote.end, paragraph.end)];
  return whole(
    language,
    markup`${head(shown)}
      <main>
        <p class="kind">Quoted word for word</p>
        <h1>${quote.headline}</h1>
        ${sourceLine(shown)} ${corrected(shown)}
        <blockquote cite="${quote.url ?? shown.page}"><p>${before}<mark>${quote.text}</mark>${after}</p></blockquote>
        <p class="receipt">
          ${placeOf(quote)} · <code>${quote.receipt}</code>
          ${quote.deepLink !== undefined && markup` · <a href="${quote.deepLink}" rel="noreferrer">Read the article</a>`}
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

/** A longer quote is not cut for a preview: the picture shows it. Characters. */
const DESCRIPTION_MAX = 1000;

const sourceLine = ({ quote: { publisher, publishedAt }, byline }: QuotePage): Markup => {
  const parts = [
    byline,
    publisher,
    publishedAt !== undefined && markup`<time datetime="${publishedAt}">${dayWords(publishedAt)}</time>`,
  ].filter((part) => part !== undefined && part !== false);
  return markup`<p class="source">${parts.map((part, at) => [at > 0 && ' · ', part])}</p>`;
};

const placeOf = ({ from, to }: Quote): string =>
  from === 0 ? 'The headline' : from === to ? `Sentence ${from}` : `Sentences ${from} to ${to}`;

/** Says when the sentence reads otherwise by now. */
function corrected({ quote, newest, history }: QuotePage): Markup | false {
  if (quote.revision === newest) return false;
  const now = history.at(-1);
  if (now?.text === quote.text)
    return markup`<p class="notice">The article was corrected since; these words are unchanged.</p>`;
  return markup`<p class="notice">
    ${
      now?.text === undefined
        ? 'The article was corrected since, and these words are no longer in it.'
        : markup`The article was corrected since. It now reads: <q>${now.text}</q>`
    }
  </p>`;
}

function historyList({ quote, history }: QuotePage): Markup | false {
  if (history.length === 0) return false;
  return markup`<section>
    <h2>How it read</h2>
    <ol>
      ${history.map(
        ({ from, to, at, text }) => markup`<li>
          <span class="when"
            >${from === to ? `Revision ${from}` : `Revisions ${from} to ${to}`}${
              at !== undefined && [', ', markup`<time datetime="${at}">${dayWords(at)}</time>`]
            }${from <= quote.revision && quote.revision <= to && ' · quoted here'}</span
          >
          ${text === undefined ? markup`<em>not in the article</em>` : markup`<q>${text}</q>`}
        </li>`,
      )}
    </ol>
  </section>`;
}

/** What stays of a retracted article. */
export function tombstonePage({ headline, retractedAt, reason }: KeptOfRetracted): string {
  return whole(
    undefined,
    markup`<title>Retracted: ${headline}</title>
      <meta property="og:title" content="Retracted: ${headline}" />
      <main>
        <p class="kind">Retracted</p>
        <h1><s>${headline}</s></h1>
        <p class="notice">
          Retracted on <time datetime="${retractedAt}">${dayWords(retractedAt)}</time>: ${reason} Nothing of it is
          quoted any more.
        </p>
      </main>`,
  );
}

/** One text for all that never was, is gone, or is not for everybody. */
export const nothingPage = (): string =>
  whole(
    undefined,
    markup`<title>Nothing here</title>
      <main>
        <h1>There is no quote at this address</h1>
        <p class="notice">It was removed, or never was, or is not for everybody to read.</p>
      </main>`,
  );

const whole = (language: string | undefined, inside: Markup): string =>
  markup`<!doctype html>
    <html lang="${language ?? 'en'}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="stylesheet" href="/r/page.css" />
      <link rel="icon" href="/r/icon.svg" type="image/svg+xml" />
      ${inside}
    </html>`.markup;
