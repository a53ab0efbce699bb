import { MONTHS } from '../../english/months.ts';
import { NUMBER_WORDS, ORDINALS } from '../../english/numbers.ts';
import { CLASS, classOf } from '../../english/word-class.ts';
import { STOP_WORDS, term, words } from '../../english/words.ts';
import { tagsOf } from '../../english/tags.ts';
import { namesIn } from '../spans/names.ts';
import { itemAt } from '../../article/item-at.ts';

/** What a question presupposes, which an answer must not contradict. */
export type Claims = Readonly<{
  /** The sentence that asks; sentences before it only set the topic. */
  asks: string;
  /** Names, as written. */
  names: readonly string[];
  /** Years, months, quarters, ordinals and other numbers, with a pattern for alternatives of the same kind. */
  figures: readonly ClaimedFigure[];
  /** Its compounds ("tool business"). */
  compounds: readonly Readonly<{ modifier: string; noun: string }>[];
}>;

/** A number or period in a question: a pattern for it, and one for others of its kind. */
export type ClaimedFigure = Readonly<{
  same: RegExp;
  another: RegExp;
  text: string;
  /** Whether an answer may omit it: "the first time", "in the second place" are often worded differently. */
  loose: boolean;
}>;

/** Counts that a text may write in words. */
const COUNT_WORDS = NUMBER_WORDS.slice(0, 13);
const ANY_ORDINAL = String.raw`\b(?:${ORDINALS.join('|')}|\d{1,3}(?:st|nd|rd|th)|previous|next|last|latest)\b`;

/** Capitalised offices, which are not names. */
const TITLE =
  /^(?:CEO|CFO|COO|CTO|MPs?|MEPs?|PM|VP|Dr|Mr|Mrs|Ms|Prof|Sir|President|Minister|Mayor|Chairman|Chairwoman)$/iu;

/** Splits a message into the sentence that asks and the text before it. */
const asking = (text: string): string => {
  const parts = text.split(/(?<=[.!?])\s+(?=\p{Lu}|who|what|when|where|which|why|how)/u);
  return parts.findLast((part) => /\?\s*$/u.test(part)) ?? parts.at(-1) ?? text;
};

/**
 * Extracts a question's presuppositions. `isName` says whether the articles capitalise a folded word, which then counts as a name in
 * lower case too.
 */
export function claimsOf(text: string, isName: (folded: string) => boolean): Claims {
  const asks = asking(text);
  const capitals = namesIn(asks)
    .map(({ start, end }) => ({ start, text: asks.slice(start, end) }))
    .filter(({ start, text: name }) => start > 0 || isName(words(name)[0]?.folded ?? ''))
    .map(({ text: name }) => name.replace(/['’](?:s|d|m|ll|ve|re)$/u, ''))
    .filter((name) => name !== 'I' && !TITLE.test(name));
  const small = words(asks)
    .filter(
      ({ start, folded }) => /^\p{Ll}/u.test(asks.slice(start)) && !STOP_WORDS.has(folded) && isName(folded),
    )
    .map(({ start, end }) => asks.slice(start, end));
  const isFigure = (name: string): boolean =>
    words(name).every(({ folded }) => (classOf(folded) & (CLASS.month | CLASS.digit)) !== 0);
  return {
    asks,
    names: [...new Set([...capitals, ...small])].filter((name) => !isFigure(name)),
    figures: figuresOf(asks),
    compounds: compoundsIn(asks),
  };
}

function figuresOf(text: string): ClaimedFigure[] {
  const found: ClaimedFigure[] = [];
  const add = (written: string, same: string, another: string, loose = false): void => {
    found.push({ text: written, same: new RegExp(same, 'iu'), another: new RegExp(another, 'iu'), loose });
  };
  const quarters = [...text.matchAll(/\b(?:(first|second|third|fourth) quarter|Q([1-4])|([1-4])Q)\b/giu)];
  for (const [written, name, q1, q2] of quarters) {
    const n = name === undefined ? Number(q1 ?? q2) : ORDINALS.indexOf(name.toLowerCase()) + 1;
    add(
      written,
      String.raw`\b(?:${itemAt(ORDINALS, n - 1)}[ -]quarter|Q${n}|${n}Q)`,
      String.raw`\b(?:\w+ quarter|Q[1-4]|[1-4]Q)\b`,
    );
  }
  for (const [year] of text.matchAll(/\b(?:1[0-9]|20)\d\d\b(?!,\d)/gu))
    add(year, String.raw`\b${year}\b`, String.raw`\b(?:1[0-9]|20)\d\d\b`);
  for (const [month] of text.matchAll(new RegExp(String.raw`\b(?:${MONTHS.join('|')})\b`, 'giu')))
    if (month !== 'may')
      add(month, String.raw`\b${month.slice(0, 3)}`, String.raw`\b(?:${MONTHS.join('|')})\b`);
  for (const { 0: ordinal, index } of text.matchAll(new RegExp(ANY_ORDINAL, 'giu'))) {
    const inQuarter = quarters.some(
      (quarter) => index >= quarter.index && index < quarter.index + quarter[0].length,
    );
    if (inQuarter || /^(?:last|next|latest|previous)$/iu.test(ordinal)) continue;
    add(ordinal, String.raw`\b${spellings(ordinal)}\b`, ANY_ORDINAL, true);
  }
  for (const [number] of text.matchAll(/(?<![\p{L}\d.,-])\d[\d.,]*\d%?|(?<![\p{L}\d.,-])\d%?(?![\d\p{L}])/gu))
    if (!/^(?:1[0-9]|20)\d\d$/u.test(number)) add(number, counted(number), String.raw`(?!)`);
  return found;
}

/** "third" may be written "3rd". */
function spellings(ordinal: string): string {
  const n = /^\d/u.test(ordinal) ? Number.parseInt(ordinal, 10) : ORDINALS.indexOf(ordinal.toLowerCase()) + 1;
  const suffix = ['th', 'st', 'nd', 'rd'][n] ?? 'th';
  return `(?:${[ORDINALS[n - 1], `${n}${suffix}`].filter(Boolean).join('|')})`;
}

/** "2" may be written "two". */
const counted = (number: string): string => {
  const word = COUNT_WORDS[Number(number)];
  return word === undefined ? escaped(number) : String.raw`(?:${escaped(number)}|\b${word}\b)`;
};

const escaped = (text: string): string => text.replaceAll('.', String.raw`\.`);

/**
 * The compounds of a text: two nouns in a row ("biscuit brand"), as index terms. Adjectives are not among the modifiers, because too many say
 * the same of a noun ("its last appearance", "its final appearance").
 */
export function compoundsIn(text: string): { modifier: string; noun: string }[] {
  const read = words(text);
  const tags = tagsOf(
    read.map(({ folded }) => folded),
    read.map(({ start }) => /^\p{Lu}/u.test(text.slice(start))),
  );
  return read.flatMap((word, at) => {
    const next = read[at + 1];
    const areNouns = tags[at] === 'noun' && tags[at + 1] === 'noun';
    if (!next || !areNouns || text.slice(word.end, next.start) !== ' ') return [];
    return [{ modifier: term(word.folded), noun: term(next.folded) }];
  });
}
