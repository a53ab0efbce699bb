import { isCommonWord } from './common-words.ts';
import known from './known-words.json' with { type: 'json' };
import { term } from './words.ts';

/** The whole words of BERT's uncased vocabulary (Apache-2.0): the most frequent of Wikipedia and of books, with inflected forms and names. */
const FREQUENT = new Set(known.words.split(' '));

/** Whether a folded word of four letters or more is one of the 20,000 most frequent forms of English words and names. */
export const isFrequentWord = (folded: string): boolean => FREQUENT.has(folded);

/** Whether a folded word of four letters or more may be English, so that it is hardly a slip. Forms of common words are not looked at. */
export const isKnownWord = (folded: string): boolean => isFrequentWord(folded) || isCommonWord(term(folded));
