/** The role of a UTF-16 unit for sentence boundaries. */
export const KIND = {
  other: 0,
  space: 1,
  /** A dot, which may end a sentence, an abbreviation or a part of a number; also the ellipsis. */
  dot: 2,
  /** A question or exclamation mark. */
  bang: 3,
  /** A mark that always ends a sentence, with or without white space after it. */
  stop: 4,
  opener: 5,
  closer: 6,
  /** A quotation mark that opens and closes. */
  quote: 7,
  /** Begins a line of signs or an emoticon. */
  sign: 8,
} as const;

export type CharacterKind = (typeof KIND)[keyof typeof KIND];

/**
 * Terminators from Unicode's Sentence_Terminal property for the scripts of newspapers, and brackets and quotation marks from
 * Open/Close_Punctuation and Initial/Final_Punctuation.
 */
const MEMBERS: Readonly<Record<Exclude<keyof typeof KIND, 'other'>, string>> = {
  space:
    '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  dot: '.…‥',
  bang: '!?‼⁇⁈⁉؟՞՜',
  stop: '。！？｡．।॥۔։።፧፨။៕᠃᠉',
  opener: '([{“‘«‹„‚¿¡「『（【《〈〔｛［',
  closer: ')]}”’»›」』）】》〉〕｝］',
  quote: '"\'＂＇',
  sign: '=_*~#-:;',
};

const TABLE = new Uint8Array(0x10000);
for (const [kind, members] of Object.entries(MEMBERS)) {
  for (const member of members) TABLE[member.charCodeAt(0)] = KIND[kind as keyof typeof MEMBERS];
}

/** The kind of the unit at an offset; `other` outside the text. */
export function kindAt(text: string, index: number): CharacterKind {
  return (TABLE[text.charCodeAt(index)] ?? KIND.other) as CharacterKind;
}

/** The first offset from `index` on that is not white space, or the end of the text. */
export function skipSpace(text: string, index: number): number {
  let at = index;
  while (kindAt(text, at) === KIND.space) at++;
  return at;
}

/** The first character of a word: `letter` has no case, such as 東 or ع; `other` is a sign or nothing. */
export type Initial = 'upper' | 'lower' | 'letter' | 'digit' | 'other';

const INITIALS: readonly (readonly [Initial, RegExp])[] = [
  ['upper', /[\p{Lu}\p{Lt}]/u],
  ['lower', /\p{Ll}/u],
  ['digit', /\p{Nd}/u],
  ['letter', /[\p{L}\p{M}]/u],
];

/** Classifies the character at an offset as the start of a word. */
export function initialAt(text: string, index: number): Initial {
  const code = text.codePointAt(index) ?? 0;
  if (code < 128) return asciiInitial(code);
  const character = String.fromCodePoint(code);
  return INITIALS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';
}

function asciiInitial(code: number): Initial {
  if (code >= 97 && code <= 122) return 'lower';
  if (code >= 65 && code <= 90) return 'upper';
  return code >= 48 && code <= 57 ? 'digit' : 'other';
}
