import type { Feature } from './feature.ts';
import type { Look } from './look.ts';
import type { TargetKind } from '../target.ts';

/** Kinds that share a weight: too few questions ask for each alone. */
const GROUPS: Readonly<Record<string, readonly TargetKind[]>> = {
  'a person': ['person'],
  'a name': ['name'],
  'an organisation': ['organisation'],
  'a sum of money': ['money'],
  'a percentage': ['percent'],
  'a number': ['count', 'age'],
  'a measure': ['duration', 'measure'],
  'a date': ['date'],
  'a place': ['place'],
  'a reason': ['reason'],
  'a manner': ['manner'],
  'a definition': ['definition'],
  'a thing': ['thing', 'any'],
};

/** Words over which the closeness of evidence and matched words falls to a third. */
const REACH = 8;

/** The strongest piece of evidence. */
export const strongest = ({ evidence }: Look): number =>
  evidence.reduce((most, value) => Math.max(most, value), 0);

/** The strongest evidence, each piece counted by how close the question's words stand to it. */
export function closest({ evidence, hits, shares }: Look): number {
  let best = 0;
  for (let at = 0; at < evidence.length; at++) {
    const strength = evidence[at] ?? 0;
    if (strength === 0) continue;
    const close = new Float64Array(shares.length);
    for (const hit of hits)
      close[hit.concept] = Math.max(close[hit.concept] ?? 0, Math.exp(-Math.abs(hit.at - at) / REACH));
    let sum = 0;
    for (let index = 0; index < shares.length; index++) sum += (close[index] ?? 0) * (shares[index] ?? 0);
    best = Math.max(best, sum * strength);
  }
  return best;
}

/** Kinds that any noun may be: evidence of them is everywhere. */
const VAGUE: ReadonlySet<TargetKind> = new Set(['thing', 'any', 'definition', 'manner', 'reason']);
/** Whether what is asked for is a kind that can be seen in a sentence. */
export const isExact = (look: Look): boolean => !VAGUE.has(look.query.target.kind);

const EXACT_FEATURES: readonly Feature[] = [
  {
    name: 'holds what is asked for',
    why: 'a question for a date, a name or a number is answered by one, whichever it is',
    value: (look) => (isExact(look) ? strongest(look) : 0),
  },
  {
    name: 'holds what is asked for close by',
    why: 'close to the words of the question it is likelier the one asked for',
    value: (look) => (isExact(look) ? closest(look) : 0),
  },
  {
    name: 'holds much of what is asked for',
    why: 'several names or numbers: one of them is likelier the right one, and lists answer more questions',
    value: (look) =>
      isExact(look) ? Math.log1p(look.evidence.reduce((sum, strength) => sum + strength, 0)) : 0,
  },
];

/** Whether the sentence holds the kind of thing asked for, and where. */
export const ANSWER_TYPE_FEATURES: readonly Feature[] = [
  ...EXACT_FEATURES,
  ...Object.entries(GROUPS).flatMap(([label, kinds]) => [
    {
      name: `holds ${label}`,
      why: `when ${label} is asked for, a sentence without one cannot answer`,
      value: (look: Look) => (kinds.includes(look.query.target.kind) ? strongest(look) : 0),
    },
    {
      name: `holds ${label} close by`,
      why: `${label} close to the words of the question is likelier the one asked for`,
      value: (look: Look) => (kinds.includes(look.query.target.kind) ? closest(look) : 0),
    },
  ]),
];
