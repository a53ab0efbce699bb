import language from './language.json' with { type: 'json' };
import type { Related } from './matching.ts';
import type { Background } from './scoring.ts';

const RELATED = new Map(
  Object.entries<string>(language.related).map(([term, all]) => [term, all.split(' ')]),
);
const BACKGROUND = new Map(Object.entries<number>(language.background));

/** Terms of the same or a derived meaning, by WordNet 3.1. */
export const related: Related = (term) => RELATED.get(term) ?? [];

/** How often a term occurs in English at large, as a share (0 to 1) of its sentences, by SemCor; 0 for rare ones. */
export const background: Background = (term) => BACKGROUND.get(term) ?? 0;

/** Whether a term is a word of everyday English: then it is hardly a slip. */
export const isCommonWord = (term: string): boolean => RELATED.has(term) || BACKGROUND.has(term);
