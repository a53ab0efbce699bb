import { descriptions } from '../../src/answer/facts/descriptions.ts';
import { unitOf } from '../../src/answer/facts/amount.ts';
import { amountsIn } from '../../src/answer/facts/amounts.ts';
import { datesIn } from '../../src/answer/facts/dates.ts';
import { figures } from '../../src/answer/facts/figures.ts';
import { timeline } from '../../src/answer/facts/timeline.ts';
import { passageOf } from '../../src/answer/answer.ts';
import type { Document, Slice } from '../../src/article/article.ts';
import { lineOfAnnotation, type Annotations } from './annotations.ts';

/** Number of facts found, of those that are right, and of annotated facts. */
export type Tally = { right: number; read: number; annotated: number };

/** The tallies of a set of articles, and a line for each missed or wrong fact. */
export type FactFigures = Readonly<{
  amounts: Tally;
  dates: Tally;
  filed: Tally;
  descriptions: Tally;
  conflicts: Tally;
  wrong: readonly string[];
}>;

export type Annotated = Readonly<{ document: Document; annotations: Annotations }>;

type Wrong = (kind: string, id: string, what: string) => void;
const tally = (): Tally => ({ right: 0, read: 0, annotated: 0 });
const overlap = (a: Slice, b: Slice): boolean => a.start < b.end && b.start < a.end;

/**
 * Evaluates the facts found in annotated articles. An amount is right when it overlaps the annotated one and has the same value and
 * unit; a date when it overlaps and has the same key; a description when it is exactly the annotated text; a conflict when both amounts
 * are the annotated ones. Conflicts are searched among all articles of the set.
 */
export function evaluateFacts(set: readonly Annotated[]): FactFigures {
  const lines: string[] = [];
  const wrong: Wrong = (kind, id, what) => lines.push(`${id}: ${kind}: ${what}`);
  const totals = {
    amounts: tally(),
    dates: tally(),
    filed: tally(),
    descriptions: tally(),
    conflicts: tally(),
  };
  for (const one of set) {
    amountsOf(one, totals.amounts, wrong);
    datesOf(one, totals.dates, wrong);
    filedOf(one, totals.filed, wrong);
    namesOf(one, totals.descriptions, wrong);
  }
  conflictsOf(set, totals.conflicts, wrong);
  return { ...totals, wrong: lines };
}

/** Compares found facts with annotated ones; each annotated fact is used once. */
function compare<Read extends Slice & { text: string }, Line extends Slice & { optional: boolean }>(
  read: readonly Read[],
  annotated: readonly Line[],
  same: (read: Read, line: Line) => boolean,
  into: Tally,
  say: (what: string) => void,
  textOf: (line: Line) => string,
): void {
  const left = new Set(annotated);
  for (const fact of read) {
    const line = [...left].find((one) => overlap(one, fact) && same(fact, one));
    const free = [...left].some((one) => one.optional && overlap(one, fact));
    if (line) left.delete(line);
    if (free || line?.optional) continue;
    into.read += 1;
    if (line) into.right += 1;
    else say(`read wrongly: ${fact.text} ${describeFact(fact)}`);
  }
  into.annotated += annotated.filter(({ optional }) => !optional).length;
  for (const line of left) if (!line.optional) say(`missed: ${textOf(line)}`);
}

const describeFact = (fact: object): string =>
  Object.entries(fact)
    .filter(([name]) => ['low', 'high', 'unit', 'key'].includes(name))
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');

/** Whether two numbers agree to within a thousandth. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) / 1000;

function amountsOf({ document, annotations }: Annotated, into: Tally, wrong: Wrong): void {
  if (!annotations.amounts) return;
  const { text, id } = document.article;
  const read = prose(document).flatMap(({ start, quote }) =>
    amountsIn(quote).map((amount) => ({ ...amount, start: start + amount.start, end: start + amount.end })),
  );
  compare(
    read,
    annotations.amounts,
    (amount, line) =>
      near(amount.low, line.low) &&
      near(amount.high, line.high) &&
      line.units.some((unit) => unit === amount.unit || unitOf(unit) === amount.unit),
    into,
    (what) => wrong('amount', id, what),
    (line) => text.slice(line.start, line.end),
  );
}

function datesOf({ document, annotations }: Annotated, into: Tally, wrong: Wrong): void {
  if (!annotations.dates) return;
  const { text, id, publishedAt } = document.article;
  const read = prose(document).flatMap(({ start, quote }) =>
    datesIn(quote, publishedAt).map((date) => ({
      ...date,
      start: start + date.start,
      end: start + date.end,
    })),
  );
  compare(
    read,
    annotations.dates,
    (date, line) => date.key === line.key,
    into,
    (what) => wrong('date', id, what),
    (line) => text.slice(line.start, line.end),
  );
}

/** Compares the timeline's date of annotated sentences, which have several dates. */
function filedOf({ document, annotations }: Annotated, into: Tally, wrong: Wrong): void {
  const events = timeline([document]);
  for (const line of annotations.filed) {
    into.annotated += 1;
    const event = events.find(({ passage: { sentence } }) => overlap(sentence, line));
    if (!event) continue;
    into.read += 1;
    if (event.key === line.key) into.right += 1;
    else wrong('filed', document.article.id, `${event.key} instead of ${line.key}: ${event.passage.quote}`);
  }
}

function namesOf({ document, annotations }: Annotated, into: Tally, wrong: Wrong): void {
  const { id } = document.article;
  for (const { name, descriptions: annotated } of annotations.names) {
    const left = new Set(annotated);
    for (const { passage } of descriptions([document], name)) {
      for (const { text } of passage.spans) {
        const line = [...left].find(({ forms }) => forms.includes(text));
        if (line) left.delete(line);
        if (line?.optional) continue;
        into.read += 1;
        if (line) into.right += 1;
        else wrong('who is', id, `${name}: read wrongly: ${text}`);
      }
    }
    into.annotated += annotated.filter(({ optional }) => !optional).length;
    for (const { forms, optional } of left)
      if (!optional) wrong('who is', id, `${name}: missed: ${forms[0] ?? ''}`);
  }
}

function conflictsOf(set: readonly Annotated[], into: Tally, wrong: Wrong): void {
  const keyOf = (a: [string, Slice], b: [string, Slice]): string =>
    [a, b]
      .map(([id, { start }]) => `${id}@${start}`)
      .toSorted()
      .join(' ');
  /** The slice of an amount that starts at its number. */
  const digitsOf = (text: string, { start, end }: Slice): Slice => ({
    start: start + Math.max(0, text.slice(start, end).search(/\d/u)),
    end,
  });
  const byId = new Map(set.map(({ document }) => [document.article.id, document.article.text]));
  const wanted = new Map<string, string>();
  const allowed = new Set<string>();
  for (const { document, annotations } of set) {
    for (const { mine, other, theirs, optional } of annotations.conflicts) {
      const text = byId.get(other);
      const place = text === undefined ? undefined : lineOfAnnotation(text, theirs, text.indexOf('\n'));
      if (text === undefined || !place)
        throw new Error(`${document.article.id}: ${theirs} is not in ${other}`);
      const key = keyOf(
        [document.article.id, digitsOf(document.article.text, mine)],
        [other, digitsOf(text, place)],
      );
      if (optional) allowed.add(key);
      else wanted.set(key, `${document.article.text.slice(mine.start, mine.end)} and ${theirs}`);
    }
  }
  into.annotated += wanted.size;
  for (const { different } of figures(set.map(({ document }) => document))) {
    for (const pair of different) {
      const [a, b] = pair.map(({ passage: { document, sentence }, amount }): [string, Slice] => {
        const at = { start: sentence.start + amount.start, end: sentence.start + amount.end };
        return [document.article.id, digitsOf(document.article.text, at)];
      });
      const key = a && b ? keyOf(a, b) : '';
      if (allowed.has(key)) continue;
      into.read += 1;
      if (wanted.delete(key)) into.right += 1;
      else
        wrong('conflict', key, `read wrongly: ${pair.map(({ passage: { quote } }) => quote).join(' AND ')}`);
    }
  }
  for (const [key, what] of wanted) wrong('conflict', key, `missed: ${what}`);
}

/** The sentences that are not headings. */
const prose = (document: Document): { start: number; quote: string }[] =>
  document.sentences
    .filter(({ paragraph }) => document.paragraphs[paragraph]?.kind === 'paragraph')
    .map((sentence) => ({ start: sentence.start, quote: passageOf(document, sentence).quote }));
