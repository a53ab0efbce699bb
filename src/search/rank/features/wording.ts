import type { Feature } from './feature.ts';
import { wordAt, type Look } from './look.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Stop words that say something: which, when, how many; the others only hold a sentence together. */
const TELLING_STOP_WORDS = list(
  'most more all only before after during between other same not no over under off against few both each further once out own down ' +
    'up above below than until while again',
);
const DENIALS = list('not no never without');
const DENIES = list('not no never without neither nor cannot');
const ASKS_FOR_NAME = list(
  'called call name names named term terms termed known word title nickname dubbed abbreviation acronym stand refer referred titled',
);

const sentenceHolds = (look: Look, words: ReadonlySet<string>): boolean => {
  for (let at = 0; at < look.to - look.from; at++)
    if (words.has(look.found.lexicon.folded(wordAt(look, at)))) return true;
  return false;
};
const questionHolds = ({ query }: Look, words: ReadonlySet<string>): boolean =>
  query.words.some(({ folded }) => words.has(folded));
const isDenied = (look: Look): boolean =>
  questionHolds(look, DENIALS) || look.query.words.some(({ folded }) => folded.endsWith("n't"));

/** How the question is worded beyond the words that are indexed. */
export const WORDING_FEATURES: readonly Feature[] = [
  {
    name: 'telling stop words',
    why: '"before", "most", "only" are never indexed, yet the sentence that repeats them says what was asked',
    value: (look) => {
      const asked = look.query.words.filter(({ folded }) => TELLING_STOP_WORDS.has(folded));
      const held = asked.filter(({ folded }) => sentenceHolds(look, new Set([folded])));
      return asked.length > 0 ? held.length / asked.length - 0.5 : 0;
    },
  },
  {
    name: 'denial asked for',
    why: 'who asks what was not done is answered by a sentence that denies',
    value: (look) => (isDenied(look) && sentenceHolds(look, DENIES) ? 1 : 0),
  },
  {
    name: 'name in quotes or brackets',
    why: 'what something is called stands in quotation marks or brackets',
    value: (look) => {
      if (!questionHolds(look, ASKS_FOR_NAME)) return 0;
      const { document, sentence } = look.candidate;
      return /["“(]/u.test(document.article.text.slice(sentence.start, sentence.end)) ? 1 : 0;
    },
  },
];
