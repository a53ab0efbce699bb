import type { Reading } from '../reading.ts';
import type { Sum } from '../sums.ts';
import { flag, type Trait } from './trait.ts';

type Row = readonly [name: string, why: string, value: Trait['value']];

/** How much of something a span holds. */
const total = ({ sums }: Reading, name: Sum, from: number, to: number): number =>
  (sums[name][to] ?? 0) - (sums[name][from] ?? 0);
const mean =
  (name: Sum): Trait['value'] =>
  (reading, from, to) =>
    total(reading, name, from, to) / (to - from);
const some =
  (name: Sum): Trait['value'] =>
  (reading, from, to) =>
    flag(total(reading, name, from, to) > 0);
const all =
  (name: Sum): Trait['value'] =>
  (reading, from, to) =>
    flag(total(reading, name, from, to) === to - from);
/** How much it holds behind its first word. */
const inside =
  (name: Sum): Trait['value'] =>
  (reading, from, to) =>
    total(reading, name, from + 1, to);

const BY_GROUP: readonly Row[] = [
  [
    'matched share',
    'an answer does not repeat the question',
    (reading, from, to) => Math.min(1, total(reading, 'share', from, to)),
  ],
  ['matched words', 'the same, by the share of its words', mean('matched')],
  ['words of the question', 'the same, with small words', mean('asked')],
  ['only words of the question', 'then it tells nothing new', all('known')],
  [
    'closeness',
    'the answer stands near the words of the question',
    ({ left, right }, from, to) => (left[from] ?? 0) + (right[to] ?? 0),
  ],
  ['common words', 'everyday words tell little', mean('common')],
  ['in the headline', 'what the article is about is seldom what is asked', mean('headline')],
  ['mean evidence', 'its words are of the kind asked for', mean('evidence')],
  ['all capitals', 'a name', all('capital')],
  ['some capitals', 'holds a name', some('capital')],
  ['digits', 'holds a figure', some('digit')],
  ['among the first words', 'openings set the scene', (_, from) => flag(from < 3)],
  ['1 word', 'how long answers of its kind are', (_, from, to) => flag(to - from === 1)],
  ['2 words', '', (_, from, to) => flag(to - from === 2)],
  ['3 words', '', (_, from, to) => flag(to - from === 3)],
  ['4 words', '', (_, from, to) => flag(to - from === 4)],
  ['5 or 6 words', '', (_, from, to) => flag(to - from === 5 || to - from === 6)],
  ['7 to 9 words', '', (_, from, to) => flag(to - from >= 7 && to - from <= 9)],
  ['10 words or more', '', (_, from, to) => flag(to - from >= 10)],
];

const BY_BROAD: readonly Row[] = [
  ['holds a verb', 'a clause, not a name', some('verb')],
  ['holds a form of be', 'a clause, not a name', some('helper')],
  ['holds prepositions', 'a longer phrase', inside('preposition')],
  ['holds of', 'one noun phrase all the same', some('of')],
  ['holds and', 'a list', some('conjunction')],
  ['holds which, who', 'more than was asked for', some('relative')],
  ['holds commas', 'a list, or more than one phrase', inside('comma')],
  ['holds brackets', 'an explanation besides', inside('bracket')],
  [
    'fills brackets',
    'an explanation',
    ({ gaps }, from, to) => flag(/[([]/u.test(gaps[from] ?? '') && /[)\]]/u.test(gaps[to] ?? '')),
  ],
  [
    'fills quotation marks',
    'a title or a term',
    ({ gaps }, from, to) => flag(/["“‘]/u.test(gaps[from] ?? '') && /["”’]/u.test(gaps[to] ?? '')),
  ],
];

const LENGTH = 'how long answers of its kind are';

/** What a span is made of. */
export const CONTENT_TRAITS: readonly Trait[] = [
  ...BY_GROUP.map(([name, why, value]): Trait => ({ name, why: why || LENGTH, by: 'group', value })),
  ...BY_BROAD.map(([name, why, value]): Trait => ({ name, why, by: 'broad', value })),
];
