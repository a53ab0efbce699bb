import type { Feature } from './feature.ts';
import { isVague, type Look } from './look.ts';
import type { TargetKind } from '../../question/target.ts';

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

/** Whether what is asked for is a kind that can be seen in a sentence. */
export const isExact = (look: Look): boolean => !isVague(look);
const asksFor = ({ query }: Look, kind: TargetKind): boolean => query.target.kind === kind;

/** Whether the sentence holds the kind of thing asked for, and where. */
export const ANSWER_TYPE_FEATURES: readonly Feature[] = [
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
    name: 'holds a number',
    why: 'numbers are rarer than names and capitals: a sentence without one cannot say how many',
    value: (look) => (asksFor(look, 'count') || asksFor(look, 'age') ? strongest(look) : 0),
  },
  {
    name: 'holds a date close by',
    why: 'dates mostly stand in a clause of their own at the edge of the sentence: closeness tells less of them',
    value: (look) => (asksFor(look, 'date') ? closest(look) : 0),
  },
  {
    name: 'holds a place close by',
    why: 'places are hard to tell from other names: closeness tells less of them, too',
    value: (look) => (asksFor(look, 'place') ? closest(look) : 0),
  },
  {
    name: 'holds a reason',
    why: '"because", "led to", "in order to" answer why',
    value: (look) => (asksFor(look, 'reason') ? strongest(look) : 0),
  },
  {
    name: 'holds a thing close by',
    why: 'a thing with no marks of its own is any new word: it must stand among those of the question',
    value: (look) => (asksFor(look, 'thing') || asksFor(look, 'any') ? closest(look) : 0),
  },
];
