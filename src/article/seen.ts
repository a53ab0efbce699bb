import { visible } from './visible.ts';

/** A text as people see it, with the offset of each of its UTF-16 units in the stored text. */
export type Seen = Readonly<{
  text: string;
  /** The stored offset of a unit of `text`. */ at(unit: number): number;
}>;

const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/u;

/** {@link visible} with a map back to the stored text. Linear. */
export function seen(stored: string): Seen {
  const text = visible(stored);
  if (text === stored) return { text, at: (unit) => unit };
  const whole = stored.toWellFormed();
  const offsets = new Uint32Array(text.length + 1);
  let from = 0;
  for (let unit = 0; unit < text.length; unit++) {
    // `visible` only removes units, or replaces line ends by a line feed, so units that do not fit were removed.
    while (from < whole.length && !fits(whole, from, text[unit])) from++;
    offsets[unit] = from++;
  }
  offsets[text.length] = whole.length;
  return { text, at: (unit) => offsets[unit] ?? whole.length };
}

const fits = (whole: string, from: number, shown: string | undefined): boolean =>
  shown === '\n'
    ? LINE_END.test(whole.charAt(from)) && !(whole[from] === '\r' && whole[from + 1] === '\n')
    : whole[from] === shown;
