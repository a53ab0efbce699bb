import { itemAt } from '../../src/article/item-at.ts';
import { READ_SIGNALS, WORD_SIGNALS } from '../../src/answer/confidence.ts';
import { areaUnderCurve, rankFigures } from '../evaluate/hits.ts';
import { labelled, listsOf, namesOfExample, type Example, type Origin, type Road } from './collect.ts';
import { fitListwise, placeIn } from './listwise.ts';
import { fitLogistic, probability } from './logistic.ts';

const FOLDS = 8;
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

/** Assigns articles to folds, balanced within each set. An article's questions stay together. */
function foldsOf(examples: readonly Example[]): number[] {
  const keys = [...new Set(examples.map(({ origin }) => `${origin.set} ${origin.fold}`))].toSorted();
  return examples.map(({ origin }) => keys.indexOf(`${origin.set} ${origin.fold}`) % FOLDS);
}

const groups = (examples: readonly Example[]): Map<string, number[]> =>
  Map.groupBy(examples.keys(), (at) => {
    const { origin } = itemAt(examples, at);
    return `${origin.set}, ${origin.scope}`;
  });

/** Top-1 and top-3 for each set and scope; each article is ranked by weights that were fitted without it. */
export function crossValidateRanking(
  examples: readonly Example[],
  road: Road,
  penalty: number,
  weightOf: (origin: Origin) => number,
): string[] {
  const size = namesOfExample(road).length;
  const weights = Float64Array.from(examples, ({ origin }) => weightOf(origin));
  const lists = { ...listsOf(examples, size), weights };
  const folds = foldsOf(examples);
  const fitted = Array.from({ length: FOLDS }, (_, fold) =>
    fitListwise(
      lists,
      [...examples.keys()].filter((at) => folds[at] !== fold),
      penalty,
    ),
  );
  const place = (at: number): number => placeIn(lists, at, itemAt(fitted, itemAt(folds, at)));
  return [...groups(examples)].map(([name, all]) => {
    const answerable = all.filter((at) => examples[at]?.origin.question.answerable);
    const { top1, top3 } = rankFigures(answerable.map(place));
    return `${road.padEnd(6)} ${name.padEnd(24)} ${percent(top1)}/${percent(top3)} of ${answerable.length}`;
  });
}

/** How well confidence separates right from wrong answers, with the same cross-validation. */
export function crossValidateConfidence(
  examples: readonly Example[],
  road: Road,
  penalty: number,
  weightOf: (origin: Origin) => number,
): string[] {
  const size = (road === 'words' ? WORD_SIGNALS : READ_SIGNALS).length;
  const folds = foldsOf(examples);
  const fitted = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(
      labelled(
        examples.filter((_example, at) => folds[at] !== fold),
        weightOf,
      ),
      size,
      penalty,
    ),
  );
  const given = examples.map(({ signals }, at) =>
    signals ? probability(signals, itemAt(fitted, itemAt(folds, at))) : 0,
  );
  const areas = [...groups(examples)].map(([name, all]) => {
    const of = (right: boolean): number[] =>
      all.filter((at) => itemAt(examples, at).right === right).map((at) => itemAt(given, at));
    return `${road.padEnd(6)} ${name.padEnd(24)} right against wrong, AUC ${areaUnderCurve(of(true), of(false)).toFixed(3)}`;
  });
  return [
    ...areas,
    ...THRESHOLDS.map((threshold) => `${road.padEnd(6)} ${aboveLine(examples, given, threshold)}`),
  ];
}

/** Thresholds for which accuracy is printed, to choose FOUND_CONFIDENCE. */
const THRESHOLDS = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85];

function aboveLine(examples: readonly Example[], given: readonly number[], threshold: number): string {
  const above = examples.filter((_, at) => itemAt(given, at) >= threshold);
  const shareOf = (part: readonly Example[], all: readonly Example[]): string =>
    percent(part.length / Math.max(1, all.length)).trim();
  const of = (all: readonly Example[], answerable: boolean): Example[] =>
    all.filter(({ origin }) => origin.question.answerable === answerable);
  return (
    `from ${threshold.toFixed(2)}: right ${shareOf(
      above.filter(({ right }) => right),
      above,
    )}, ` +
    `of the answerable ${shareOf(of(above, true), of(examples, true))}, of the others ${shareOf(of(above, false), of(examples, false))}`
  );
}
