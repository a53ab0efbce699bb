import { drawCard } from '../reply/picture/card.ts';
import { quoteOfSentences } from '../reply/quote.ts';
import type { CitedPlace } from './sentence-history.ts';
import { CACHE_SECONDS } from './web-answer.ts';

/** The oEmbed response for a quote: its card if the quote fits on one, otherwise a link. */
export function oembedOf({ document, first, last }: CitedPlace, address: string, base: string): object {
  const { byline } = document.article;
  const quote = quoteOfSentences(document, first, last);
  const card = drawCard(quote, 'wide');
  const about = {
    version: '1.0',
    title: quote.headline,
    provider_name: quote.publisher ?? 'Pullquote',
    provider_url: base,
    ...(byline !== undefined && { author_name: byline }),
    cache_age: CACHE_SECONDS,
  };
  return 'svg' in card
    ? { ...about, type: 'photo', url: `${address}.png`, width: 1200, height: 675 }
    : { ...about, type: 'link' };
}
