/** Work in small steps: it may rest after each, and the last one has the result. */
export type Steps<Result> = Generator<void, Result>;

/** Does all steps at once. */
export function allSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
