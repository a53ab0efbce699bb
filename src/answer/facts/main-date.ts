import type { WrittenDate } from './dates.ts';

type Placed = WrittenDate & Readonly<{ key: number }>;
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
  const placed = dates.filter(isPlaced);
  const free = placed.filter((date) => !isAttribute(quote, date));
  return free.find((date) => !isSubordinate(quote, date, dates)) ?? free[0] ?? placed[0];
}

const isAttribute = (quote: string, { text, start, end }: WrittenDate): boolean =>
  ADJECTIVE.test(text) &&
  DETERMINER.test(quote.slice(Math.max(0, start - 10), start)) &&
  /^[ -]\p{L}/u.test(quote.slice(end));

/** "Born in 1950, he died on Sunday": what the sentence begins with tells of its subject. */
const PARTICIPLE_FIRST = /^(?:Born|Founded|Built|Known|Held|Led|\p{Lu}\p{Ll}+(?:ed|ing))\b[^,]*$/u;
/** ", the chip designer founded in 2009,": what stands between commas tells of the noun before it. */
const ASIDE =
  /[,(] (?:an?|the|its|his|her|their|\p{Ll}+(?:ed|ing)|formerly|founded|built|born|held) [^,()]*$/u;
const BETWEEN = /^ (?:(?:the|a|early|mid|late|about|around) )?$/iu;

/**
 * Whether a clause that depends on another is open at a date: the last opener before it is not ended by a break. An opener
 * right before a date ("since 1998", "after the 2014 protests") opens nothing but that date.
 */
function isSubordinate(quote: string, date: WrittenDate, dates: readonly WrittenDate[]): boolean {
  const before = quote.slice(0, date.start);
  if (PARTICIPLE_FIRST.test(before) || (ASIDE.test(before) && /^[^.;:]*?[,)]/u.test(quote.slice(date.end))))
    return true;
  const openers = [...before.matchAll(SUBORDINATE)].filter(({ index, 0: found }) => {
    const opened = dates.find(
      ({ start }) => start > index && BETWEEN.test(quote.slice(index + found.length, start)),
    );
    return opened === undefined || opened === date;
  });
  const opener = openers.at(-1);
  if (!opener) return false;
  return ![...before.slice(opener.index + 1).matchAll(BREAK)].some(({ index }) => index > 0);
}
