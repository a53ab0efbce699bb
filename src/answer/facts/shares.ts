import { boundOf, HEDGED } from '../../english/hedges.ts';
import { valueOf, WORDED } from '../../english/numbers.ts';
import { OPEN, type Amount } from './amount.ts';

const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
const WHOLE_NEXT = '(?= (?:of|the|all|its|their|his|her|our)\\b)';

/** "one in three visitors", "nine out of ten", but not "two in 2019" nor "three in five years". */
const RATIO = new RegExp(
  `${HEDGED}${OPEN}(?<part>${WORDED}|\\d{1,3}) (?:in|out of)(?: every)? (?<whole>${WORDED}|\\d{1,3}|1,000|1000|100,000)\\b(?![.,%]?\\d|%| (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\\b)`,
  'giu',
);
/** "almost half of", "a third of", "two-thirds of"; not "the third of June", "half an hour". */
const FRACTION = new RegExp(
  `${HEDGED}(?:(?<![\\p{L}-]|\\b(?:first|second|other|better) )half${WHOLE_NEXT}(?! of \\d{4})|${OPEN}(?<times>an?|${WORDED})(?: |-)(?<name>third|quarter|fifth|tenth)s?(?= (?:of|the)\\b)(?! of (?:an? |\\d{4}|\\p{Lu}\\p{Ll}+ \\d)))`,
  'giu',
);

/** Shares in words, as percentages. */
export function sharesIn(text: string): Amount[] {
  const found: Amount[] = [];
  const add = (match: RegExpExecArray, share: number): void => {
    if (!(share > 0 && share <= 1)) return;
    const percent = share * 100;
    const bound = boundOf(match[0]);
    const { index: start } = match;
    const end = start + match[0].length;
    found.push({
      start,
      end,
      text: match[0],
      kind: 'percent',
      unit: '%',
      low: percent,
      high: percent,
      ...(bound ? { bound } : {}),
    });
  };
  for (const match of text.matchAll(RATIO)) {
    const { part = '', whole = '' } = match.groups ?? {};
    if (valueOf(part) < valueOf(whole)) add(match, valueOf(part) / valueOf(whole));
  }
  for (const match of text.matchAll(FRACTION)) {
    const { times = 'a', name = 'half' } = match.groups ?? {};
    const count = /^an?$/iu.test(times) ? 1 : valueOf(times);
    add(match, count / (PARTS[name.toLowerCase()] ?? Number.NaN));
  }
  return found;
}
