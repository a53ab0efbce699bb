import type { WrittenDate } from './dates.ts';

type Placed = WrittenDate & Readonly<{ key: number }>;
/** A sentence with more dates is a list and has no main date. */
const DATES_MAX = 12;
const isPlaced = (date: WrittenDate): date is Placed => date.key !== undefined;

/** Opens a subordinate clause. */
const SUBORDINATE =
  /(?:^|[\s,(—–-])(?:who|whom|whose|which|that|when|where|while|because|although|though|if|unless|since|after|before|until|as|than)\b/giu;
/** Ends a subordinate clause. */
const BREAK = /[,;:—()]|\s[–-]\s/gu;
/** A year or century between a determiner and a noun identifies the noun: "the 2018 World Cup", "a 17th-century drawing". */
const DETERMINER = /(?:\b(?:the|an?|its|his|her|their|our|this|that)|['’]s) $/iu;
const ADJECTIVE = /^(?:\d{4}|.*century)$/iu;

/**
 * The date of a sentence's main verb, by which the sentence is sorted. Dates in subordinate clauses, and dates that identify a noun, are
 * used only if there is no other; the first of equal ones wins. Undefined when none can be placed.
 */
export function mainDate(quote: string, dates: readonly WrittenDate[]): Placed | undefined {
  const first = dates.slice(0, DATES_MAX);
  const placed = first.filter(isPlaced);
  const free = placed.filter((date) => !isAttribute(quote, date));
  const main = free.find((date) => openerOf(quote, date, first) === undefined);
  const adverbial = free.find((date) => !RELATIVE.test(openerOf(quote, date, first) ?? ''));
  return main ?? adverbial ?? free[0] ?? placed[0];
}

const isAttribute = (quote: string, { text, start, end }: WrittenDate): boolean =>
  ADJECTIVE.test(text) &&
  DETERMINER.test(quote.slice(Math.max(0, start - 10), start)) &&
  /^[ -]\p{L}/u.test(quote.slice(end));

/** A relative clause says less about the sentence than a clause of time. */
const RELATIVE = /^(?:who|whom|whose|which|that|where|aside)$/iu;
/** "Born in 1950, he died on Sunday": an opening participle describes the subject. */
const PARTICIPLE_FIRST = /^(?:Born|Founded|Built|Known|Held|Led|\p{Lu}\p{Ll}+(?:ed|ing))\b[^,]*$/u;
/** ", the chip designer founded in 2009,": a phrase between commas describes the noun before it. */
const ASIDE =
  /[,(] (?:an?|the|its|his|her|their|\p{Ll}+(?:ed|ing)|formerly|founded|built|born|held) [^,()]*$/u;
/** Characters before a date that are searched for its clause. Keeps time linear in long sentences. */
const NEAR = 300;
const BETWEEN = /^ (?:(?:the|a|early|mid|late|about|around) )?$/iu;

/**
 * The word that opens the subordinate clause with a date; undefined in the main clause. It is the last opener before the date whose
 * clause has not ended. An opener right before a date ("since 1998", "after the 2014 protests") only opens that date.
 */
function openerOf(quote: string, date: WrittenDate, dates: readonly WrittenDate[]): string | undefined {
  const from = Math.max(0, date.start - NEAR);
  const before = quote.slice(from, date.start);
  if (PARTICIPLE_FIRST.test(before) || (ASIDE.test(before) && /^[^.;:]*?[,)]/u.test(quote.slice(date.end))))
    return 'aside';
  const openers = [...before.matchAll(SUBORDINATE)].filter(({ index, 0: found }) => {
    const opened = dates.find(
      ({ start }) => start > from + index && BETWEEN.test(quote.slice(from + index + found.length, start)),
    );
    return opened === undefined || opened === date;
  });
  const isOpen = ({ index }: RegExpExecArray): boolean =>
    ![...before.slice(index + 1).matchAll(BREAK)].some((ended) => ended.index > 0);
  // A clause inside a relative clause describes the noun too.
  const opener = openers.find((one) => isOpen(one) && RELATIVE.test(wordOf(one))) ?? openers.at(-1);
  if (!opener) return undefined;
  return isOpen(opener) ? wordOf(opener) : undefined;
}

const wordOf = (opener: RegExpExecArray): string => opener[0].replace(/^\P{L}+/u, '');
