/** Longer quotes are linked by their start and end, because Chrome handles long text fragments unreliably. UTF-16 units. */
const EXACT_FRAGMENT_MAX = 300;
/** Number of words at each end in a `start,end` fragment. */
const END_WORDS = 6;

/** Percent-encodes for a text fragment, where `-`, `,` and `&` are special. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~_.]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/**
 * A link that scrolls to the quote: `url#:~:text=` with the exact text up to `exactMax` (300) characters, else with its start and end.
 * With 0 the short form is used for every quote, for places that limit the length of URLs.
 */
export function deepLink(url: string, quote: string, exactMax = EXACT_FRAGMENT_MAX): string {
  const base = url.replace(/#.*$/su, '');
  if (quote.length < exactMax) return `${base}#:~:text=${encode(quote)}`;
  const found = quote.split(/\s+/u);
  return `${base}#:~:text=${encode(found.slice(0, END_WORDS).join(' '))},${encode(found.slice(-END_WORDS).join(' '))}`;
}
