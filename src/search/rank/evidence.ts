import type { Lexicon } from '../index/lexicon.ts';
import type { TargetKind } from '../question/target.ts';
import { isCapital, wordIn } from '../index/tokens.ts';
import { CLASS } from '../../english/word-class.ts';

/** A sentence's words as the rules see them. Positions outside the sentence have no class. */
type Words = Readonly<{ bits(at: number): number; capital(at: number): boolean }>;
type Rule = (words: Words, at: number) => number;

const COUNTED = CLASS.digit | CLASS.numeral;
const NOT_NAMES = CLASS.month | CLASS.stop;
const has = (bits: number, wanted: number): boolean => (bits & wanted) !== 0;

const isName = ({ bits, capital }: Words, at: number): boolean => capital(at) && !has(bits(at), NOT_NAMES);
const beside = (words: Words, at: number, wanted: number): boolean =>
  has(words.bits(at - 1), wanted) || has(words.bits(at + 1), wanted);

/** A capital at the start of a sentence is weak evidence. */
const nameStrength = (words: Words, at: number): number => {
  if (!isName(words, at)) return 0;
  const run = isName(words, at - 1) || isName(words, at + 1);
  if (run) return 1;
  return at === 0 ? 0.2 : 0.7;
};

const number: Rule = (words, at) => {
  const bits = words.bits(at);
  if (has(bits, CLASS.year)) return 0.3;
  if (has(bits, CLASS.currency | CLASS.percent | CLASS.ordinal)) return has(bits, CLASS.digit) ? 0.4 : 0;
  if (has(bits, CLASS.digit)) return 1;
  return has(bits, CLASS.numeral) ? 0.8 : 0;
};

/** For each kind, how likely a word is (part of) an answer: 0 means not at all, 1 almost certain. */
const RULES: Readonly<Record<TargetKind, Rule>> = {
  person(words, at) {
    const strength = nameStrength(words, at);
    if (strength === 0) return 0;
    if (has(words.bits(at), CLASS.organisation | CLASS.placeNoun)) return strength * 0.3;
    if (has(words.bits(at - 1), CLASS.placePreposition) && !has(words.bits(at - 1), CLASS.agent))
      return strength * 0.5;
    return has(words.bits(at - 1), CLASS.title | CLASS.agent) ? 1 : strength;
  },
  organisation(words, at) {
    const strength = nameStrength(words, at);
    if (has(words.bits(at), CLASS.organisation)) return strength > 0 ? 1 : 0.5;
    return beside(words, at, CLASS.organisation) ? strength : strength * 0.8;
  },
  name(words, at) {
    const strength = nameStrength(words, at);
    if (has(words.bits(at), CLASS.placeNoun)) return strength * 0.5;
    return has(words.bits(at - 1), CLASS.title | CLASS.agent)
      ? Math.max(strength, strength > 0 ? 1 : 0)
      : strength;
  },
  place(words, at) {
    const strength = nameStrength(words, at);
    if (strength === 0) return has(words.bits(at), CLASS.placeNoun) ? 0.4 : 0;
    const led = [1, 2, 3].some((back) => has(words.bits(at - back), CLASS.placePreposition));
    return led || beside(words, at, CLASS.placeNoun) ? 1 : strength * 0.5;
  },
  date(words, at) {
    const bits = words.bits(at);
    if (has(bits, CLASS.year)) return 1;
    if (has(bits, CLASS.month)) return words.capital(at) ? 1 : 0;
    if (has(bits, CLASS.era)) return 0.7;
    return has(bits, CLASS.digit) && has(words.bits(at + 1) | words.bits(at - 1), CLASS.month | CLASS.era)
      ? 1
      : 0;
  },
  money(words, at) {
    const bits = words.bits(at);
    if (has(bits, CLASS.currency))
      return has(bits, CLASS.digit) || has(words.bits(at - 1), COUNTED | CLASS.magnitude) ? 1 : 0.4;
    return has(bits, CLASS.magnitude) && has(words.bits(at - 1), COUNTED)
      ? 1
      : has(bits, CLASS.digit)
        ? 0.3
        : 0;
  },
  percent(words, at) {
    const bits = words.bits(at);
    if (has(bits, CLASS.percent)) return 1;
    if (!has(bits, COUNTED)) return 0;
    return has(words.bits(at + 1) | words.bits(at + 2), CLASS.percent) ? 1 : 0.3;
  },
  count: number,
  age(words, at) {
    const strength = number(words, at);
    return beside(words, at, CLASS.duration) ? strength : strength * 0.7;
  },
  duration(words, at) {
    const bits = words.bits(at);
    if (!has(bits, COUNTED)) return 0;
    return has(words.bits(at + 1) | words.bits(at + 2), CLASS.duration) ? 1 : 0.3;
  },
  measure(words, at) {
    const bits = words.bits(at);
    if (!has(bits, COUNTED)) return 0;
    return has(words.bits(at + 1) | words.bits(at + 2), CLASS.measure | CLASS.duration | CLASS.percent)
      ? 1
      : 0.6;
  },
  reason: ({ bits }, at) => (has(bits(at), CLASS.reason) ? 1 : has(bits(at), CLASS.purpose) ? 0.4 : 0),
  manner: ({ bits }, at) => (has(bits(at), CLASS.agent) ? 1 : 0),
  definition: ({ bits }, at) => (has(bits(at), CLASS.copula) ? 1 : 0),
  thing: ({ bits }, at) => (has(bits(at), CLASS.stop) ? 0 : 1),
  any: ({ bits }, at) => (has(bits(at), CLASS.stop) ? 0 : 1),
};

/**
 * For each word of a sentence, how likely it is what the question asks for. Words with a term of the question are no evidence in any
 * form ("startups" for "startup"), because the question already contains them.
 */
export function evidenceOf(
  kind: TargetKind,
  tokens: Int32Array,
  from: number,
  to: number,
  askedTerms: ReadonlySet<number>,
  lexicon: Lexicon,
): Float64Array {
  const inside = (at: number): boolean => at >= 0 && at < to - from;
  const words: Words = {
    bits: (at) => (inside(at) ? lexicon.classOf(wordIn(tokens, from + at)) : 0),
    capital: (at) => inside(at) && isCapital(tokens[from + at] as number),
  };
  const rule = RULES[kind];
  return Float64Array.from({ length: to - from }, (_, at) =>
    askedTerms.has(lexicon.termOf(wordIn(tokens, from + at))) ? 0 : rule(words, at),
  );
}
