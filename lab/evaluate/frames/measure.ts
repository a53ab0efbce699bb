import { checkText } from '../../../src/answer/quotes/check-text.ts';
import type { QuoteCheck } from '../../../src/answer/quotes/quote-check.ts';
import { GRADES } from '../../../src/answer/quotes/quote-check.ts';
import type { QuoteNote } from '../../../src/answer/quotes/notes.ts';
import type { SearchIndex } from '../../../src/search/index/search-index.ts';
import type { FrameCase } from './cases.ts';
import { itemAt } from '../../../src/article/item-at.ts';

/** The result of checking a printed quotation; the most serious one counts. */
type FrameOutcome = Readonly<{
  tested: FrameCase;
  gravest: QuoteCheck;
  notes: ReadonlySet<QuoteNote['kind']>;
  ms: number;
}>;

/** Checks every case. */
export function measureFrames(cases: readonly FrameCase[], index: SearchIndex): FrameOutcome[] {
  return cases.flatMap((tested) => {
    const started = performance.now();
    const { checks } = checkText(tested.text, index);
    const ms = performance.now() - started;
    const [gravest] = checks.toSorted((a, b) => GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade));
    if (!gravest) return [];
    return [
      { tested, gravest, ms, notes: new Set(checks.flatMap(({ notes }) => notes.map(({ kind }) => kind))) },
    ];
  });
}

const SHOWN = 24;
const LITERAL: ReadonlySet<string> = new Set(['EXACT', 'SAME WORDS', 'SHORTENED']);

/** A table with a row per frame, totals, and the first wrong cases. */
export function reportFrames(outcomes: readonly FrameOutcome[]): string[] {
  const verbatim = outcomes.filter(({ tested }) => tested.kind === 'verbatim');
  const frames = [...new Set(verbatim.map(({ tested }) => tested.frame))];
  const columns = [...GRADES, 'right noted', 'wrong noted'];
  const width = Math.max(...frames.map((frame) => frame.length));
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `${name.padEnd(width)}${cells.map((cell, at) => String(cell).padStart(itemAt(columns, at).length + 2)).join('')}`;
  const noted = (list: readonly FrameOutcome[], speaker: FrameCase['speaker']): string => {
    const of = list.filter(({ tested }) => tested.speaker === speaker);
    return `${of.filter(({ notes }) => notes.has('other speaker')).length}/${of.length}`;
  };
  const lines = [row('', columns)];
  for (const frame of frames) {
    const of = verbatim.filter(({ tested }) => tested.frame === frame);
    const counts = GRADES.map((grade) => of.filter(({ gravest }) => gravest.grade === grade).length);
    lines.push(row(frame, [...counts, noted(of, 'right'), noted(of, 'wrong')]));
  }
  const called = (list: readonly FrameOutcome[], grades: ReadonlySet<string>): string =>
    `${list.filter(({ gravest }) => grades.has(gravest.grade)).length} of ${list.length}`;
  const of = (kind: FrameCase['kind']): FrameOutcome[] =>
    outcomes.filter(({ tested }) => tested.kind === kind);
  const prose = of('prose as speech');
  const times = outcomes.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const quantile = (share: number): string =>
    (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(2);
  return [
    ...lines,
    '',
    `verbatim called ALTERED                     ${called(verbatim, new Set(['ALTERED']))}`,
    `verbatim called NOT IN THE ARCHIVE          ${called(verbatim, new Set(['NOT IN THE ARCHIVE']))}`,
    `wrong speakers noted                        ${noted(verbatim, 'wrong')}`,
    `right speakers noted                        ${noted(verbatim, 'right')}`,
    `over the marks passed                       ${called(of('over the marks'), LITERAL)}`,
    `prose as speech noted                       ${prose.filter(({ notes }) => notes.has('not speech')).length} of ${prose.length}`,
    `time for one text                           p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms`,
    ...outcomes
      .filter(
        (each, at, all) =>
          isWrong(each) &&
          all.findIndex((other) => isWrong(other) && other.tested.about === each.tested.about) === at,
      )
      .toSorted((a, b) => GRADES.indexOf(b.gravest.grade) - GRADES.indexOf(a.gravest.grade))
      .slice(0, SHOWN)
      .flatMap(caseLines),
  ];
}

function isWrong({ tested, gravest, notes }: FrameOutcome): boolean {
  if (tested.kind === 'over the marks') return LITERAL.has(gravest.grade);
  if (tested.kind === 'prose as speech') return !notes.has('not speech');
  if (gravest.grade === 'ALTERED' || gravest.grade === 'NOT IN THE ARCHIVE') return true;
  return tested.speaker === 'right'
    ? notes.has('other speaker')
    : tested.speaker === 'wrong' && !notes.has('other speaker');
}

const caseLines = ({ tested, gravest, notes }: FrameOutcome): string[] => [
  '',
  `${tested.kind}, ${tested.frame}, ${tested.speaker} speaker: ${gravest.grade}${[...notes].map((note) => `, ${note}`).join('')}`,
  `  ${tested.text}`,
  ...gravest.notes.flatMap((note) => ('words' in note ? [`  ${note.kind}: ${note.words}`] : [])),
];
