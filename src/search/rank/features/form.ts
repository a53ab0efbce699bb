import type { Feature } from './feature.ts';
import { isVague, wordAt } from './look.ts';
import { CLASS } from '../../../english/word-class.ts';

/** Words before and after the matched ones that still belong to them. */
const AROUND = 4;

/** What the sentence adds to the question. */
export const FORM_FEATURES: readonly Feature[] = [
  {
    name: 'new words around the matches',
    why: 'many new words between the matched ones: the matches lie scattered, they form no statement',
    value: (look) => {
      const first = look.hits[0]?.at;
      const last = look.hits.at(-1)?.at ?? 0;
      if (first === undefined) return 0;
      const around = look.fresh.subarray(Math.max(0, first - AROUND), last + AROUND + 1);
      return Math.log1p(around.reduce((sum, isFresh) => sum + isFresh, 0));
    },
  },
  {
    name: 'new numbers',
    why: 'figures that nobody asked for: the sentence tells of amounts and dates, not of what is asked',
    value: (look) =>
      isVague(look)
        ? Math.log1p(
            look.fresh.reduce(
              (sum, isFresh, at) =>
                sum + (isFresh && look.found.lexicon.classOf(wordAt(look, at)) & CLASS.digit ? 1 : 0),
              0,
            ),
          )
        : 0,
  },
];
