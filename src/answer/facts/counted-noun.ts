import { HEDGED_BEHIND } from '../../english/hedges.ts';
import { IRREGULAR } from '../../english/irregular-verbs.ts';
import { WORDED } from '../../english/numbers.ts';
import { fold, STOP_WORDS } from '../../english/words.ts';
import { isSpelled } from './amount.ts';

/** Pattern of a word that may follow a number. */
export const WORD_BEHIND = "(?:(?:\\p{Lu}\\.){2,6}|\\p{L}(?:[\\p{L}’'-]{0,40}\\p{L})?)";
/** "600 of its 4,200 employees", "30 of Boeing's jets": the counted noun comes after the whole. */
const OF_WHOLE = new RegExp(
  `^ of(?: (?:its|their|the|his|her|our|these|those|\\p{Lu}[\\p{L}-]*['’]s?))?(?: (?:last|first|past|next|remaining|other))?(?: (?:\\d[\\d.,-]*|${WORDED}))?(?<rest>(?: ${WORD_BEHIND}){1,3})`,
  'u',
);

/** Counted nouns are plural; these are plurals without an s. */
const PLURAL =
  /^(?:\p{L}.*(?:[^siu’']s|sses)|\p{Ll}*(?:people|men|women|children)|staff|crew|personnel|police|cattle|sheep|fish|troops|aircraft)$/u;
/** Plurals that modify the noun after them. */
const FIRST_PART =
  /^(?:sports|sales|arms|news|women|men|people|games|systems|savings|human|customs|communications|operations)$/u;
const PAST = /.ed$/u;
/** Verbs in -s, which are not plurals. */
const VERB =
  /^(?:says|was|is|has|does|goes|wants|needs|makes|takes|gives|shows|tells|remains|comes|becomes|gets|begins|starts)$/u;
/** A duration is a figure only in digits, not when spelled out. */
const TIME =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|mornings?|afternoons?|evenings?|times?)$/iu;
/** Singulars that may follow a number: "a 15 meter high pig". */
const MEASURE =
  /^(?:second|minute|hour|day|week|month|year|met(?:re|er)|kilomet(?:re|er)|mile|foot|inch|acre|hectare|ton|tonne|lit(?:re|er)|gallon|degree|megawatt|page|storey|seat|bed|km|kg)$/u;
const CLAUSE =
  /^(?:and|or|but|to|of|in|on|at|by|for|from|with|than|that|which|who|is|are|was|were|has|have|had|will|would|after|before|as|per|since|when|while|during|into|over|under|about|the|a|an|its|their|his|her|this|so|ago|earlier|later|each|now|also|more|last|next|yesterday|today|tomorrow|\p{Ll}+[^aeiou]ly)$/iu;

/** The counted noun, and the number of characters after the number that belong to the amount. */
export type CountedNoun = Readonly<{ name: string; behind: number }>;

/** Finds the counted noun in the words after the number. */
export function nounBehind(match: RegExpExecArray, after: string, rest: string): CountedNoun | undefined {
  const whole = OF_WHOLE.exec(after)?.groups?.['rest'];
  if (whole !== undefined) {
    const name = pluralIn(phraseOf(whole));
    return name === undefined ? undefined : { name, behind: 0 };
  }
  const phrase = phraseOf(rest);
  const [first = ''] = phrase;
  const single =
    !isSpelled(match) && !/^(?:19|20)\d\d$/u.test(match[0]) && MEASURE.test(first) ? first : undefined;
  const square = /^ (?:square|cubic) (?:met(?:re|er)|kilomet(?:re|er)|mile|foot|feet|yard|inche?)s?\b/u.exec(
    rest,
  )?.[0];
  if (square !== undefined) return { name: square.trim(), behind: square.length };
  const name = single ?? pluralIn(phrase);
  if (name === undefined) return undefined;
  const kept = endOf(rest, name);
  const open = new RegExp(`^ ${HEDGED_BEHIND}`, 'u').exec(after.slice(kept))?.[0];
  return { name, behind: kept + (open?.length ?? 0) };
}

/** The end of a word in the text after a number. */
export function endOf(rest: string, word: string): number {
  const all = rest.split(' ');
  return all.slice(0, all.indexOf(word) + 1).join(' ').length;
}

/** The words up to the end of the phrase. */
export function phraseOf(rest: string): string[] {
  const all = rest.split(' ').filter(Boolean);
  const following = /^(?:other|more|new)$/iu.test(all[0] ?? '') ? all.slice(1) : all;
  const stop = following.findIndex((word) => CLAUSE.test(word) || STOP_WORDS.has(fold(word)));
  return stop === -1 ? following : following.slice(0, stop);
}

/** The plural that a phrase counts: the first one, or the next when the first only modifies it ("women voters"). */
function pluralIn(phrase: readonly string[]): string | undefined {
  const at = phrase.findIndex((word) => PLURAL.test(word) && !VERB.test(word));
  const [noun, next] = [phrase[at], phrase[at + 1]];
  return noun !== undefined && next !== undefined && FIRST_PART.test(noun) && PLURAL.test(next) ? next : noun;
}

/** The last word of a phrase before any verb, which is what a large number counts in "92,000 asylum claim". */
export function lastNoun(phrase: readonly string[]): string | undefined {
  const verb = phrase.findIndex((word) => PAST.test(word) || IRREGULAR.has(word) || VERB.test(word));
  return (verb === -1 ? phrase : phrase.slice(0, verb)).at(-1);
}

/** Whether a word is a unit of time. */
export const isTimeWord = (word: string): boolean => TIME.test(word);
