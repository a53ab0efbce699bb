import { HEDGED_BEHIND } from '../../english/hedges.ts';
import { NUMBER_WORDS, WORDED } from '../../english/numbers.ts';
import { IRREGULAR } from '../../english/irregular-verbs.ts';
import { fold, STOP_WORDS } from '../../english/words.ts';
import { amountOf, NUMERAL, unitOf, type Amount } from './amount.ts';
import { isYear } from './years.ts';

const WORD = "(?:(?:\\p{Lu}\\.){2,6}|\\p{L}(?:[\\p{L}’'-]{0,40}\\p{L})?)";
/** A number before up to four words, one of which is what is counted; they are read ahead, for they may hold another. */
const COUNT = new RegExp(
  `${NUMERAL}(?<more> ${HEDGED_BEHIND})?(?![\\p{L}\\p{N}%])(?![.,]\\d|-\\p{L})(?=(?<rest>(?: ${WORD}){0,4}))`,
  'giu',
);
/** "six-member", "15-metre", "6 - member": the noun is joined to the number. */
const JOINED = new RegExp(
  `${NUMERAL}(?:-(?<noun>\\p{Ll}{2,20})| - (?<apart>member|nation|person|party|seat|storey|mile|metre|meter))(?![\\p{L}]|-(?!(?:high|long|wide|deep|tall|thick)\\b))`,
  'gu',
);
/** "600 of its 4,200 employees", "30 of Boeing's jets": what is counted stands after the whole. */
const OF_WHOLE = new RegExp(
  `^ of(?: (?:its|their|the|his|her|our|these|those|\\p{Lu}[\\p{L}-]*['’]s?))?(?: (?:last|first|past|next|remaining|other))?(?: (?:\\d[\\d.,-]*|${WORDED}))?(?<rest>(?: ${WORD}){1,3})`,
  'u',
);
/** "112 killed", "238 others were injured": people, though no noun says so. */
const HARMED =
  /^(?: others?| more)*(?: (?:were|was|have been|had been|are|has|have))?(?: (?:also|reported|confirmed|left|seriously|critically))? (?:killed|dead|died|injured|wounded|hurt|arrested|missing|detained|drowned|evacuated|displaced|hospitali[sz]ed|rescued|homeless)\b/u;
/** "killing 41", "wounded 238" at the end of a clause: people. */
const HARMS =
  /\b(?:kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing|s)|arrest(?:ed|ing|s)|detain(?:ed|ing)|hurt(?:ing)?) $/iu;
/** "one person was killed": otherwise "one" is as often a pronoun. */
const ONE_HARMED =
  /^ (?:person|man|woman|child|boy|girl|soldier|officer)(?= (?:(?:was|has been|had been) )?(?:killed|dead|died|injured|wounded|hurt|missing))/u;
const CLAUSE_END = /^(?:[.,;:)”"]|$| (?:in|on|at|when|and|as|after|before|while|near|but)\b)/u;
/** "the number of people who died has risen to 58": what is counted stands before. */
const NUMBER_OF =
  /\bnumber of (?<noun>(?:\p{L}[\p{L}’'-]* ){0,3}?(?:\p{Ll}*(?:people|men|women|children)|\p{Ll}+s))\b[^.;]{0,120}\b(?:to|at|was|is|reached|hit|were|stands at|stood at) $/iu;
/** "the death toll from the earthquake has climbed to 34": people. */
const TOLL = /\btoll\b[^.;,]{0,80}\b(?:to|at|reached|is|was|of) $/iu;
/** "cases in the region have more than tripled to 1,342" */
const RISEN =
  /(?<noun>\b(?!has\b|was\b|is\b)\p{Ll}+s)(?= (?:in|of|at|on|for|among|across|have|has|had|rose|fell|more|\p{L}+ed)\b)[^.;]{0,80}\b(?:rose|risen|fell|fallen|grew|grown|climbed|increased|dropped|doubled|tripled|quadrupled|jumped|soared|shrank|slid|declined)(?: \p{Ll}+ly)?(?: by half)? to $/u;
/** "outstanding claims over 150,000", "that number is closer to 40,000". */
const NOUN_BEFORE =
  /(?<![\d.] )(?<noun>\b\p{Ll}+s|number|figure|total)(?: (?:is|was|to|at|reached|are|were|hit|of))? $/u;

/** Characters that are read on each side of a number for what it counts. */
const NEAR = 160;

/** What is counted is a plural; these are plurals without an s. */
const PLURAL =
  /^(?:\p{L}.*(?:[^siu’']s|sses)|\p{Ll}*(?:people|men|women|children)|staff|police|cattle|sheep|fish|troops|aircraft)$/u;
/** Plurals that stand before the noun they belong to. */
const FIRST_PART =
  /^(?:sports|sales|arms|news|women|men|people|games|systems|savings|human|customs|communications|operations)$/u;
const PAST = /.ed$/u;
/** Verbs in -s, which are no plurals. */
const VERB =
  /^(?:says|was|is|has|does|goes|wants|needs|makes|takes|gives|shows|tells|remains|comes|begins|starts)$/u;
/** Spelled out, a length of time is no figure; in digits it is. */
const TIME =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|times?)$/iu;
/** Singulars that a number may stand before: "a 15 meter high pig". */
const MEASURE =
  /^(?:second|minute|hour|day|week|month|year|met(?:re|er)|kilomet(?:re|er)|mile|foot|inch|acre|hectare|ton|tonne|lit(?:re|er)|gallon|degree|megawatt|page|storey|seat|bed|km|kg)$/u;
/** After these, a number is a date, an age or a label, and counts nothing. */
const NO_COUNT =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|am|pm|a\.m|p\.m|st|nd|rd|th|(?:years?|months?|weeks?|days?)[ -]olds?|gmt|local time)\b|^911 /iu;
const NO_JOINED =
  /^(?:old|olds|way|fold|time|times|year-old|something|odd|tier|piece|faced|third|thirds|quarter|quarters|half|halves|star|magnitude|wheel|point|digit|figure|sided|pronged|dimensional|level)$/u;
const CLAUSE =
  /^(?:and|or|but|to|of|in|on|at|by|for|from|with|than|that|which|who|is|are|was|were|has|have|had|will|would|after|before|as|per|since|when|while|during|into|over|under|about|the|a|an|its|their|his|her|this|so|ago|earlier|later|each|now|also|more)$/iu;
/** Words after which a number is a name's part or a label: "Boeing 737 jets", "Flight 12". */
const LABEL =
  /\b(?:Boeing|Airbus|Flight|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]aragraph|[Rr]ule|[Cc]lause|Route|Highway|Interstate|Windows|iPhone|Channel|Section|Article|Room|Gate|Chapter|Title|Unit|Area|Formula|Group|Level|Phase|Stage|Grade|Day|No\.?|number|Number|Platform|Part|Line|Apollo|Covid|COVID|day|page|HTML|Explorer|IE|Type|Class|Psalm|Station|Lot|Pier|Radio|Division|League|Category|Tier|aged?|ages) $/u;
/** "the two companies", "the next five crates": names them again, or orders them, and counts nothing. */
const DEFINITE = /\b(?:the|these|those|both|other|last|first|next|past|every|top|final) $/iu;

const NEXT = new RegExp(COUNT.source, 'iuy');

/** The counts of a text in its order; they may overlap, the surer first. */
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

/** A number joined to the next by these has its noun behind that one: "200 and 300 workers", "3 by 4 metres". */
const CHAIN = /^ (?:and|or|by|to) (?=[\d\p{L}])/u;

/** The count that the number behind this one begins, when the two share a noun. */
function chained(match: RegExpExecArray): Amount | undefined {
  const end = match.index + match[0].length;
  const link = CHAIN.exec(match.input.slice(end, end + 8));
  if (!link) return undefined;
  NEXT.lastIndex = end + link[0].length;
  const next = NEXT.exec(match.input);
  const count = next && next.index === end + link[0].length ? countOf(next) : undefined;
  return count && count.end > next!.index + next![0].length ? count : undefined;
}

function joinedOf(match: RegExpExecArray): Amount | undefined {
  const noun = match.groups?.['noun'] ?? match.groups?.['apart'] ?? '';
  const spelled = isSpelled(match);
  if (NO_JOINED.test(noun) || NUMBER_WORDS.includes(noun) || match.groups?.['low'] === 'one')
    return undefined;
  if (spelled && TIME.test(noun)) return undefined;
  return amountOf(match, 'count', unitOf(noun));
}

/** Whether a number stands in words and nothing multiplies it. */
const isSpelled = ({ groups }: RegExpExecArray): boolean =>
  !/\d/u.test(`${groups?.['low'] ?? ''}${groups?.['high'] ?? ''}`) && groups?.['scale'] === undefined;

function countOf(match: RegExpExecArray): Amount | undefined {
  const { low = '', high, scale, rest = '', hedge, more } = match.groups ?? {};
  const end = match.index + match[0].length;
  const before = match.input.slice(Math.max(0, match.index - NEAR), match.index);
  const after = match.input.slice(end, end + NEAR);
  const leading = before + (hedge === undefined ? '' : `${hedge} `);
  if (isOne(match) && ONE_HARMED.test(after)) {
    const person = ONE_HARMED.exec(after)?.[0] ?? '';
    return amountOf(match, 'count', unitOf('people'), person.length);
  }
  if (NO_COUNT.test(rest.trim()) || /^['’:]/u.test(after) || LABEL.test(before)) return undefined;
  if (/^911\b/u.test(low) && /^ (?:calls?|callers?|dispatchers?|operators?)/u.test(after)) return undefined;
  if (hedge === undefined && high === undefined && scale === undefined && isYear(leading, low, after))
    return undefined;
  const noun = HARMED.test(after) ? undefined : nounBehind(match, after, rest);
  if (noun) {
    if (isSpelled(match) && (TIME.test(noun.name) || DEFINITE.test(before) || isOne(match))) return undefined;
    if (TIME.test(noun.name) && /^ ago\b/u.test(after.slice(noun.behind))) return undefined;
    return amountOf(match, 'count', unitOf(noun.name), noun.behind);
  }
  return bareOf(match, before, after, scale !== undefined || more !== undefined || /\d,\d{3}/u.test(low));
}

const isOne = ({ groups }: RegExpExecArray): boolean =>
  /^one$/iu.test(groups?.['low'] ?? '') && groups?.['high'] === undefined;

type Noun = Readonly<{ name: string; behind: number }>;

/** What is counted, from the words behind the number, and how many characters behind it belong to the amount. */
function nounBehind(match: RegExpExecArray, after: string, rest: string): Noun | undefined {
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

/** A number that no noun follows: people that came to harm, or what is named before it; a large number counts without a noun. */
function bareOf(match: RegExpExecArray, before: string, after: string, large: boolean): Amount | undefined {
  const people = HARMED.test(after) || TOLL.test(before) || (HARMS.test(before) && CLAUSE_END.test(after));
  const counted = (NUMBER_OF.exec(before) ?? RISEN.exec(before))?.groups?.['noun']?.split(' ').at(-1);
  if (people || counted !== undefined) {
    return isOne(match) ? undefined : amountOf(match, 'count', unitOf(people ? 'people' : (counted ?? '')));
  }
  const next = chained(match);
  if (next) return sharing(match, before, next);
  const all = /^all$/iu.test(match.groups?.['hedge'] ?? '');
  if (!large && !all) return undefined;
  const phrase = phraseOf(match.groups?.['rest'] ?? '').slice(0, all ? 1 : undefined);
  const verb = phrase.findIndex((word) => PAST.test(word) || IRREGULAR.has(word));
  const named = verb === -1 ? phrase : phrase.slice(0, verb);
  const name = named.at(-1);
  if (name !== undefined) {
    return amountOf(match, 'count', unitOf(name), endOf(match.groups?.['rest'] ?? '', name));
  }
  return amountOf(match, 'count', unitOf(NOUN_BEFORE.exec(before)?.groups?.['noun'] ?? 'number'));
}

/** A number that shares the noun of the next: with it one range behind "between", else an amount of its own. */
function sharing(match: RegExpExecArray, before: string, next: Amount): Amount | undefined {
  if (!/\bbetween $/iu.test(before)) return amountOf(match, 'count', next.unit);
  const first = amountOf(match, 'count', next.unit);
  if (!first || first.low >= next.high) return undefined;
  return { ...first, high: next.high, end: next.end, text: match.input.slice(first.start, next.end) };
}

/** Where a word of the words behind a number ends. */
function endOf(rest: string, word: string): number {
  const all = rest.split(' ');
  return all.slice(0, all.indexOf(word) + 1).join(' ').length;
}

/** The words up to the end of their phrase. */
function phraseOf(rest: string): string[] {
  const all = rest.split(' ').filter(Boolean);
  const following = /^(?:other|more|new)$/iu.test(all[0] ?? '') ? all.slice(1) : all;
  const stop = following.findIndex((word) => CLAUSE.test(word) || STOP_WORDS.has(fold(word)));
  return stop === -1 ? following : following.slice(0, stop);
}

/** The plural that a phrase counts: its first, or the one behind when the first only belongs to it ("women voters"). */
function pluralIn(phrase: readonly string[]): string | undefined {
  const at = phrase.findIndex((word) => PLURAL.test(word) && !VERB.test(word));
  const [noun, next] = [phrase[at], phrase[at + 1]];
  return noun !== undefined && next !== undefined && FIRST_PART.test(noun) && PLURAL.test(next) ? next : noun;
}
