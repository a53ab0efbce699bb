import bands from './common-words.json' with { type: 'json' };

const SHARES = new Map(bands.flatMap(({ share, terms }) => terms.split(' ').map((term) => [term, share])));

/**
 * How often an index term occurs in English at large: about what share (0 to 1) of the sentences of SemCor hold it; 0 for
 * rare and unknown ones.
 */
export const shareOfSentences = (term: string): number => SHARES.get(term) ?? 0;

/** Whether an index term is a word of everyday English (WordNet's corpus uses it more than once): it is no name, and hardly a slip. */
export const isCommonWord = (term: string): boolean => SHARES.has(term);
