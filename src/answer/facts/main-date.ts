import type { WrittenDate } from './dates.ts';

type Placed = WrittenDate & Readonly<{ key: number }>;
/** Dates of a sentence that are read for its main one; a list of more has none. */
const DATES_MAX = 12;
const isPlaced = (date: WrittenDate): date is Placed => date.key !== undefined;

/** Opens a clause that depends on another. */
const SUBORDINATE =
  /(?:^|[\s,(—–-])(?:who|whom|whose|which|that|when|where|while|because|although|though|if|unless|since|after|before|until|as|than)\b/giu;
/** A comma, dash or bracket ends it. */
const BREAK = /[,;:—()]|\s[–-]\s/gu;
/** A year or century between a determiner and a noun tells which one: "the 2018 World Cup", "a 17th-century drawing". */
const DETERMINER = /(?:\b(?:the|an?|its|his|her|their|our|this|that)|['’]s) $/iu;
const ADJECTIVE = /^(?:\d{4}|.*century)$/iu;

/**
 * The date that a sentence is filed under: that of its main verb. A date within a clause that depends on another, or that
 * only tells which thing is meant, comes after the others; of those alike the first one counts. Undefined when none can
 * be placed.
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

/** A clause that tells of a noun tells less of the sentence than one that says when. */
const RELATIVE = /^(?:who|whom|whose|which|that|where|aside)$/iu;
/** "Born in 1950, he died on Sunday": what the sentence begins with tells of its subject. */
const PARTICIPLE_FIRST = /^(?:Born|Founded|Built|Known|Held|Led|\p{Lu}\p{Ll}+(?:ed|ing))\b[^,]*$/u;
/** ", the chip designer founded in 2009,": what stands between commas tells of the noun before it. */
const ASIDE =
  /[,(] (?:an?|the|its|his|her|their|\p{Ll}+(?:ed|ing)|formerly|founded|built|born|held) [^,()]*$/u;
/** Characters before a date that are read for its clause; keeps time linear in sentences of any length. */
const NEAR = 300;
const BETWEEN = /^ (?:(?:the|a|early|mid|late|about|around) )?$/iu;

/**
 * The word that opens the dependent clause in which a date stands; undefined in the main clause. The last opener before the
 * date counts, when no break ends its clause. An opener
 * right before a date ("since 1998", "after the 2014 protests") opens nothing but that date.
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
  // A clause within a relative clause tells of its noun, too.
  const opener = openers.find((one) => isOpen(one) && RELATIVE.test(wordOf(one))) ?? openers.at(-1);
  if (!opener) return undefined;
  return isOpen(opener) ? wordOf(opener) : undefined;
}

const wordOf = (opener: RegExpExecArray): string => opener[0].replace(/^\P{L}+/u, '');
