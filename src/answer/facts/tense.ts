import { IRREGULAR } from '../../english/irregular-verbs.ts';

/** Whether words speak of what was or of what is to come; undefined where they leave it open. */
export type Tense = 'past' | 'ahead';

/** Characters on each side of a date that are read for its tense. */
const CLAUSE = 140;
/**
 * What tells of the past or of what is to come. "was due to" is past; "to be released" is to come; a participle behind
 * "be" tells nothing of its own.
 */
const MARKER = new RegExp(
  [
    '(?<was>\\b(?:was|were|had been) (?:due|to|set|scheduled|expected|planned|supposed)\\b(?: to be \\p{L}+)?)',
    "(?<ahead>\\b(?:will|shall|would|must|should|may|could|can)\\b|['’]ll\\b|\\b(?:is|are) (?:due|to|set|scheduled|expected|planned|slated)\\b" +
      '|\\b(?:due|scheduled|expected|planned|slated|set) (?:for|to|in|on|by|at|next)\\b|\\bto be\\b|\\b(?:plans?|expects?|hopes?|wants?|aims?|intends?|going|vows?|promises?) to\\b|\\b(?:next|coming|upcoming)\\b' +
      '|\\b(?:starts|opens|begins|runs|kicks off|takes? place|expires|arrives|meets|returns|ends|closes)(?= ?$| (?:on|in|at|until|through|by|next|this|from|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\b))',
    '(?<past>(?<!\\bbe )\\b(?:was|were|had|did|has been|have been)\\b|(?<!\\b(?:be|being|is|are|the|a|an|to) )\\b\\p{Ll}{2,}ed\\b)',
    '(?<word>(?<!\\b(?:be|to) )\\b\\p{Ll}{2,}\\b)',
  ].join('|'),
  'gu',
);

/** Forms of verbs that are their past and nothing else ("said", "rose"); "read", "cut" and the like tell nothing. */
const isPast = (word: string): boolean => IRREGULAR.has(word) && !NO_PAST.has(word);
const NO_PAST = new Set('left found led born bred bound wound built made'.split(' '));

function tenses(text: string): Tense[] {
  return [...text.matchAll(MARKER)].flatMap(({ groups }): Tense[] => {
    if (groups?.['ahead'] !== undefined) return ['ahead'];
    if (groups?.['was'] !== undefined || groups?.['past'] !== undefined) return ['past'];
    return isPast(groups?.['word'] ?? '') ? ['past'] : [];
  });
}

const DEADLINE = /\b(?:until|by|before) (?:the )?$/iu;

/** What the words around a part of a sentence say of its time: the nearest verb before it, else the first behind it. */
export function tenseAt(text: string, start: number, end: number): Tense | undefined {
  const before = text.slice(Math.max(0, start - CLAUSE), start);
  const clause = before.slice(lastBreak(before));
  const told = tenses(clause).at(-1);
  if (told !== undefined) return told;
  const after = text.slice(end, end + CLAUSE);
  const stop = after.search(/[;:.?!](?:\s|$)/u);
  const [behind] = tenses(stop === -1 ? after : after.slice(0, stop));
  return behind ?? (DEADLINE.test(before) ? 'ahead' : undefined);
}

/** Where the clause that ends a text begins. */
const lastBreak = (text: string): number =>
  Math.max(...[...text.matchAll(/[;:?!“"]|\.\s/gu)].map(({ index }) => index + 1), 0);
