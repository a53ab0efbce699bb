import type { Random } from './random.ts';
import { MONTHS } from '../../../src/english/months.ts';
import { LOOK_ALIKES, SWAPPED_PRONOUNS, SYNONYMS, TENSES, UNITS } from './swaps.ts';

/** Other material for alterations. */
export type Material = Readonly<{
  /** Another sentence, of any article. */
  other: string;
  /** Names of the articles. */
  names: readonly string[];
}>;

/** Alters a sentence; undefined when this alteration does not apply. */
export type Alteration = (sentence: string, random: Random, material: Material) => string | undefined;

/** Replaces a random match of a pattern; undefined when the replacement is undefined or equal. */
function replaceOne(
  pattern: RegExp,
  replace: (found: string, random: Random) => string | undefined,
): Alteration {
  return (sentence, random) => {
    const match = random.pick([...sentence.matchAll(pattern)]);
    const other = match && replace(match[0], random);
    if (!match || other === undefined || other === match[0]) return undefined;
    const { index } = match;
    return sentence.slice(0, index) + other + sentence.slice(index + match[0].length);
  };
}

const likeCase = (model: string, word: string): string =>
  /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

const byPairs = (pairs: ReadonlyMap<string, string>): Alteration =>
  replaceOne(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...pairs.keys()].map(escapeRegExp).join('|')})(?![\\p{L}])`, 'giu'),
    (found) => {
      const other = pairs.get(found.toLowerCase());
      return other === undefined ? undefined : likeCase(found, other);
    },
  );

const escapeRegExp = (text: string): string => text.replaceAll('$', String.raw`\$`);

const changeNumber = (found: string, random: Random): string | undefined => {
  const at = random.below(found.length);
  const digit = found[at] ?? '';
  if (!/\d/u.test(digit)) return undefined;
  const other = String((Number(digit) + 1 + random.below(8)) % 10);
  return at === 0 && other === '0' ? undefined : found.slice(0, at) + other + found.slice(at + 1);
};

const NUMBER = /(?<![\p{L}\p{N}.,])\d+(?:[.,]\d+)*(?![\p{L}\p{N}])/gu;
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;
const NAME = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/gu;

/** The words of a sentence, each with the space after it. */
const pieces = (sentence: string): string[] => sentence.split(/(?<= )/u);

const DENIAL =
  /\b(?:not|no|never|nor|neither|without|none|nobody|nothing|nowhere|cannot|hardly|barely|scarcely|unable)\b|n['’]t\b/iu;
/** Leaves out some inner words, replaced by `mark`. */
const omit =
  (mark: string): Alteration =>
  (sentence, random) => {
    const list = pieces(sentence);
    if (list.length < 9) return undefined;
    const from = 3 + random.below(list.length - 7);
    const count = 1 + random.below(Math.min(8, list.length - from - 3));
    const left = list.slice(from, from + count).join('');
    // Only words may be lost: no number with its unit, and no quotation marks. Those are other alterations.
    if (!/\p{L}/u.test(left) || /["“”„«»‘「」]/u.test(left) || DENIAL.test(left) || /\d|[$€£%]/u.test(left))
      return undefined;
    return [...list.slice(0, from), mark, ...list.slice(from + count)].join('');
  };

/** Alterations that keep the words. */
export const HARMLESS: Readonly<Record<string, Alteration>> = {
  verbatim: (sentence) => sentence,
  typography: (sentence) => {
    const set = sentence
      .replace(/["“”]/gu, (mark) => (mark === '"' ? '”' : '"'))
      .replace(/['’]/gu, (mark) => (mark === "'" ? '’' : "'"))
      .replace(/ [-–—] /gu, (dash) => (dash === ' — ' ? ' – ' : ' — '))
      .replace(/(?<=\d)[-–](?=\d)/gu, (dash) => (dash === '-' ? '–' : '-'))
      .replace(/fi/gu, 'ﬁ');
    return set === sentence ? undefined : set;
  },
  case: (sentence, random) => (random.chance(0.5) ? sentence.toUpperCase() : sentence.toLowerCase()),
  'white space': (sentence, random) =>
    sentence.replace(/ /gu, () =>
      random.chance(0.3) ? (random.pick(['  ', '\n', '\u00A0', '\t']) ?? '  ') : ' ',
    ),
};

/** Changes that are marked. */
export const MARKED: Readonly<Record<string, Alteration>> = {
  'marked omission': (sentence, random, material) =>
    omit(random.pick(['… ', '... ', '[...] ', '[…] ']) ?? '… ')(sentence, random, material),
};

/** Alterations that change the meaning. */
export const HARMFUL: Readonly<Record<string, Alteration>> = {
  'unmarked omission': omit(''),
  'word swap': (sentence, random) => {
    const list = pieces(sentence);
    const at = 1 + random.below(Math.max(1, list.length - 3));
    const [a, b] = [list[at], list[at + 1]];
    if (list.length < 6 || !a || !b || !/^[\p{L}]+ $/u.test(a) || !/^[\p{L}]+ $/u.test(b)) return undefined;
    return a.toLowerCase() === b.toLowerCase() ? undefined : list.toSpliced(at, 2, b, a).join('');
  },
  synonym: byPairs(SYNONYMS),
  'changed number': replaceOne(NUMBER, changeNumber),
  'digits swapped': replaceOne(NUMBER, (found, random) => {
    const at = random.below(Math.max(1, found.length - 1));
    const [a = '', b = ''] = [found[at], found[at + 1]];
    if (!/^\d\d$/u.test(a + b) || a === b || (at === 0 && b === '0')) return undefined;
    return found.slice(0, at) + b + a + found.slice(at + 2);
  }),
  'lost separator': replaceOne(/(?<![\p{L}\p{N}.,])\d+\.\d+(?![\p{L}\p{N}.,])/gu, (found) =>
    found.replace('.', ''),
  ),
  'changed unit': byPairs(UNITS),
  'changed date': replaceOne(new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'gu'), (_found, random) =>
    random.pick(MONTHS),
  ),
  'dropped negation': replaceOne(
    / (?:not|never)\b|(?<=\b(?:is|are|was|were|do|does|did|could|would))n['’]t\b| no(?= )/gu,
    () => '',
  ),
  'put-in negation': replaceOne(
    /(?<=\b(?:is|are|was|were|can|could|will|would|may|has|had)) (?!not\b)/gu,
    () => ' not ',
  ),
  'changed name': (sentence, random, { names }) =>
    replaceOne(NAME, () => random.pick(names.filter((name) => !sentence.includes(name))))(sentence, random, {
      other: '',
      names,
    }),
  'names swapped': (sentence, random) => {
    const found = [...sentence.matchAll(NAME)];
    const [a, b] = [found[0], found.at(-1)];
    if (!a || !b || a[0] === b[0] || random.chance(0)) return undefined;
    const [from, to] = [a.index, b.index];
    return (
      sentence.slice(0, from) +
      b[0] +
      sentence.slice(from + a[0].length, to) +
      a[0] +
      sentence.slice(to + b[0].length)
    );
  },
  'added word': (sentence, random) => {
    const list = pieces(sentence);
    if (list.length < 5) return undefined;
    const word = random.pick(['very ', 'allegedly ', 'only ', 'reportedly ', 'almost ', 'certainly ']) ?? '';
    return list.toSpliced(1 + random.below(list.length - 2), 0, word).join('');
  },
  plural: replaceOne(/(?<=\b(?:the|a|of|and) )\p{Ll}{3,}(?=[ ,.])/gu, (found) =>
    found.endsWith('ss') ? undefined : found.endsWith('s') ? found.slice(0, -1) : `${found}s`,
  ),
  tense: byPairs(TENSES),
  pronoun: byPairs(SWAPPED_PRONOUNS),
  'dropped hyphen': replaceOne(/(?<=\p{L})-(?=\p{L})/gu, (_found, random) => (random.chance(0.5) ? ' ' : '')),
  'look-alike letters': replaceOne(/\b[a-z]*[aeopcx][a-z]*\b/gu, (found) =>
    found.replace(/[aeopcx]/u, (letter) => LOOK_ALIKES[letter] ?? letter),
  ),
};

/** Joins two sentences. */
export const JOINED: Readonly<Record<string, Alteration>> = {
  'merged halves': (sentence, _random, { other }) => {
    const [a, b] = [pieces(sentence), pieces(other)];
    if (a.length < 8 || b.length < 8) return undefined;
    return [...a.slice(0, Math.ceil(a.length / 2)), ...b.slice(Math.ceil(b.length / 2))].join('');
  },
};

/** Invented sentences from words of the articles. */
export const INVENTED: Readonly<Record<string, Alteration>> = {
  invented: (sentence, random, { other }) => {
    const list = [...(sentence.match(WORDS) ?? []), ...(other.match(WORDS) ?? [])];
    if (list.length < 12) return undefined;
    const count = 8 + random.below(10);
    const made = Array.from({ length: count }, () => random.pick(list) ?? '');
    return `${made.join(' ')}.`;
  },
};
