/** Work in small steps, after each of which the caller may pause. The last step returns the result. */
export type Steps<Result> = Generator<void, Result>;

/** Runs all steps at once. */
export function allSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
