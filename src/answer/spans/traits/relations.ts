import type { Reading } from '../reading.ts';
import type { Tag } from '../tags.ts';
import { count, flag, type Trait } from './trait.ts';

type Row = readonly [name: string, why: string, value: Trait['value']];

const SKIPPED_BEFORE: ReadonlySet<Tag | undefined> = new Set(['determiner', 'possessive', 'adverb']);
const SKIPPED_AFTER: ReadonlySet<Tag | undefined> = new Set(['be', 'auxiliary', 'adverb', 'relative']);
/** Longer runs of the same words tell no more. Words. */
const RUN_MAX = 4;

/** The last word before a span that is no article or adverb. */
function wordBefore({ tags }: Reading, from: number): number {
  let at = from - 1;
  while (at >= 0 && SKIPPED_BEFORE.has(tags[at])) at--;
  return at;
}

/** The first word after a span that is no helping verb or adverb. */
function wordAfter({ tags }: Reading, to: number): number {
  let at = to;
  while (at < tags.length && SKIPPED_AFTER.has(tags[at])) at++;
  return at;
}

const standsFor = ({ place }: Reading, at: number, asked: number): boolean =>
  asked >= 0 && place[at] === asked;

/** How many words of the question, from one place on, stand in the sentence from another place on; halves, up to 2. */
function run({ place, look, words }: Reading, at: number, asked: number, step: 1 | -1): number {
  let length = 0;
  while (length < RUN_MAX) {
    const wanted = asked + step * length;
    const here = at + step * length;
    const word = look.query.words[wanted];
    if (!word || here < 0 || here >= words.length) break;
    if (place[here] !== wanted && words[here]?.folded !== word.folded) break;
    length += 1;
  }
  return length / 2;
}

/** The noun asked for ("which *river*", "how many *goals*"), as a place in the question; -1 without one. */
const nounAsked = ({ look, form }: Reading): number => {
  const { from, to } = look.query.target;
  return to > from ? to - 1 : form.counted;
};

const BY_FORM: readonly Row[] = [
  ['question words before', 'objects follow what the question tells', ({ left }, from) => left[from] ?? 0],
  ['question words after', 'subjects precede it', ({ right }, _from, to) => right[to] ?? 0],
  ['before all question words', 'the same, more strictly', ({ left }, from) => flag((left[from] ?? 0) === 0)],
  [
    'after all question words',
    'the same, more strictly',
    ({ right }, _from, to) => flag((right[to] ?? 0) === 0),
  ],
  [
    'right after the verb asked',
    'the object of the verb',
    (reading, from) => flag(standsFor(reading, wordBefore(reading, from), reading.form.verb)),
  ],
  [
    'right before the verb asked',
    'its subject',
    (reading, _from, to) => flag(standsFor(reading, wordAfter(reading, to), reading.form.verb)),
  ],
  [
    'after the verb asked and a preposition',
    'who it was done by, where, with what',
    (reading, from) => {
      const at = wordBefore(reading, from);
      const linked = reading.tags[at] === 'preposition' || reading.tags[at] === 'to';
      return flag(linked && standsFor(reading, at - 1, reading.form.verb));
    },
  ],
];

const FOR_ALL: readonly Row[] = [
  [
    'after the preposition asked',
    '"in what city": the city follows "in"',
    (reading, from) =>
      flag(
        reading.form.preposition !== '' &&
          reading.words[wordBefore(reading, from)]?.folded === reading.form.preposition,
      ),
  ],
  [
    'starts with the preposition asked',
    'the same, with the preposition',
    (reading, from) =>
      flag(reading.form.preposition !== '' && reading.words[from]?.folded === reading.form.preposition),
  ],
  [
    'follows what the question word follows',
    '"it is named after whom": the answer stands in the question word’s place',
    (reading, from) => run(reading, from - 1, reading.form.wh - 1, -1),
  ],
  [
    'precedes what the question word precedes',
    '"who led the round": the same from the other side',
    (reading, _from, to) => run(reading, to, reading.form.after, 1),
  ],
  [
    'precedes what follows the question’s verb',
    '"who was the king of France": the same behind the verb',
    (reading, _from, to) => run(reading, to, reading.form.after + 1, 1),
  ],
  [
    'follows the end of the question',
    '"what did it break" – "it broke the record": the answer goes on where the question ends',
    (reading, from) => run(reading, from - 1, reading.look.query.words.length - 1, -1),
  ],
  [
    'the end of from … to',
    '"rise from 2 to 3": what it comes to',
    ({ words }, from) =>
      flag(
        words[from - 1]?.folded === 'to' &&
          (words[from - 3]?.folded === 'from' || words[from - 4]?.folded === 'from'),
      ),
  ],
  [
    'the start of from … to',
    'what it was before',
    ({ words }, from, to) => flag(words[from - 1]?.folded === 'from' && words[to]?.folded === 'to'),
  ],
  [
    'before what the last preposition follows',
    '"a leader in what": "a cloud leader"',
    (reading, _from, to) => {
      const asked = reading.look.query.words.length - 2;
      return flag(reading.form.final && standsFor(reading, to, asked));
    },
  ],
  [
    'before the noun asked for',
    '"which river": "the Rhine river"',
    (reading, _from, to) => flag(standsFor(reading, to, nounAsked(reading))),
  ],
  [
    'ends with the noun asked for',
    'the same, with the noun',
    (reading, from, to) => flag(to - from > 1 && standsFor(reading, to - 1, nounAsked(reading))),
  ],
  [
    'after the noun asked for',
    '"the river Rhine"',
    (reading, from) => flag(standsFor(reading, wordBefore(reading, from), nounAsked(reading))),
  ],
  [
    'after the noun asked for and of',
    '"what record": "the record of the biggest …"',
    (reading, from) => {
      const at = wordBefore(reading, from);
      return flag(reading.words[at]?.folded === 'of' && standsFor(reading, at - 1, nounAsked(reading)));
    },
  ],
  [
    'beside a figure of the question',
    '"by 2025": the sum that stands beside that year, not the other',
    (reading, from, to) => {
      const isFigure = (at: number): boolean => reading.tags[at] === 'number' && (reading.share[at] ?? 0) > 0;
      const ahead = reading.tags[to] === 'preposition' ? to + 1 : to;
      return flag(isFigure(ahead) || isFigure(from - 1) || isFigure(from - 2));
    },
  ],
  [
    'a list where several are asked for',
    '"which fields": all of them',
    (reading, from, to) => flag(reading.form.several && isList(reading, from, to)),
  ],
  [
    'a list where one is asked for',
    'more than was asked for',
    (reading, from, to) => flag(!reading.form.several && isList(reading, from, to)),
  ],
  [
    'cuts a list where several are asked for',
    'less than was asked for',
    ({ form, gaps, tags }, from, to) =>
      flag(form.several && (goesOn(gaps, tags, to) || tags[from - 1] === 'conjunction')),
  ],
  [
    'holds the noun asked for',
    '"rivers such as the Rhine"',
    (reading, from, to) => {
      const noun = nounAsked(reading);
      return flag(to - from > 1 && count(from, to, (at) => standsFor(reading, at, noun)) > 0);
    },
  ],
];

const isList = ({ sums }: Reading, from: number, to: number): boolean =>
  (sums.conjunction[to] ?? 0) > (sums.conjunction[from + 1] ?? 0) ||
  (sums.comma[to] ?? 0) > (sums.comma[from + 1] ?? 0);
/** Whether a list goes on behind a place: "and", or a comma before a noun. */
const goesOn = (gaps: readonly string[], tags: readonly Tag[], to: number): boolean =>
  tags[to] === 'conjunction' ||
  ((gaps[to] ?? '').includes(',') &&
    (tags[to] === 'noun' || tags[to] === 'name' || tags[to] === 'adjective'));

/** How a span stands to the words of the question. */
export const RELATION_TRAITS: readonly Trait[] = [
  ...BY_FORM.map(([name, why, value]): Trait => ({ name, why, by: 'form', value })),
  ...FOR_ALL.map(([name, why, value]): Trait => ({ name, why, by: 'none', value })),
];
