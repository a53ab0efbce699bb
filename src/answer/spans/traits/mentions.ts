import type { TargetKind } from '../../../search/question/target.ts';
import { CLASS, classOf } from '../../../english/word-class.ts';
import { MENTION_KINDS, type Mention } from '../mention.ts';
import type { Reading } from '../reading.ts';
import { flag, type Trait } from './trait.ts';

const cuts = ({ from, to }: Mention, start: number, end: number): boolean =>
  from < end && start < to && (from < start || to > end);
const some = ({ mentions }: Reading, kind: Mention['kind'], test: (mention: Mention) => boolean): boolean =>
  mentions.some((mention) => mention.kind === kind && test(mention));

/** The units of an amount that is asked for; what is counted may have any other. */
const UNITS: Readonly<Partial<Record<TargetKind, number>>> = {
  money: CLASS.currency | CLASS.magnitude,
  percent: CLASS.percent,
  duration: CLASS.duration,
  measure: CLASS.measure | CLASS.duration,
};

/** Whether a number of the span has the unit asked for, in the span or right behind it; undefined without a number. */
export function hasUnit(
  { form, words, tags, quote }: Reading,
  start: number,
  end: number,
): boolean | undefined {
  if (!tags.slice(start, end).includes('number')) return undefined;
  let bits = 0;
  for (let at = start; at <= end && at < words.length; at++) bits |= classOf(words[at]?.folded ?? '');
  const unit = UNITS[form.kind];
  const after = quote.slice(words[end - 1]?.end ?? 0, words[end]?.start);
  if (unit === CLASS.percent && after.startsWith('%')) return true;
  return unit === undefined
    ? (bits & (CLASS.currency | CLASS.percent | CLASS.year)) === 0
    : (bits & unit) !== 0;
}

const AMOUNTS: readonly Trait[] = [
  {
    name: 'has the unit asked for',
    why: '"how long" is answered in weeks, "how much money" in euros',
    by: 'none',
    value: (reading, start, end) => flag(reading.group === 'amount' && hasUnit(reading, start, end) === true),
  },
  {
    name: 'has another unit',
    why: 'a sum of money does not tell how long',
    by: 'none',
    value: (reading, start, end) =>
      flag(reading.group === 'amount' && hasUnit(reading, start, end) === false),
  },
];

/** How a span agrees with the dates, sums, counts and names of the sentence. */
export const MENTION_TRAITS: readonly Trait[] = [
  ...AMOUNTS,
  ...MENTION_KINDS.flatMap((kind): Trait[] => [
    {
      name: `is a ${kind}`,
      why: `the whole of a ${kind} answers where one is asked for, and not elsewhere`,
      by: 'group',
      value: (reading, start, end) =>
        flag(some(reading, kind, ({ from, to }) => from === start && to === end)),
    },
    {
      name: `cuts a ${kind}`,
      why: `a part of a ${kind} is no answer`,
      by: 'group',
      value: (reading, start, end) => flag(some(reading, kind, (mention) => cuts(mention, start, end))),
    },
  ]),
];
