import type { Token } from './tokens.ts';

/** Words whose loss or gain reverses a statement. */
const NEGATIONS = new Set(
  (
    'not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely unable ' +
    'nicht kein keine keinen keinem keiner nie niemals ohne ne pas jamais sans aucun aucune ni nunca sin niet geen nooit zonder'
  ).split(' '),
);

/** Whether a token is a negation: "not", "never", "didn't". */
export const denies = ({ key }: Token): boolean =>
  NEGATIONS.has(key) || key.endsWith("n't") || key === 'dont' || key === 'cant';

/** Words after a number that belong to it. */
const SCALES = new Set(
  (
    '% ‰ ° percent per percentage pct million millions billion billions trillion trillions thousand thousands hundred hundreds dozen ' +
    'm mn bn k tn mio mrd'
  ).split(' '),
);
/** Signs right before a number that belong to it. */
const SIGNS = new Set(['$', '€', '£', '¥', '₹', '₽', '₩', '-', '+', '±', '<', '>', '~', '≈', '≤', '≥']);

/** Whether a number is cut off from its scale or unit: "600" before "million", "20" before "%". */
export const splitsAfter = (number: Token | undefined, next: Token | undefined): boolean =>
  number?.kind === 'number' && next !== undefined && SCALES.has(next.key);

/** Whether a number is cut off from its sign: "5" of "-5", "600" of "$600". */
export const splitsBefore = (sign: Token | undefined, number: Token | undefined): boolean =>
  number?.kind === 'number' && sign !== undefined && sign.end === number.start && SIGNS.has(sign.key);

/** Words that mean something else with another case: acronyms, names, and units. */
const CASE_TELLS: Readonly<Record<'acronym' | 'name' | 'unit', ReadonlySet<string>>> = {
  acronym: new Set(
    'us it who aids un am pm or me eta sat nice arm era fed ran gap dot start rip seal'.split(' '),
  ),
  name: new Set(
    (
      'polish march may august turkey china reading job bill mark frank rich grant apple amazon target shell orange visa windows ' +
      'gap will rose grace hope faith joy dawn bush cook rice jordan mercury oracle alphabet meta slack zoom cologne bath cork nancy ' +
      'lance wade drew pat chad guinea nice java swift crystal'
    ).split(' '),
  ),
  unit: new Set('mw mb gb kb tb pb mbit gbit mbps gbps mhz mg ma pa ms'.split(' ')),
};

/** Whether two spellings of a word that differ in case only may be two words: "US" and "us", "MW" and "mW". */
export function caseTells(key: string, a: string, b: string): boolean {
  if (a === b) return false;
  if (CASE_TELLS.unit.has(key) && a.length < 5)
    return !isShout(a) && !isShout(b) ? a.toLowerCase() !== b : true;
  if (CASE_TELLS.acronym.has(key) && isShout(a) !== isShout(b)) return true;
  return CASE_TELLS.name.has(key) && startsHigh(a) !== startsHigh(b);
}

const isShout = (word: string): boolean => word === word.toUpperCase();
const startsHigh = (word: string): boolean => /^\p{Lu}/u.test(word);

/** From this many words on, uniform capitals are a style and do not mark names. */
const TITLE_WORDS = 4;

/** Whether the case of single words means nothing: all in capitals, none, every word capitalised, or random. */
export function isOneCase(text: string): boolean {
  if (text === text.toUpperCase() || text === text.toLowerCase()) return true;
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const odd = words.filter((word) => !/^(?:\p{Lu}?[^\p{Lu}]*|\p{Lu}+)$/u.test(word)).length;
  return (words.length >= TITLE_WORDS && words.every(startsHigh)) || odd * 3 > words.length;
}

const SMALL = new Set(
  (
    'a an the and or but nor of in on at to for from by with as is was are were be been being has had have it its he she they we i you his her ' +
    'their our my this that these those which who whom will would can could may might must shall should do does did so than then there'
  ).split(' '),
);

/** How informative a token is about the origin of a wording. */
export function weightOf({ kind, key }: Token): number {
  if (kind === 'mark' || kind === 'quote') return 0.1;
  if (kind === 'ellipsis') return 0;
  return SMALL.has(key) ? 0.4 : 1;
}
