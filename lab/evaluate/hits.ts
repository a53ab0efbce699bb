const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Whether a quote is right: it contains a gold sentence, or is contained in one and at least half as long. */
export function isHit(quote: string, gold: readonly string[]): boolean {
  const shown = folded(quote);
  return gold.some((sentence) => {
    const wanted = folded(sentence);
    return shown.includes(wanted) || (wanted.includes(shown) && shown.length * 2 >= wanted.length);
  });
}

/** The rank of the first right quote, from 1; 0 when none is right. */
export function firstHit(quotes: readonly string[], gold: readonly string[]): number {
  return quotes.findIndex((quote) => isHit(quote, gold)) + 1;
}

/** Top-1, top-3 and top-10 (shares, 0 to 1) and the mean reciprocal rank of ranks from {@link firstHit}. */
export function rankFigures(places: readonly number[]): {
  top1: number;
  top3: number;
  top10: number;
  mrr: number;
} {
  const share = (most: number): number =>
    places.filter((place) => place > 0 && place <= most).length / Math.max(1, places.length);
  const reciprocal = places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0);
  return { top1: share(1), top3: share(3), top10: share(10), mrr: reciprocal / Math.max(1, places.length) };
}

/**
 * The area under the ROC curve: the probability that a value of `positives` is above one of `negatives`; ties count half. 0.5 is chance,
 * 1 is perfect; NaN when either is empty.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ].toSorted((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const rank = (from + to + 1) / 2;
    for (let at = from; at < to; at++) if (all[at]?.positive) rankSum += rank;
    from = to;
  }
  const base = (positives.length * (positives.length + 1)) / 2;
  return (rankSum - base) / (positives.length * negatives.length);
}

/** A line of a risk-coverage table: a share of the questions by descending confidence, and the share of these that is wrong. */
export type RiskLine = Readonly<{ coverage: number; risk: number; confidence: number }>;

/** The share of wrong answers (0 to 1) among the most confident 10 %, 20 % … 100 %. */
export function riskCoverage(
  answers: readonly Readonly<{ confidence: number; right: boolean }>[],
): RiskLine[] {
  const ordered = answers.toSorted((a, b) => b.confidence - a.confidence);
  return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((coverage) => {
    const taken = ordered.slice(0, Math.max(1, Math.round(ordered.length * coverage)));
    return {
      coverage,
      risk: taken.filter(({ right }) => !right).length / Math.max(1, taken.length),
      confidence: taken.at(-1)?.confidence ?? 0,
    };
  });
}

/** The value below which a share (0 to 1) of the values are; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN;
}
