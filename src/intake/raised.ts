const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));

const RAISED = table('0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ -⁻ −⁻ =⁼ (⁽ )⁾');
const LOWERED = table('0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ -₋ −₋ =₌ (₍ )₎');
/** Superscripts to convert: exponents and note numbers. "[1]" is recognisable by its brackets. */
const NUMBERS = /^[\s\d+−=(),;*-]+$/u;

/**
 * Writes a superscript in Unicode's superscript digits, so that it does not join the number before it: `10` and `6` make
 * `10⁶`. Letters ("1st", "Mme") stay, since they read the same on the line.
 */
export function raised(text: string, before: string): string {
  const joins = /\d$/u.test(before) && /^\d/u.test(text);
  return NUMBERS.test(text) || joins ? mapped(text, RAISED) : text;
}

/** Writes a subscript in subscript digits only where it would join a number: `¹⁄` and `2` make `¹⁄₂`, but "H2O" stays. */
export function lowered(text: string, before: string): string {
  return /[\d⁰¹²³⁴-⁹⁄/]$/u.test(before) && NUMBERS.test(text) ? mapped(text, LOWERED) : text;
}

const mapped = (text: string, marks: ReadonlyMap<string, string>): string =>
  text.replace(/[\d+\-−=()]/gu, (character) => marks.get(character) ?? character);
