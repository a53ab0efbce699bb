import bands from './common-words.json' with { type: 'json' };

const SHARES = new Map(bands.flatMap(({ share, terms }) => terms.split(' ').map((term) => [term, share])));

/**
 * How common an index term is in general English: approximately the share (0 to 1) of SemCor's sentences that contain it; 0 for rare and
 * unknown terms.
 */
export const shareOfSentences = (term: string): number => SHARES.get(term) ?? 0;

/**
 * Whether an index term is a common English word (used more than once in WordNet's corpus), so that it is not a name, and probably not a
 * misspelling.
 */
export const isCommonWord = (term: string): boolean => SHARES.has(term);
