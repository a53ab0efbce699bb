import type { Terminal } from './terminal.ts';

/** Minimum time between two redraws. Milliseconds. */
const REDRAW_MS = 100;
const BAR = 24;
/** Moves to the start of the line, and clears it (ECMA-48: EL). */
const CLEAR = '\r\u001B[K';

/** Progress of long work: a bar on a terminal, nothing elsewhere, where each item gets a line of its own. */
export type ProgressBar = Readonly<{
  /** Counts an item as done. */
  step(): void;
  /** Removes the bar. */
  end(): void;
}>;

/** Creates a bar for `all` items; `now` is a clock in milliseconds. */
export function progressBar(output: Terminal['output'], all: number, now: () => number): ProgressBar {
  if (!output.isTTY) return { step: () => {}, end: () => {} };
  const begun = now();
  let done = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    drawn = now();
    const line = barLine(done, all, (drawn - begun) / 1000);
    output.write(`${CLEAR}${line.slice(0, (output.columns ?? 80) - 1)}`);
  };
  draw();
  return {
    step() {
      done += 1;
      if (now() - drawn >= REDRAW_MS) draw();
    },
    end: () => void output.write(CLEAR),
  };
}

/** `[#####·····] 1,234 of 2,468 · 210 a second · 6 s left`. `seconds` is the time taken so far. */
export function barLine(done: number, all: number, seconds: number): string {
  const full = Math.round((BAR * done) / Math.max(1, all));
  const bar = '#'.repeat(full) + '·'.repeat(BAR - full);
  const count = `[${bar}] ${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`;
  if (done === 0 || seconds < 1) return count;
  const rate = done / seconds;
  const often = rate >= 1 ? `${Math.round(rate)} a second` : `${Math.round(rate * 60)} a minute`;
  return `${count} · ${often} · ${duration((all - done) / rate)} left`;
}

/** `8 s`, `3 min`, `2 h`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** Progress of long work with too many items for a line each. */
export type LongProgress = Readonly<{
  /** `done` articles; `share` of the whole work, 0 to 1. */
  tell(done: number, share: number): void;
  /** Removes the line. */
  end(): void;
}>;

/** Interval of writing a line where it cannot be redrawn. Milliseconds. */
const LINE_MS = 10_000;

/**
 * Shows a line with the number of articles, the rate and the remaining time. It is redrawn on a terminal; elsewhere, a new line is
 * written at intervals.
 */
export function longProgress(output: Terminal['output'], now: () => number): LongProgress {
  const begun = now();
  let drawn = begun;
  let before: Readonly<{ done: number; share: number }> | undefined;
  return {
    tell(done, share) {
      // The work of an earlier run counts neither for the rate nor for the remaining time.
      before ??= { done, share };
      if (now() - drawn < (output.isTTY ? REDRAW_MS : LINE_MS)) return;
      drawn = now();
      const seconds = (drawn - begun) / 1000;
      const rate = Math.round((done - before.done) / seconds);
      const left = ((1 - share) / Math.max(share - before.share, 1e-9)) * seconds;
      const text = `${done.toLocaleString('en-US')} articles · ${rate.toLocaleString('en-US')} a second · ${Math.floor(share * 100)} % · ${duration(left)} left`;
      output.write(output.isTTY ? `${CLEAR}${text.slice(0, (output.columns ?? 80) - 1)}` : `${text}\n`);
    },
    end: () => void (output.isTTY && output.write(CLEAR)),
  };
}
