import { HEDGED } from '../../english/hedges.ts';
import { SCALED } from '../../english/numbers.ts';
import { amountOf, NUMERAL, RANGE, unitOf, type Amount } from './amount.ts';
import { countsIn } from './counts.ts';
import { CURRENCY_CODE, CURRENCY, currencyNamed, currencyOfSign, SIGN, WHOSE } from './currencies.ts';
import { sharesIn } from './shares.ts';
import { takingParts } from './taken.ts';
import { group } from './date-way.ts';

/** Units of measure that are abbreviated or do not end in s. */
const MEASURES =
  'km/h|km²|m²|km|kg|m|cm|mm|ha|mph|ft|lbs?|[kMGT]Wh?|°C|°F|tonnes?|pounds(?= of)|square (?:kilomet(?:re|er)s|miles|met(?:re|er)s|feet)';

const MONEY_BY_SIGN = new RegExp(`${HEDGED}(?<sign>${SIGN}) ?${RANGE}${SCALED}`, 'giu');
const MONEY_BY_CODE = new RegExp(`${HEDGED}\\b(?<sign>${CURRENCY_CODE}) ?${RANGE}${SCALED}`, 'gu');
const MONEY_BY_NAME = new RegExp(
  `${NUMERAL}(?: of)?(?:[ -](?<whose>${WHOSE}))?[ -](?<name>${CURRENCY})\\b(?! of (?!the |its |his |her |their |our |an? )\\p{Ll})`,
  'giu',
);
const PERCENT = new RegExp(`${NUMERAL}[ -]?(?:%|per ?cent\\b|(?<points>percentage points?\\b))`, 'giu');
const MEASURE = new RegExp(`${NUMERAL} ?(?<unit>${MEASURES})(?![\\w/])`, 'gu');
/** "a crowd of 41,208", "the death toll rose to 58": the counted noun comes before the number. */
const BEFORE = new RegExp(
  `(?<=\\b(?<noun>crowd|population|attendance|audience|circulation|membership|workforce|turnout|toll)(?: of| (?:has |had )?(?:ris(?:es|en)|rose|climbed|grew|grown|stands|stood|is|was|reached)(?: to| at)?| (?:to|at)) )${HEDGED}${RANGE}${SCALED}(?![.,]?\\d| ?%|\\p{L})(?=[^ ]| (?:and|but|in|on|at|after|when|as|with|from|since|by)\\b|$)`,
  'giu',
);

/** The figures of a text in order, without overlaps: sums of money, percentages and counts. Linear. */
export function amountsIn(text: string): Amount[] {
  const take = takingParts(text.length);
  const found: Amount[] = [];
  const add = (amount: Amount | undefined): void => {
    if (amount && take(amount.start, amount.end)) found.push(amount);
  };
  for (const match of text.matchAll(MONEY_BY_SIGN))
    add(amountOf(match, 'money', currencyOfSign(group(match, 'sign'))));
  for (const match of text.matchAll(MONEY_BY_CODE))
    add(amountOf(match, 'money', currencyOfSign(group(match, 'sign'))));
  for (const match of text.matchAll(MONEY_BY_NAME)) add(moneyNamed(match));
  for (const match of text.matchAll(PERCENT))
    add(amountOf(match, 'percent', match.groups?.['points'] === undefined ? '%' : 'percentage points'));
  for (const share of sharesIn(text)) add(share);
  for (const match of text.matchAll(MEASURE)) add(amountOf(match, 'count', unitOf(group(match, 'unit'))));
  for (const match of text.matchAll(BEFORE)) add(amountOf(match, 'count', unitBefore(group(match, 'noun'))));
  for (const count of countsIn(text)) add(count);
  return joinedRanges(
    text,
    inCurrency(
      text,
      found.toSorted((a, b) => a.start - b.start),
    ),
  );
}

/** "won" is usually a verb; it is money only after a country or a scale. */
function moneyNamed(match: RegExpExecArray): Amount | undefined {
  const { name = '', whose, scale } = match.groups ?? {};
  if (/^won$/iu.test(name) && whose === undefined && scale === undefined) return undefined;
  return amountOf(match, 'money', currencyNamed(name, whose));
}

/** "Toll" counts people; other such nouns are units of their own. */
const unitBefore = (noun: string): string => unitOf(/^toll$/iu.test(noun) ? 'people' : noun);

/** "41.3 million euros, against 44.4 million a year earlier": a bare number with a scale after a sum has its currency. */
function inCurrency(text: string, amounts: readonly Amount[]): Amount[] {
  let currency: string | undefined;
  return amounts.map((amount) => {
    if (amount.kind === 'money') currency = amount.unit;
    const bare =
      amount.kind === 'count' &&
      currency !== undefined &&
      BARE_SCALE.test(text.slice(amount.start, amount.end));
    return bare && currency !== undefined ? { ...amount, kind: 'money', unit: currency } : amount;
  });
}
const BARE_SCALE = /\d (?:million|billion|trillion)$|\d(?:[mb]n|[mb])$/u;

/** Joins ranges: "between $70 million and $80 million" and "$20-$30" are one amount. */
function joinedRanges(text: string, amounts: readonly Amount[]): Amount[] {
  return amounts.flatMap((amount, at) => {
    const [before, after] = [amounts[at - 1], amounts[at + 1]];
    if (before && spans(text, before, amount)) return [];
    if (!after || !spans(text, amount, after)) return [amount];
    const { start, low } = amount;
    const { end, high } = after;
    return [{ ...amount, end, high, low, text: text.slice(start, end) }];
  });
}

/** "rose from $2 to $3", "fell $2 to $98": two amounts, not a range. */
const CHANGE =
  /\b(?:from|by|up|down|\p{L}+ed|\p{L}+s|rose|rise|fell|fall|gain|lost|lose|slid|sank|shed|cut|grew) (?:only |just )?$/iu;
const spans = (text: string, a: Amount, b: Amount): boolean =>
  a.kind !== 'count' &&
  a.unit === b.unit &&
  a.high < b.low &&
  (/^ ?[–-] ?$/u.test(text.slice(a.end, b.start)) ||
    (text.slice(a.end, b.start) === ' to ' && !CHANGE.test(text.slice(Math.max(0, a.start - 20), a.start))) ||
    (text.slice(a.end, b.start) === ' and ' &&
      /\bbetween $/iu.test(text.slice(Math.max(0, a.start - 9), a.start))));
