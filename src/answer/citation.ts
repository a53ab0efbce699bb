/** Above this length (UTF-16 units) a text fragment names only the quote's start and end. Chrome is unsure of longer ones. */
const EXACT_FRAGMENT_MAX = 300;
/** Words of each end in a `start,end` fragment. */
const END_WORDS = 6;

/** Percent-encodes for a text fragment, where `-`, `,` and `&` have a meaning of their own. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~_.]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/**
 * A link that lands on the quote: `url#:~:text=`, by exact text below `exactMax` (300) characters, by start and
 * end above; 0 gives the shorter form, for where an address may not be long.
 */
export function deepLink(url: string, quote: string, exactMax = EXACT_FRAGMENT_MAX): string {
  const base = url.replace(/#.*$/su, '');
  if (quote.length < exactMax) return `${base}#:~:text=${encode(quote)}`;
  const found = quote.split(/\s+/u);
  return `${base}#:~:text=${encode(found.slice(0, END_WORDS).join(' '))},${encode(found.slice(-END_WORDS).join(' '))}`;
}
