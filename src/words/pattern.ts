/*
 * How a sentence of the catalogue is written: `{name}` is filled in, and `{count:# article|# articles}` is the form that the
 * number needs, `#` the number itself. The forms stand in the order of the language's `plurals`.
 */

/** The names in a pattern that take a number and choose a form. */
export type Counts<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}:${string}` ? Name : never) | Counts<Rest>
  : never;

/** All other names in a pattern. */
export type Fills<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${string}:${string}` ? never : Inside) | Fills<Rest>
  : never;

/** A pattern taken apart: text, and the places to fill in. */
export type PatternPart = string | Readonly<{ name: string; forms?: readonly string[] }>;

const PLACE = /\{([\w-]+)(?::([^{}]*))?\}/gu;

/** Takes a pattern apart. */
export function patternParts(pattern: string): readonly PatternPart[] {
  const known = read.get(pattern);
  if (known) return known;
  const parts: PatternPart[] = [];
  let at = 0;
  for (const match of pattern.matchAll(PLACE)) {
    const [whole, name = '', forms] = match;
    if (match.index > at) parts.push(pattern.slice(at, match.index));
    parts.push(forms === undefined ? { name } : { name, forms: forms.split('|') });
    at = match.index + whole.length;
  }
  if (at < pattern.length) parts.push(pattern.slice(at));
  read.set(pattern, parts);
  return parts;
}

/** Patterns are few and never change. */
const read = new Map<string, readonly PatternPart[]>();
