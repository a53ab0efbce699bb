import { atThreshold, calibrationError, reliability, type Judged } from './calibration.ts';
import { areaUnderCurve, quantile, rankFigures, riskCoverage } from './hits.ts';
import type { Measured, AnswerOutcome } from './answers.ts';
import { SCOPES } from './worlds.ts';

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
const row = (label: string, ...cells: readonly string[]): string => `${label.padEnd(26)}${cells.join(' ')}`;

/** The first pattern that fits a question names its kind in the report. */
const REPORT_KINDS: readonly (readonly [string, RegExp])[] = [
  ['how many, how much', /\bhow (?:many|much)\b/iu],
  ['how (other)', /\bhow\b/iu],
  ['when, what year', /\bwhen\b|\b(?:what|which) (?:year|date|century|decade|month|day)\b/iu],
  ['where', /\bwhere\b/iu],
  ['why', /\bwhy\b/iu],
  ['who', /\bwho(?:m|se)?\b/iu],
  ['which', /\bwhich\b/iu],
  ['what', /\bwhat\b/iu],
  ['other', /(?:)/u],
];

const kindOf = ({ question }: AnswerOutcome): string =>
  REPORT_KINDS.find(([, pattern]) => pattern.test(question.q))?.[0] ?? 'other';

/** The tables that `npm run eval -- answers` prints, as lines. */
export function reportAnswers(measured: Measured): string[] {
  const { scopes } = measured;
  return [
    row('', ' top-1  top-3 top-10    MRR     p50     p99 ms'),
    ...SCOPES.map((scope) => figuresRow(scope, scopes[scope])),
    '',
    row('top-1 by kind', ...SCOPES.map((scope) => scope.padStart(9)), ' questions'),
    ...REPORT_KINDS.map(([kind]) => {
      const rows = SCOPES.map((scope) => scopes[scope].filter((outcome) => kindOf(outcome) === kind));
      const cells = rows.map((found) => percent(top1(found)).padStart(9));
      return row(kind, ...cells, String(rows[0]?.length ?? 0).padStart(10));
    }),
    '',
    ...spanLines(measured),
    '',
    ...abstention(measured),
  ];
}

/** Exact match and F1 of the first span, as SQuAD counts them, where the first quote is right. */
function spanLines({ scopes }: Measured): string[] {
  const right = SCOPES.map((scope) =>
    scopes[scope].filter(({ place, question }) => place === 1 && question.answers.length > 0),
  );
  const cells = (keep: (outcome: AnswerOutcome) => boolean): string[] =>
    right.map((outcomes) => {
      const kept = outcomes.filter(keep);
      const mean = (value: (outcome: AnswerOutcome) => number): string =>
        percent(kept.reduce((sum, outcome) => sum + value(outcome), 0) / Math.max(1, kept.length));
      return `${mean(({ span }) => Number(span.exact))} ${mean(({ span }) => span.f1)}`.padStart(16);
    });
  return [
    row('first span: exact, F1', ...SCOPES.map((scope) => scope.padStart(16))),
    row('all', ...cells(() => true)),
    ...REPORT_KINDS.map(([kind]) => row(kind, ...cells((outcome) => kindOf(outcome) === kind))),
  ];
}

const top1 = (outcomes: readonly AnswerOutcome[]): number =>
  rankFigures(outcomes.map(({ place }) => place)).top1;

function figuresRow(label: string, outcomes: readonly AnswerOutcome[]): string {
  const figures = rankFigures(outcomes.map(({ place }) => place));
  const times = outcomes.map(({ ms }) => ms);
  return row(
    label,
    percent(figures.top1),
    percent(figures.top3),
    percent(figures.top10),
    figures.mrr.toFixed(3).padStart(6),
    quantile(times, 0.5).toFixed(2).padStart(7),
    quantile(times, 0.99).toFixed(2).padStart(7),
  );
}

function abstention({ scopes, articleRemoved, paragraphRemoved, unanswerable }: Measured): string[] {
  const asked = scopes.archive.map(({ confidence }) => confidence);
  const curve = (label: string, negatives: readonly number[]): string =>
    row(label, areaUnderCurve(asked, negatives).toFixed(3));
  const right = scopes.archive.map(({ confidence, place }) => ({ confidence, right: place === 1 }));
  const removed = [...articleRemoved, ...paragraphRemoved].map((confidence) => ({
    confidence,
    right: false,
    weight: 0.5,
  }));
  const mixed = [...right, ...removed];
  return [
    'abstention, area under the curve against the same questions with',
    curve('  their article removed', articleRemoved),
    curve('  their paragraph removed', paragraphRemoved),
    ...(unanswerable.length > 0 ? [curve('  no answer in the data', unanswerable)] : []),
    '',
    'risk at coverage            answerable alone      with both removals mixed in',
    ...riskCoverage(right).map((line, index) => {
      const other = riskCoverage(mixed)[index];
      const cells = [line, ...(other ? [other] : [])].map(
        ({ risk, confidence }) => `${percent(risk)} from ${confidence.toFixed(2)}`,
      );
      return row(`${percent(line.coverage)} %`, ...cells.map((cell) => cell.padEnd(21)));
    }),
    '',
    ...calibration(right, removed),
  ];
}

/** Half of the questions answerable, a quarter without their article, a quarter without their paragraph. */
function calibration(answerable: readonly Judged[], removed: readonly Judged[]): string[] {
  const mixed = [...answerable, ...removed];
  const bands = reliability(mixed);
  return [
    'confidence when half of the questions have no answer: share of all, given, right',
    ...bands.map((band) =>
      row(
        `  from ${band.from.toFixed(1)}`,
        percent(band.share),
        percent(band.confidence),
        percent(band.right),
      ),
    ),
    row('calibration error', calibrationError(bands).toFixed(3)),
    '',
    'threshold: shown of the answerable, of the removed, and right of all shown',
    ...[0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9].map((threshold) =>
      row(
        `  from ${threshold.toFixed(2)}`,
        percent(atThreshold(answerable, threshold).shown),
        percent(atThreshold(removed, threshold).shown),
        percent(atThreshold(mixed, threshold).right),
      ),
    ),
  ];
}
