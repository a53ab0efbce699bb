const HYPHEN = /[-\u00ad\u2010]$/u;
const CJK = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;
/** First parts of compounds that keep their hyphen, such as "well-known" and "co-founder". */
const PREFIXES = new Set(['co', 'half', 'non', 'self', 'so', 'vice', 'well']);
/** Second parts of compounds that keep their hyphen, such as "award-winning" and "state-owned". */
const ENDINGS = new Set(
  (
    'author based building class elect founder general government known made minded owned paid powered ' +
    'producing related sized speaking term winning wing year years'
  ).split(' '),
);

/**
 * Joins two lines of a paragraph; `words` are those of the whole text. Removes a hyphen at the line break if it divides a
 * word. Keeps it if the text has the hyphenated word elsewhere, or if the parts form a compound ("well-known",
 * "2019-2024", "Anne-Marie").
 */
export function unhyphenated(text: string, next: string, words: ReadonlySet<string>): string {
  const before = text.trimEnd();
  if (!HYPHEN.test(before) || /\s[-\u2010]$/u.test(before.slice(-3))) {
    const isDense = CJK.test(before.slice(-1)) && CJK.test(next.slice(0, 1));
    return `${before}${isDense ? '' : ' '}${next}`;
  }
  const first = /[\p{L}\p{N}]+.$/u.exec(before.slice(-60))?.[0].slice(0, -1);
  const second = /^[\p{L}\p{N}]+/u.exec(next.slice(0, 60))?.[0];
  if (first === undefined || second === undefined) return before + next;
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + next;
  return keepsHyphen(first, second, words) ? before + next : before.slice(0, -1) + next;
}

function keepsHyphen(first: string, second: string, words: ReadonlySet<string>): boolean {
  if (/\p{N}$/u.test(first) || !/^\p{Ll}/u.test(second)) return true;
  const [head, tail] = [first.toLowerCase(), second.toLowerCase()];
  // First, follow how the text writes the word elsewhere.
  if (words.has(`${head}-${tail}`)) return true;
  if (words.has(head + tail)) return false;
  return PREFIXES.has(head) || (ENDINGS.has(tail) && head.length > 2);
}

/** The lower-case words of a text; hyphenated words stay whole. */
export const hyphenWordsIn = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu));
