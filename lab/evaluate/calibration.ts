/** An answer with its confidence, whether it was right, and its weight (default 1). */
export type Judged = Readonly<{ confidence: number; right: boolean; weight?: number }>;

/** The answers in one band of confidence: their share of all, their average confidence, and the share that is right (0 to 1). */
export type Band = Readonly<{ from: number; share: number; confidence: number; right: number }>;

/** The answers in ten bands of confidence, without empty bands. */
export function reliability(answers: readonly Judged[]): Band[] {
  const total = answers.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return Array.from({ length: 10 }, (_, at) => at).flatMap((at) => {
    const inside = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === at);
    const all = inside.reduce((sum, { weight = 1 }) => sum + weight, 0);
    if (all === 0) return [];
    const mean = (of: (answer: Judged) => number): number =>
      inside.reduce((sum, answer) => sum + (answer.weight ?? 1) * of(answer), 0) / all;
    return [
      {
        from: at / 10,
        share: all / total,
        confidence: mean(({ confidence }) => confidence),
        right: mean(({ right }) => (right ? 1 : 0)),
      },
    ];
  });
}

/** The expected calibration error: the average difference between confidence and accuracy, 0 (best) to 1. */
export const calibrationError = (bands: readonly Band[]): number =>
  bands.reduce((sum, { share, confidence, right }) => sum + share * Math.abs(confidence - right), 0);

/** The share of answers above a threshold, and the share of those that is right (0 to 1). */
export function atThreshold(answers: readonly Judged[], threshold: number): { shown: number; right: number } {
  const through = answers.filter(({ confidence }) => confidence >= threshold);
  const sum = (all: readonly Judged[]): number => all.reduce((total, { weight = 1 }) => total + weight, 0);
  return {
    shown: sum(through) / Math.max(1e-9, sum(answers)),
    right: sum(through.filter(({ right }) => right)) / Math.max(1e-9, sum(through)),
  };
}
