import type { Word } from '../../english/words.ts';
import { CLASS, classOf } from '../../english/word-class.ts';
import { amountsIn } from '../facts/amounts.ts';
import { datesIn } from '../facts/dates.ts';
import type { Group } from './reading.ts';
import type { Tag } from './tags.ts';

/** A typed part of a sentence, in words: `from` inclusive, `to` exclusive. */
export type Mention = Readonly<{ kind: (typeof MENTION_KINDS)[number]; from: number; to: number }>;
export const MENTION_KINDS = ['date', 'money', 'percent', 'count', 'name'] as const;

const NAME_LINKS: ReadonlySet<string> = new Set(['of', 'de', 'von', 'van', 'la', 'du', 'al']);

/** The names, dates, sums and counts of a sentence. Dates without a figure are looked for only where dates are asked for. */
export function mentionsIn(
  quote: string,
  read: readonly Word[],
  tags: readonly Tag[],
  group: Group,
  published: string | undefined,
): Mention[] {
  const found = namesIn(quote, read, tags);
  const place = (kind: Mention['kind'], start: number, end: number): void => {
    const from = read.findIndex((word) => word.end > start);
    let to = from;
    while (to < read.length && (read[to]?.start ?? 0) < end) to++;
    if (from >= 0 && to > from) found.push({ kind, from, to });
  };
  const figures = /\d/u.test(quote);
  if (figures || group === 'date')
    for (const { start, end } of datesIn(quote, published)) place('date', start, end);
  if (figures) for (const { kind, start, end } of amountsIn(quote)) place(kind, start, end);
  return found;
}

/** Runs of words that are names, with the small words inside them and a number behind ("Stage 3", "Bank of England"). */
function namesIn(quote: string, read: readonly Word[], tags: readonly Tag[]): Mention[] {
  const folded = (at: number): string => read[at]?.folded ?? '';
  const isName = (at: number): boolean => tags[at] === 'name' && !(classOf(folded(at)) & CLASS.month);
  const follows = (at: number): boolean =>
    /^[\s'’&.-]*$/u.test(quote.slice(read[at - 1]?.end ?? 0, read[at]?.start ?? 0));
  /** Where the name goes on behind a place: at once, or behind "of", "of the", "von". */
  const next = (at: number): number => {
    if (isName(at)) return at;
    if (!NAME_LINKS.has(folded(at))) return -1;
    const after = folded(at + 1) === 'the' ? at + 2 : at + 1;
    return isName(after) ? after : -1;
  };
  const found: Mention[] = [];
  for (let from = 0; from < read.length; from++) {
    if (!isName(from)) continue;
    let to = from + 1;
    for (let on = next(to); to < read.length && follows(to) && on >= 0; on = next(to)) to = on + 1;
    if (to < read.length && follows(to) && /^\d{1,4}$/u.test(folded(to))) to += 1;
    found.push({ kind: 'name', from, to });
    from = to - 1;
  }
  return found;
}
