import { rangesOf } from '../../src/answer/spans/ranges.ts';
import { readSentence, type Group } from '../../src/answer/spans/reading.ts';
import { spanRow } from '../../src/answer/spans/score.ts';
import { WEIGHT_NAMES } from '../../src/answer/spans/traits/index.ts';
import { isHit } from '../evaluate/hits.ts';
import type { KnownQuestion } from '../evaluate/questions.ts';
import { spanMatch } from '../evaluate/span-match.ts';
import { scopeOfQuestion, type World } from '../evaluate/worlds.ts';
import { looksOf } from '../../src/search/rank/features/looks.ts';
import { readQuestion } from '../../src/search/question/question.ts';
import type { Synonyms } from '../../src/search/question/synonyms.ts';
import { CANDIDATES } from '../../src/answer/ask.ts';
import { FOLDS, foldsOf } from './cross-validate.ts';
import { minimise } from './minimise.ts';

/** One possible answer: its values by the places of their weights, and how it agrees with the accepted answers. */
type Row = Readonly<{ index: Int32Array; value: Float32Array; exact: boolean; f1: number }>;

/** The possible answers of the sentence that answers a question. */
export type SpanExample = Readonly<{ question: KnownQuestion; group: Group; rows: readonly Row[] }>;

/** Reads the right sentence of each question that has accepted answers in it. */
export function collectSpans(
  world: World,
  questions: readonly KnownQuestion[],
  synonyms: Synonyms,
): SpanExample[] {
  return questions.flatMap((question): SpanExample[] => {
    const place = scopeOfQuestion(world, 'paragraph', question);
    const view = place.index.within(place.scope);
    const query = readQuestion(question.q, view.vocabulary, synonyms);
    const look = looksOf(query, view.candidates(query, CANDIDATES)).find(({ candidate }) => {
      const { document, sentence } = candidate;
      const quote = document.article.text.slice(sentence.start, sentence.end);
      return isHit(quote, question.gold) && question.answers.some((answer) => quote.includes(answer));
    });
    if (!look) return [];
    const reading = readSentence(look);
    const rows = rangesOf(reading).map((range): Row => {
      const row = spanRow(reading, range);
      const { start = 0 } = reading.words[range.from] ?? {};
      const { end = 0 } = reading.words[range.to - 1] ?? {};
      return {
        index: Int32Array.from(row, ({ index }) => index),
        value: Float32Array.from(row, ({ value }) => value),
        ...spanMatch(reading.quote.slice(start, end), question.answers),
      };
    });
    return [{ question, group: reading.group, rows }];
  });
}

/** Weights under which an accepted answer is likeliest to be drawn from its sentence (softmax), with an L2 penalty. */
export function fitSpans(examples: readonly SpanExample[], penalty: number): Float64Array {
  const useful = examples.filter(({ rows }) => rows.some(({ exact }) => exact));
  return minimise(WEIGHT_NAMES.length, (point, slope) => {
    let loss = 0;
    for (let at = 0; at < point.length; at++) {
      slope[at] = penalty * (point[at] ?? 0);
      loss += 0.5 * penalty * (point[at] ?? 0) ** 2;
    }
    for (const { rows } of useful) {
      const powers = rows.map((row) => scoreOf(row, point));
      const top = Math.max(...powers);
      let all = 0;
      let right = 0;
      for (const [at, row] of rows.entries()) {
        const power = Math.exp((powers[at] ?? 0) - top);
        powers[at] = power;
        all += power;
        if (row.exact) right += power;
      }
      loss += Math.log(all / right);
      for (const [at, row] of rows.entries()) {
        const pull = (powers[at] ?? 0) / all - (row.exact ? (powers[at] ?? 0) / right : 0);
        if (Math.abs(pull) > 1e-7) addTo(slope, row, pull);
      }
    }
    return loss;
  });
}

function scoreOf({ index, value }: Row, point: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < index.length; at++) sum += (value[at] ?? 0) * (point[index[at] ?? 0] ?? 0);
  return sum;
}

function addTo(slope: Float64Array, { index, value }: Row, pull: number): void {
  for (let at = 0; at < index.length; at++) {
    const place = index[at] ?? 0;
    slope[place] = (slope[place] ?? 0) + pull * (value[at] ?? 0);
  }
}

/** Cross-validated exact match and F1 of the likeliest span of the right sentence, by what is asked for, as lines. */
export function crossValidateSpans(examples: readonly SpanExample[], penalty: number): string[] {
  const folds = foldsOf(examples.map(({ question }) => question.article));
  const best: { group: Group; row: Row | undefined }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isTest = ({ question }: SpanExample): boolean => folds.get(question.article) === fold;
    const weights = fitSpans(
      examples.filter((example) => !isTest(example)),
      penalty,
    );
    for (const { group, rows } of examples.filter(isTest)) {
      const [row] = rows.toSorted((a, b) => scoreOf(b, weights) - scoreOf(a, weights));
      best.push({ group, row });
    }
  }
  const line = (label: string, found: typeof best): string => {
    const share = (value: (row: Row) => number): string =>
      (
        (100 * found.reduce((sum, { row }) => sum + (row ? value(row) : 0), 0)) /
        Math.max(1, found.length)
      ).toFixed(1);
    return `${label.padEnd(16)} exact ${share(({ exact }) => (exact ? 1 : 0))}  F1 ${share(({ f1 }) => f1)}  of ${found.length}`;
  };
  const groups = Map.groupBy(best, ({ group }) => group);
  return [line('first span', best), ...[...groups].map(([group, found]) => line(`  ${group}`, found))];
}
