import { HEDGED_BEHIND } from '../../english/hedges.ts';
import { MONTHS } from '../../english/months.ts';
import { NUMBER_WORDS } from '../../english/numbers.ts';
import { amountOf, isSpelled, NUMERAL, unitOf, type Amount } from './amount.ts';
import { endOf, isTimeWord, lastNoun, nounBehind, phraseOf, WORD_BEHIND } from './counted-noun.ts';
import { isYear } from './years.ts';
import { group } from './date-way.ts';

/** A number before up to four words, one of which is counted. A lookahead, because the words may contain another number. */
const COUNT = new RegExp(
  `${NUMERAL}(?<more> ${HEDGED_BEHIND})?(?![\\p{L}\\p{N}%])(?![.,]\\d|-\\p{L})(?=(?<rest>(?: ${WORD_BEHIND}){0,4}))`,
  'giu',
);
/** "six-member", "15-metre", "6 - member": a noun joined to the number. */
const JOINED = new RegExp(
  `${NUMERAL}(?:-(?<noun>\\p{Ll}{2,20})| - (?<apart>member|nation|person|party|seat|storey|mile|metre|meter))(?![\\p{L}]|-(?!(?:high|long|wide|deep|tall|thick)\\b))`,
  'gu',
);
/** "112 killed", "238 others were injured": counts people without a noun. */
const HARMED =
  /^(?: others?| more)*(?: (?:were|was|have been|had been|are|has|have))?(?: (?:also|reported|confirmed|left|seriously|critically))? (?:killed|dead|died|injured|wounded|hurt|arrested|missing|detained|drowned|evacuated|displaced|hospitali[sz]ed|rescued|homeless)\b/u;
/** "killing 41", "wounded 238" at the end of a clause: counts people. */
const HARMS =
  /\b(?:kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing|s)|arrest(?:ed|ing|s)|detain(?:ed|ing)|hurt(?:ing)?) $/iu;
/** "one person was killed". Elsewhere "one" is often a pronoun. */
const ONE_HARMED =
  /^ (?:person|man|woman|child|boy|girl|soldier|officer)(?= (?:(?:was|has been|had been) )?(?:killed|dead|died|injured|wounded|hurt|missing))/u;
const CLAUSE_END = /^(?:[.,;:)”"]|$| (?:in|on|at|when|and|as|after|before|while|near|but)\b)/u;
/** "the number of people who died has risen to 58": the counted noun comes before. */
const NUMBER_OF =
  /\bnumber of (?<noun>(?:\p{L}[\p{L}’'-]* ){0,3}?(?:\p{Ll}*(?:people|men|women|children)|\p{Ll}+s))\b[^.;]{0,120}\b(?:to|at|was|is|reached|hit|were|stands at|stood at) $/iu;
/** "the death toll from the earthquake has climbed to 34": counts people. */
const TOLL = /\btoll\b[^.;,]{0,80}\b(?:to|at|reached|is|was|of) $/iu;
/** "cases in the region have more than tripled to 1,342" */
const RISEN =
  /(?<noun>\b(?!has\b|was\b|is\b)\p{Ll}+s)(?= (?:in|of|at|on|for|among|across|have|has|had|rose|fell|more|\p{L}+ed)\b)[^.;]{0,80}\b(?:rose|risen|fell|fallen|grew|grown|climbed|increased|dropped|doubled|tripled|quadrupled|jumped|soared|shrank|slid|declined)(?: \p{Ll}+ly)?(?: by half)? to $/u;
/** "outstanding claims over 150,000", "that number is closer to 40,000". */
const NOUN_BEFORE =
  /(?<![\d.] )(?<noun>\b\p{Ll}{3,}s|number|figure|total)(?: (?:is|was|to|at|reached|are|were|hit|of))+ $/u;

/** Number of characters on each side of a number that are searched for what it counts. */
const NEAR = 160;

/** After these, a number is a date, an age or a label, not a count. */
const NO_COUNT = new RegExp(
  `^(?:${MONTHS.join('|')}|am|pm|a\\.m|p\\.m|st|nd|rd|th|(?:years?|months?|weeks?|days?)[ -]olds?|gmt|local time)\\b|^911 `,
  'iu',
);
const NO_JOINED =
  /^(?:old|olds|way|fold|time|times|year-old|something|odd|tier|piece|faced|third|thirds|quarter|quarters|half|halves|star|magnitude|wheel|point|digit|figure|sided|pronged|dimensional|level)$/u;
/** Words after which a number is part of a name: "Boeing 737 jets", "Flight 12". */
const LABEL =
  /\b(?:Boeing|Airbus|Flight|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]aragraph|[Rr]ule|[Cc]lause|Route|Highway|Interstate|Windows|iPhone|Channel|Section|Article|Room|Gate|Chapter|Title|Unit|Area|Formula|Group|Level|Phase|Stage|Grade|Day|No\.?|number|Number|Platform|Part|Line|Apollo|Covid|COVID|day|page|HTML|Explorer|IE|Type|Class|Psalm|Station|Lot|Pier|Radio|Division|League|Category|Tier|aged?|ages) $/u;
/** "the two companies", "the next five crates": refers to known things or orders them, and does not count. */
const DEFINITE = /\b(?:the|these|those|both|other|last|first|next|past|every|top|final) $/iu;

const NEXT = new RegExp(COUNT.source, 'iuy');

/** The counts of a text in order. They may overlap; the more certain comes first. */
export function countsIn(text: string): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(JOINED)) {
    const joined = joinedOf(match);
    if (joined) found.push(joined);
  }
  for (const match of text.matchAll(COUNT)) {
    const count = countOf(match);
    if (count) found.push(count);
  }
  return found;
}

/** After these joints, a number shares the noun of the next number: "200 and 300 workers", "3 by 4 metres". */
const CHAIN = /^ (?:and|or|by|to) (?=[\d\p{L}])/u;

/** The noun after the next number, when the two numbers share it. */
function chained(match: RegExpExecArray): Chained | undefined {
  const end = match.index + match[0].length;
  const link = CHAIN.exec(match.input.slice(end, end + 8));
  if (!link) return undefined;
  NEXT.lastIndex = end + link[0].length;
  const next = NEXT.exec(match.input);
  if (!next) return undefined;
  const behind = next.index + next[0].length;
  const noun = nounBehind(next, match.input.slice(behind, behind + NEAR), group(next, 'rest'));
  return noun && { unit: unitOf(noun.name), next, behind: noun.behind };
}
type Chained = Readonly<{ unit: string; next: RegExpExecArray; behind: number }>;

function joinedOf(match: RegExpExecArray): Amount | undefined {
  const noun = match.groups?.['noun'] ?? group(match, 'apart');
  const spelled = isSpelled(match);
  if (NO_JOINED.test(noun) || NUMBER_WORDS.includes(noun) || match.groups?.['low'] === 'one')
    return undefined;
  if (spelled && isTimeWord(noun)) return undefined;
  return amountOf(match, 'count', unitOf(noun));
}

function countOf(match: RegExpExecArray): Amount | undefined {
  const { low = '', high, scale, rest = '', hedge, more } = match.groups ?? {};
  const end = match.index + match[0].length;
  const before = match.input.slice(Math.max(0, match.index - NEAR), match.index);
  const after = match.input.slice(end, end + NEAR);
  const leading = before + (hedge === undefined ? '' : `${hedge} `);
  const person = isOne(match) ? ONE_HARMED.exec(after)?.[0] : undefined;
  if (person !== undefined) return amountOf(match, 'count', unitOf('people'), person.length);
  if (NO_COUNT.test(rest.trim()) || /^['’:]/u.test(after) || LABEL.test(before)) return undefined;
  if (/^911\b/u.test(low) && /^ (?:calls?|callers?|dispatchers?|operators?)/u.test(after)) return undefined;
  if (hedge === undefined && high === undefined && scale === undefined && isYear(leading, low, after))
    return undefined;
  const noun = HARMED.test(after) ? undefined : nounBehind(match, after, rest);
  if (noun) {
    if (isSpelled(match) && (isTimeWord(noun.name) || DEFINITE.test(before) || isOne(match)))
      return undefined;
    if (isTimeWord(noun.name) && /^ ago\b/u.test(after.slice(noun.behind))) return undefined;
    return amountOf(match, 'count', unitOf(noun.name), noun.behind);
  }
  return bareOf(match, before, after, scale !== undefined || more !== undefined || /\d,\d{3}/u.test(low));
}

const isOne = ({ groups }: RegExpExecArray): boolean =>
  /^one$/iu.test(groups?.['low'] ?? '') && groups?.['high'] === undefined;

/** The amount of a number without a noun after it: people who were harmed, or a noun before it. A large number needs no noun. */
function bareOf(match: RegExpExecArray, before: string, after: string, large: boolean): Amount | undefined {
  const people = HARMED.test(after) || TOLL.test(before) || (HARMS.test(before) && CLAUSE_END.test(after));
  const counted = people
    ? 'people'
    : (NUMBER_OF.exec(before) ?? RISEN.exec(before))?.groups?.['noun']?.split(' ').at(-1);
  if (counted !== undefined) return isOne(match) ? undefined : amountOf(match, 'count', unitOf(counted));
  const next = chained(match);
  if (next) return sharing(match, before, next);
  const all = /^all$/iu.test(group(match, 'hedge'));
  if (!large && !all) return undefined;
  const phrase = phraseOf(group(match, 'rest')).slice(0, all ? 1 : undefined);
  const name = lastNoun(phrase);
  if (name !== undefined) {
    return amountOf(match, 'count', unitOf(name), endOf(group(match, 'rest'), name));
  }
  const holder = NOUN_BEFORE.exec(`${before}${match.groups?.['hedge'] === undefined ? '' : 'at '}`);
  return amountOf(match, 'count', unitOf(holder?.groups?.['noun'] ?? 'number'));
}

/** A number that shares the noun of the next one: after "between" they form one range, else it is an amount of its own. */
function sharing(
  match: RegExpExecArray,
  before: string,
  { unit, next, behind }: Chained,
): Amount | undefined {
  const first = amountOf(match, 'count', unit);
  const second = amountOf(next, 'count', unit, behind);
  if (!first || !second || !/\bbetween $/iu.test(before)) return first;
  const text = match.input.slice(first.start, second.end);
  return first.low < second.high ? { ...first, high: second.high, end: second.end, text } : undefined;
}
