import { WEEKDAYS } from '../../english/months.ts';
import { IRREGULAR } from '../../english/irregular-verbs.ts';

/** Whether words are about the past, the future, or a plan in the past ("was due to"); undefined when they do not say. */
export type Tense = 'past' | 'ahead' | 'planned';

/** Characters on each side of a date that are searched for its tense. */
const CLAUSE = 140;
/** Words that mark the past or the future. "was due to" is past; "to be released" is future; a participle after "be" marks nothing. */
const MARKER = new RegExp(
  [
    '(?<planned>\\b(?:was|were|had been) (?:due|to|set|scheduled|expected|planned|supposed)\\b(?: to be \\p{L}+)?)',
    "(?<ahead>\\b(?:will|shall|would|must|should|may|could|can)\\b|['’]ll\\b|\\b(?:is|are) (?:due|to|set|scheduled|expected|planned|slated)\\b" +
      '|\\b(?:due|scheduled|expected|planned|slated|set) (?:for|to|in|on|by|at|next)\\b|\\bto be\\b|\\b(?:plans?|expects?|hopes?|wants?|aims?|intends?|going|vows?|promises?) to\\b|\\b(?:next|coming|upcoming)\\b' +
      '|\\b(?:is|are) \\p{L}+ed (?=(?:on|in|by|at|for) $)|\\b(?:faces|hosts|plays|visits|(?:and|who|they|we) (?:face|host|play|meet|visit))\\b' +
      '|\\b(?:starts|opens|begins|runs|kicks off|takes? place|expires|arrives|meets|returns|ends|closes)(?= ?$| (?:on|in|at|until|through|by|next|this|from|' +
      WEEKDAYS.join('|') +
      ')\\b))',
    '(?<past>(?<!\\bbe )\\b(?:was|were|had|did|has been|have been)\\b|(?<!\\b(?:be|being|is|are|the|an?|to|every|each|its|his|her|their|our|no|any|of) )\\b\\p{Ll}{2,}ed\\b)',
    '(?<word>(?<!\\b(?:be|to) )\\b\\p{Ll}{2,}\\b)',
  ].join('|'),
  'gu',
);

/** Verb forms that are only past ("said", "rose"); "read", "cut" and the like could be present. */
const isPast = (word: string): boolean => IRREGULAR.has(word) && !NO_PAST.has(word);
const NO_PAST = new Set('left found led born bred bound wound built made'.split(' '));

/** A modal applies to the participles after it up to one of these: "will stay closed until", "will vote, he said". */
const ENDS = /[,;—–]|\b(?:after|when|before|since|because|who|which|that|as|while)\b/u;

function tenses(text: string): Tense[] {
  const found: Tense[] = [];
  let modal: number | undefined;
  for (const { index, 0: word, groups } of text.matchAll(MARKER)) {
    const tense = tenseOfMarker(groups);
    if (tense === 'past' && modal !== undefined && !ENDS.test(text.slice(modal, index))) continue;
    if (tense) found.push(tense);
    if (tense)
      modal =
        tense === 'ahead' && /^(?:will|shall|would|must|should|['’]ll)$/u.test(word) ? index : undefined;
  }
  return found;
}

function tenseOfMarker(groups: Readonly<Record<string, string | undefined>> = {}): Tense | undefined {
  if (groups['ahead'] !== undefined) return 'ahead';
  if (groups['planned'] !== undefined) return 'planned';
  return groups['past'] !== undefined || isPast(groups['word'] ?? '') ? 'past' : undefined;
}

/** "ordered her to surrender it by Friday": a deadline is in the future. */
const TO_DO_BY =
  /\bto (?!the\b|an?\b|its\b|his\b|her\b|their\b)\p{Ll}+\b(?:(?!\b(?:had|was|were|did|and)\b)[^,;])* (?:by|until|before|no later than)(?: the)? $/u;
const DEADLINE = /\b(?:until|by|before) (?:at least )?(?:the )?(?:end of |start of |beginning of )?$/iu;
/** "their third walkout since May" */
const SINCE = /\bsince (?:the )?(?:end of |start of |beginning of )?$/iu;

/** The tense around a part of a sentence: of the nearest verb before it, else of the first after it. */
export function tenseAt(text: string, start: number, end: number): Tense | undefined {
  const before = text.slice(Math.max(0, start - CLAUSE), start);
  const clause = before.slice(lastBreak(before));
  if (SINCE.test(before)) return 'past';
  if (TO_DO_BY.test(clause)) return 'ahead';
  const told = tenses(clause).at(-1);
  if (told !== undefined) return told;
  const after = text.slice(end, end + CLAUSE);
  const stop = after.search(/[;:.?!](?:\s|$)/u);
  const [behind] = tenses(stop === -1 ? after : after.slice(0, stop));
  return behind ?? (DEADLINE.test(before) ? 'ahead' : undefined);
}

/** The start of the last clause of a text. */
const lastBreak = (text: string): number =>
  Math.max(...[...text.matchAll(/[;:?!“"]|\.\s/gu)].map(({ index }) => index + 1), 0);
