import { quoteOf } from '../../../src/article/document.ts';
import { checkText } from '../../../src/answer/quotes/check-text.ts';
import type { QuoteCheck } from '../../../src/answer/quotes/quote-check.ts';
import type { Grade } from '../../../src/answer/quotes/quote-check.ts';
import { GRADES } from '../../../src/answer/quotes/quote-check.ts';
import type { SearchIndex } from '../../../src/search/index/search-index.ts';
import type { Case, Sort } from './cases.ts';

/** The result of checking a case. */
export type QuoteOutcome = Readonly<{ tested: Case; grade: Grade; linked: boolean; ms: number }>;

/** Checks every case; the most serious grade of a text counts. */
export function measureQuotes(cases: readonly Case[], index: SearchIndex): QuoteOutcome[] {
  return cases.map((tested) => {
    const started = performance.now();
    const { checks } = checkText(tested.text, index);
    const ms = performance.now() - started;
    const [gravest] = checks.toSorted((a, b) => GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade));
    const grade = gravest?.grade ?? 'NOT IN THE ARCHIVE';
    return { tested, grade, ms, linked: gravest !== undefined && isLinked(tested, gravest) };
  });
}

/** Whether the first cited sentence is a source of the quotation. */
function isLinked({ sources }: Case, { grade, sources: [cited] }: QuoteCheck): boolean {
  if (!cited || grade === 'NOT IN THE ARCHIVE') return false;
  const { document, first, last } = cited;
  const held = new Set(
    document.sentences
      .filter(({ n }) => first.n <= n && n <= last.n)
      .map((sentence) => quoteOf(document, sentence)),
  );
  return sources.some((source) => held.has(source));
}

/** Number of wrong cases printed. */
const SHOWN = 10;

/** The wrong grades for each kind of change. */
const WRONG: Readonly<Record<Sort, readonly Grade[]>> = {
  harmless: ['SHORTENED', 'ALTERED', 'NOT IN THE ARCHIVE'],
  marked: ['EXACT', 'SAME WORDS', 'ALTERED', 'NOT IN THE ARCHIVE'],
  altered: ['EXACT', 'SAME WORDS', 'SHORTENED'],
  invented: ['EXACT', 'SAME WORDS', 'SHORTENED'],
};

/** The confusion table, totals and first wrong cases, as lines. */
export function reportQuotes(outcomes: readonly QuoteOutcome[]): string[] {
  const kinds = [...new Set(outcomes.map(({ tested }) => tested.kind))];
  const width = Math.max(...kinds.map((kind) => kind.length));
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `${name.padEnd(width)}${cells.map((cell, at) => String(cell).padStart((GRADES[at] ?? 'linked').length + 2)).join('')}`;
  const lines = [row('', [...GRADES, 'linked'])];
  for (const kind of kinds) {
    const of = outcomes.filter(({ tested }) => tested.kind === kind);
    const counts = GRADES.map((grade) => of.filter((each) => each.grade === grade).length);
    const linked =
      of[0]?.tested.sort === 'invented' ? '' : percent(of.filter((each) => each.linked).length, of.length);
    lines.push(row(kind, [...counts, linked]));
  }
  const called = (sort: Sort): string => {
    const of = outcomes.filter(({ tested }) => tested.sort === sort);
    return `${of.filter(isWrong).length} of ${of.length}`;
  };
  const altered = outcomes.filter(({ tested }) => tested.sort === 'altered');
  const times = outcomes.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const quantile = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  return [
    ...lines,
    '',
    `altered called EXACT, SAME WORDS or SHORTENED    ${called('altered')}`,
    `invented called EXACT, SAME WORDS or SHORTENED   ${called('invented')}`,
    `harmless called SHORTENED, ALTERED or NOT THERE  ${called('harmless')}`,
    `marked called anything but SHORTENED             ${called('marked')}`,
    `altered linked to the right sentence             ${percent(altered.filter(({ linked }) => linked).length, altered.length)}`,
    `time for one text                                p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms`,
    ...outcomes
      .filter((each) => isWrong(each) || (each.tested.sort === 'altered' && !each.linked))
      .slice(0, SHOWN)
      .flatMap(caseLines),
  ];
}

const isWrong = ({ tested, grade }: QuoteOutcome): boolean => WRONG[tested.sort].includes(grade);

const caseLines = ({ tested, grade, linked }: QuoteOutcome): string[] => [
  '',
  `${tested.kind}: ${grade}${linked ? '' : ', not linked'}`,
  `  ${tested.text}`,
  ...tested.sources.map((source) => `  from: ${source}`),
];

const percent = (part: number, all: number): string =>
  all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`;
