import { calibrationError, reliability } from '../evaluate/calibration.ts';
import { areaUnderCurve, rankFigures } from '../evaluate/hits.ts';
import { SCOPES } from '../evaluate/worlds.ts';
import type { Examples } from './lists.ts';
import { fitListwise, placeIn } from './listwise.ts';
import { fitLogistic, probability } from './logistic.ts';
import { ARCHIVES, type SignalExample } from './signals.ts';

/** How many parts the articles are dealt into: each is tested with weights fitted on the others. */
export const FOLDS = 4;

/** Deals articles into folds by their place in the alphabet. */
export function foldsOf(articles: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(articles)].toSorted().map((id, index) => [id, index % FOLDS]));
}

const percent = (share: number): string => (100 * share).toFixed(1);

/** Cross-validated top-1, top-3 and MRR of each scope, as lines. */
export function crossValidateRanking({ lists, origin }: Examples, penalty: number): string[] {
  const folds = foldsOf(origin.map(({ question }) => question.article));
  const places = origin.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const isTest = (list: number): boolean => folds.get(origin[list]?.question.article ?? '') === fold;
    const all = [...origin.keys()];
    const weights = fitListwise(
      lists,
      all.filter((list) => !isTest(list)),
      penalty,
    );
    for (const list of all.filter(isTest)) places[list] = placeIn(lists, list, weights);
  }
  return SCOPES.map((scope) => {
    const { top1, top3, mrr } = rankFigures(places.filter((_, list) => origin[list]?.scope === scope));
    return `${scope.padEnd(12)} top-1 ${percent(top1)}  top-3 ${percent(top3)}  MRR ${mrr.toFixed(3)}`;
  });
}

/** Cross-validated areas under the curve, and the calibration error, of confidence in archives of both sizes, as lines. */
export function crossValidateConfidence(
  examples: readonly SignalExample[],
  size: number,
  penalty: number,
): string[] {
  const folds = foldsOf(examples.map(({ question }) => question.article));
  const given = new Map<SignalExample, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const isTest = ({ question }: SignalExample): boolean => folds.get(question.article) === fold;
    const weights = fitLogistic(
      examples.filter((example) => !isTest(example)),
      size,
      penalty,
    );
    for (const example of examples.filter(isTest)) given.set(example, probability(example.signals, weights));
  }
  return ARCHIVES.flatMap((archive) => {
    const of = (keep: (example: SignalExample) => boolean): number[] =>
      examples
        .filter((example) => example.archive === archive && keep(example))
        .map((example) => given.get(example) ?? 0);
    const asked = of(({ removal }) => removal === 'none');
    const right = of((example) => example.right);
    const curves = (['article', 'paragraph'] as const).map((removal) => {
      const gone = of((example) => example.removal === removal);
      return (
        `${archive} archive, ${removal} removed`.padEnd(36) +
        `AUC ${areaUnderCurve(asked, gone).toFixed(3)} against all answerable questions, ` +
        `${areaUnderCurve(right, gone).toFixed(3)} against those whose first quote is right`
      );
    });
    const judged = examples
      .filter((example) => example.archive === archive)
      .map((example) => ({ ...example, confidence: given.get(example) ?? 0 }));
    const error = calibrationError(reliability(judged));
    return [...curves, `${archive} archive, calibration error`.padEnd(36) + error.toFixed(3)];
  });
}
