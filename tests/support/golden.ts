import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Answer } from '../../src/answer/answer.ts';
import type { SearchEngine } from '../../src/answer/ask.ts';

const line = z.strictObject({
  q: z.string(),
  /** Substrings of which the first quote must contain one; empty when the articles do not answer. */
  gold: z.array(z.string()),
  /** Substrings that the first quote's spans must all contain. */
  spans: z.array(z.string()),
});

/** The results for a golden set: the number of questions, and of right answers. */
export type GoldenResult = Readonly<{
  answerable: number;
  quoted: readonly string[];
  withSpans: number;
  spanned: readonly string[];
  /** Words in the shown spans, and those that are in an expected span. */
  shownWords: number;
  neededWords: number;
  /** Unanswerable questions whose answer is `found`. */
  wronglyFound: readonly string[];
}>;

/** Asks the questions of a golden set. */
export async function runGolden(file: string, ask: SearchEngine): Promise<GoldenResult> {
  const all = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
  const answers: { known: z.output<typeof line>; answer: Answer }[] = [];
  for (const known of all) answers.push({ known, answer: await ask({ question: known.q }) });
  const answerable = answers.filter(({ known }) => known.gold.length > 0);
  const withSpans = answers.filter(({ known }) => known.spans.length > 0);
  const names = (list: typeof answers): string[] => list.map(({ known }) => known.q);
  const shown = withSpans.map(({ known, answer }) => ({ known, texts: spansOf(answer) }));
  const size = (text: string): number => text.split(/\s+/u).length;
  return {
    answerable: answerable.length,
    quoted: names(
      answerable.filter(({ known, answer }) =>
        known.gold.some((part) => answer.passages[0]?.quote.includes(part)),
      ),
    ),
    withSpans: withSpans.length,
    spanned: names(withSpans.filter(({ known, answer }) => holdsAll(spansOf(answer), known.spans))),
    shownWords: shown.reduce(
      (sum, { texts }) => sum + texts.reduce((words, text) => words + size(text), 0),
      0,
    ),
    neededWords: shown.reduce(
      (sum, { known, texts }) =>
        sum +
        known.spans
          .filter((part) => texts.some((text) => text.includes(part)))
          .reduce((words, part) => words + size(part), 0),
      0,
    ),
    wronglyFound: names(
      answers.filter(({ known, answer }) => known.gold.length === 0 && answer.verdict === 'found'),
    ),
  };
}

const spansOf = ({ passages }: Answer): string[] => passages[0]?.spans.map(({ text }) => text) ?? [];
const holdsAll = (texts: readonly string[], parts: readonly string[]): boolean =>
  parts.every((part) => texts.some((text) => text.includes(part)));
