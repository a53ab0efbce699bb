import { isCommonWord } from './common-words.ts';
import known from './known-words.json' with { type: 'json' };
import { term } from './words.ts';

/** The whole words of BERT's uncased vocabulary (Apache-2.0): the most frequent of Wikipedia and of books, with inflected forms and names. */
const KNOWN = new Set(known.words.split(' '));

/** Whether a folded word of four letters or more is one of about 30,000 of English, so that it is hardly a slip. */
export const isKnownWord = (folded: string): boolean => KNOWN.has(folded) || isCommonWord(term(folded));
