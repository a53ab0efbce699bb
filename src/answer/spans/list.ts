import type { Range } from './ranges.ts';
import type { Mention } from './mention.ts';
import type { Reading } from './reading.ts';

/** Questions for names that may have several answers: "who invested", "which companies". Not "who is", "whose". */
const SEVERAL = /\b(?:who|whom|(?:which|what) (?:\w+ )?\w+s)\b/iu;
const ONE_ONLY = /\bwho (?:is|was|are|were) (?!\w+ed\b)/iu;
/** What may stand between two things of one list, besides an explanation in brackets or commas. */
const JOINT =
  /^[\s,]*(?:and|or|as well as|along with|together with|followed by|joined by|alongside|including)?(?: also| by)?[\s,]*$/iu;
/** An explanation of the name before it: in brackets, or in commas with an article. */
const ASIDE = /^\s*(?:\([^()]*\)|,\s(?:an?|the|its|his|her|their)\s[^,;:()]*?(?=,|\sand\s|$))/u;

/**
 * The names that are asked for as much as the best one: items of the same list, explanations left aside ("led by Alibaba,
 * followed by Temasek (a fund) and Suning"). Only for questions that may have several names as an answer.
 */
export function alsoAsked(reading: Reading, best: Range): Range[] {
  const { group, form, look, mentions } = reading;
  const several = form.several || (group === 'name' && SEVERAL.test(look.query.text));
  if (!several || ONE_ONLY.test(look.query.text)) return [];
  const names = mentions.filter(({ kind }) => kind === 'name');
  const at = names.findIndex(({ from, to }) => from < best.to && best.from < to);
  if (at < 0) return [];
  const found: Mention[] = [];
  for (const step of [1, -1]) {
    let last = names[at];
    for (let next = at + step; last && names[next]; next += step) {
      const name = names[next];
      if (!name) break;
      if (isAside(reading, name)) continue;
      const [first, second] = step === 1 ? [last, name] : [name, last];
      if (!joined(reading, first, second)) break;
      if (!isAsked(reading, name) && !overlaps(name, best)) found.push(name);
      last = name;
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** "Jaan *and* Peeter Tamm": two that share a family name are one span. */
export function withFirstName({ group, mentions, tags, plain }: Reading, range: Range): Range {
  const and = range.from - 1;
  if (group !== 'name' || range.to - range.from < 2 || tags[and] !== 'conjunction' || !plain[and])
    return range;
  const first = mentions.find(({ kind, from, to }) => kind === 'name' && to === and && to - from === 1);
  return first ? { from: first.from, to: range.to } : range;
}

const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to;

const isAsked = ({ asked, share }: Reading, { from, to }: Range): boolean => {
  for (let at = from; at < to; at++) if (!asked[at] && !share[at]) return false;
  return true;
};

/** A name within brackets, or one that describes another ("a *Singaporean* fund"). */
function isAside({ quote, words, tags }: Reading, { from, to }: Range): boolean {
  const start = words[from]?.start ?? 0;
  const open = quote.lastIndexOf('(', start);
  if (open >= 0 && !quote.slice(open, start).includes(')')) return true;
  return tags[from - 1] === 'determiner' && (tags[to] === 'noun' || tags[to] === 'adjective');
}

function joined({ quote, words }: Reading, first: Range, second: Range): boolean {
  const between = quote.slice(words[first.to - 1]?.end ?? 0, words[second.from]?.start ?? 0);
  return JOINT.test(between.replace(ASIDE, ''));
}

/** Roles that a sentence gives someone by the words before the name. */
const ROLES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:led|headed|spearheaded) (?:jointly )?by (?:(?!followed|joined|with|alongside)[\p{L}'’-]+ ){0,6}$/iu,
    'lead',
  ],
];
/** And by those behind it. */
const ROLES_AFTER: readonly (readonly [RegExp, string])[] = [
  [/^ (?:just )?(?:led|leads|is leading|headed|heads|spearheaded|spearheads) (?:the|a|this)\b/iu, 'lead'],
  [/^(?:,| \() ?(?:as )?(?:the |its )?lead(?:ing)? investor\b/iu, 'lead'],
];

/** A question that asks for those in a role: "who led", "which fund headed". */
const ROLE_ASKED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:lead|leads|led|leading|headed|heads|spearhead(?:ed|s)?)\b/iu, 'lead'],
];

const roleAsked = (question: string): string | undefined =>
  ROLE_ASKED.find(([pattern]) => pattern.test(question))?.[1];

/** The first range that names somebody in the role that was asked for; undefined when the sentence gives nobody that role. */
export function firstInRole<Named extends Range>(
  question: string,
  reading: Reading,
  ranges: readonly Named[],
): Named | undefined {
  const asked = roleAsked(question);
  return asked === undefined ? undefined : ranges.find((range) => roleOf(reading, range) === asked);
}

/** Of the spans of a sentence those in the role that was asked for; all when it gives nobody that role. */
export function inRoleAsked<Named extends { role?: string }>(
  question: string,
  spans: readonly Named[],
): readonly Named[] {
  const asked = roleAsked(question);
  const fitting = spans.filter(({ role }) => role !== undefined && role === asked);
  return fitting.length > 0 ? fitting : spans;
}

/** The role in which a sentence names someone; undefined when it tells none, or what was asked for is no name. */
export function roleOf({ group, quote, words }: Reading, { from, to }: Range): string | undefined {
  if (group !== 'name') return undefined;
  const before = quote.slice(0, words[from]?.start ?? 0);
  const after = quote.slice(words[to - 1]?.end ?? 0);
  return (
    ROLES.find(([pattern]) => pattern.test(before))?.[1] ??
    ROLES_AFTER.find(([pattern]) => pattern.test(after))?.[1]
  );
}
