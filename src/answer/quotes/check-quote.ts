import type { Place } from '../../search/index/wordings.ts';
import type { SearchIndex } from '../../search/index/search-index.ts';
import { altered, ALTERED_CANDIDATES } from './altered.ts';
import { ALONE, distanceTo, isShort, type Asked } from './asked.ts';
import { occurrencesIn } from './exact.ts';
import { interruptedIn } from './interrupted.ts';
import { isOthers, isOver, isWholeSpeech, leftOutNotes, speakerNotes, spokenNotes, unsaid } from './notes.ts';
import { earliestFirst, type Source } from './passages.ts';
import { quotationOf, type Quotation } from './quotation.ts';
import { marksChanges, shortenedIn, type Shortened } from './shortened.ts';
import { withoutLineBreaks } from './hyphenation.ts';
import type { QuoteCheck } from './quote-check.ts';

/** Most occurrences of one wording that are counted. */
export const COUNTED = 300;

type Index = Pick<SearchIndex, 'wordings'>;
/** An occurrence of a quotation, with what it leaves out. */
type Standing = Shortened & Readonly<{ verbatim: boolean }>;

/**
 * Grades a quotation against all articles of an index. It never guesses: anything that is not there word for word is reported as a
 * difference. `asked` is its context in a text.
 */
export function checkQuote(quote: string, index: Index, asked: Asked = ALONE): QuoteCheck {
  const quotation = quotationOf(quote);
  const nowhere: QuoteCheck = {
    quote,
    grade: 'NOT IN THE ARCHIVE',
    sources: [],
    ties: [],
    more: false,
    share: 0,
    difference: [],
    reasons: [],
    notes: [],
  };
  if (quotation.core.length === 0) return nowhere;
  const runs = index.wordings.runs(quote, COUNTED);
  const exact = wordForWord(quotation, runs, asked);
  if (exact) return exact;
  const joined = withoutLineBreaks(quote, index.wordings);
  if (joined !== undefined) return { ...checkQuote(joined, index, asked), quote };
  const places = index.wordings.closest(quote, ALTERED_CANDIDATES);
  return (
    // The search compares numbers and signs more literally than `wording` does.
    wordForWord(quotation, places, asked) ??
    joinedParts(quotation, places, asked) ??
    withMarkedChanges(quotation, places, asked) ??
    altered(quotation, places, index.wordings, asked) ??
    nowhere
  );
}

function wordForWord(quotation: Quotation, places: readonly Place[], asked: Asked): QuoteCheck | undefined {
  const found = places.flatMap((place) => occurrencesIn(quotation, place));
  return found.length === 0
    ? undefined
    : graded(quotation, found, asked, places.length === COUNTED, undefined);
}

function withMarkedChanges(
  quotation: Quotation,
  places: readonly Place[],
  asked: Asked,
): QuoteCheck | undefined {
  if (!marksChanges(quotation)) return undefined;
  const found = places.flatMap((place) => shortenedIn(quotation, place) ?? []);
  if (found.length === 0) return undefined;
  const standing = withoutDoubles(found).map((each) => ({ ...each, verbatim: false }));
  return graded(quotation, standing, asked, false, 'SHORTENED');
}

/** Grades a quotation that joins parts of a speech which the article interrupts. */
function joinedParts(quotation: Quotation, places: readonly Place[], asked: Asked): QuoteCheck | undefined {
  const found = places.flatMap((place) => interruptedIn(quotation, place) ?? []);
  const [first] = found;
  if (!first) return undefined;
  const sources = withoutDoubles(found).map(({ source }) => source);
  const { document } = first.source;
  return {
    ...foundIn(quotation, [sources], asked),
    grade: 'SAME WORDS',
    notes: [
      { kind: 'interrupted', words: document.article.text.slice(first.by.start, first.by.end) },
      ...speakerNotes([first.source], asked),
    ],
  };
}

/**
 * Grades a quotation by its best occurrence: first one that attributes no words wrongly and leaves nothing important out, then one that
 * only leaves something out.
 */
function graded(
  quotation: Quotation,
  standing: readonly Standing[],
  asked: Asked,
  more: boolean,
  marked: 'SHORTENED' | undefined,
): QuoteCheck {
  const read = standing.map((each) => ({
    ...each,
    over: isOver(each.spoken, asked),
    missing: unsaid(each.source, each.leftOut, asked),
  }));
  const fair = read.filter(({ over }) => !over);
  const cut = ({ source, missing }: (typeof read)[number]): boolean =>
    missing.some((each) => !isWholeSpeech(source, each));
  const whole = fair.filter((each) => !cut(each));
  const pool = [whole, fair, read].find((list) => list.length > 0) ?? [];
  const verbatim = pool.filter((each) => each.verbatim);
  const best = verbatim.length > 0 ? verbatim : pool;
  const others = read.filter((each) => !best.includes(each));
  const lists = [best, others].map((list) => list.map(({ source }) => source));
  const result = foundIn(quotation, lists, asked);
  const [first] = result.sources;
  const shown = best.find(({ source }) => source === first) ?? best[0];
  const speech = shown ? spokenNotes(shown.source, shown.spoken, asked) : [];
  const said = speakerNotes(
    best.map(({ source }) => source),
    asked,
  );
  const omitted = shown ? leftOutNotes(shown.source, shown.missing) : [];
  const isShortened = marked !== undefined || whole.length === 0;
  const grade =
    fair.length === 0 ? 'ALTERED' : isShortened ? 'SHORTENED' : verbatim.length > 0 ? 'EXACT' : 'SAME WORDS';
  return {
    ...result,
    grade,
    more,
    reasons: fair.length === 0 ? ['over-marks'] : [],
    notes: [...omitted, ...speech, ...said],
  };
}

/** A check from lists of sources, each in the order shown. */
function foundIn(quotation: Quotation, lists: readonly (readonly Source[])[], asked: Asked): QuoteCheck {
  return {
    quote: quotation.text,
    grade: 'EXACT',
    sources: lists.flatMap((list) => inOrder(quotation, list, asked)),
    ties: [],
    more: false,
    share: 1,
    difference: [],
    reasons: [],
    notes: [],
  };
}

/** Puts sources with the named speaker first, then, for short quotations, those of the same story, then the earliest. */
function inOrder({ core }: Quotation, sources: readonly Source[], asked: Asked): Source[] {
  const few = isShort(core);
  const rank = new Map(
    sources.map((source) => [
      source,
      [isOthers(source, asked) ? 1 : 0, few ? distanceTo(asked.near, source) : 0] as const,
    ]),
  );
  const of = (source: Source) => rank.get(source) ?? [0, 0];
  return earliestFirst(sources).toSorted((a, b) => {
    const [[otherA, farA], [otherB, farB]] = [of(a), of(b)];
    return otherA - otherB || (farA === farB ? 0 : farA - farB);
  });
}

function withoutDoubles<T extends { source: Source }>(found: readonly T[]): T[] {
  const keyOf = ({ source: { document, start, end } }: T): string => `${document.article.id} ${start} ${end}`;
  return [...new Map(found.map((each) => [keyOf(each), each])).values()];
}
