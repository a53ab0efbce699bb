import type { AnswerOutcome } from './answers.ts';
import { quantile, rankFigures } from './hits.ts';

/** The outcomes of one road (words alone, or with the reader) in one scope. */
export type Measured = Readonly<{ road: string; scope: string; outcomes: readonly AnswerOutcome[] }>;

const percent = (share: number): string => (Number.isNaN(share) ? '-' : (100 * share).toFixed(1)).padStart(6);
const share = (all: readonly AnswerOutcome[], keep: (outcome: AnswerOutcome) => boolean): string =>
  percent(all.length === 0 ? Number.NaN : all.filter(keep).length / all.length);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

const HEAD = [
  [
    '',
    '',
    ' first',
    ' in 3',
    '   MRR',
    '   nothing',
    '    found',
    ' of found',
    '    found',
    '   spans',
    '      ',
    '  p50',
    '   p95',
  ],
  [
    '',
    '',
    '     %',
    '    %',
    '      ',
    '   of answ.',
    ' of answ.',
    '    right',
    ' of unansw.',
    '  exact',
    '   F1',
    '   ms',
    '    ms',
  ],
];
const WIDTHS = [10, 8, 7, 7, 7, 11, 10, 10, 12, 8, 7, 8, 8];
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => (at < 2 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.trim().padStart(WIDTHS[at] ?? 0)))
    .join('');

/**
 * The table of `npm run eval -- answers` as lines, one per scope and road. "of found right" is the share of right first quotes among all
 * answers that are `found`, including answers to unanswerable questions.
 */
export function reportAnswers(all: readonly Measured[]): string[] {
  return [...HEAD.map(line), ...all.map(row)];
}

function row({ road, scope, outcomes }: Measured): string {
  const answerable = outcomes.filter(({ question }) => question.answerable);
  const unanswerable = outcomes.filter(({ question }) => !question.answerable);
  const found = outcomes.filter(({ verdict }) => verdict === 'found');
  const right = answerable.filter(({ place, question }) => place === 1 && question.answers.length > 0);
  const { top1, top3, mrr } = rankFigures(answerable.map(({ place }) => place));
  const times = outcomes.map(({ ms }) => ms);
  return line([
    scope,
    road,
    percent(top1),
    percent(top3),
    mrr.toFixed(3),
    share(answerable, ({ verdict }) => verdict === 'nothing'),
    share(answerable, ({ verdict }) => verdict === 'found'),
    share(found, ({ place }) => place === 1),
    share(unanswerable, ({ verdict }) => verdict === 'found'),
    percent(mean(right.map(({ span }) => Number(span.exact)))),
    percent(mean(right.map(({ span }) => span.f1))),
    quantile(times, 0.5).toFixed(1),
    quantile(times, 0.95).toFixed(1),
  ]);
}
