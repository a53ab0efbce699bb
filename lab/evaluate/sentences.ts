import type { Slice } from '../../src/article/article.ts';

/** Shares from 0 to 1; each is 1 when there is nothing to divide by. */
export type Accuracy = Readonly<{ precision: number; recall: number; f1: number }>;

/** The results of {@link evaluateSentences}. */
export type SentenceFigures = Readonly<{
  /** Number of texts (lines of the file). */
  texts: number;
  /** Number of texts that were split exactly right. */
  exact: number;
  /** Line numbers, from 1, of the other texts. */
  wrong: readonly number[];
  /** Of sentences; one is right when both its start and its end are. */
  span: Accuracy;
  /** Of boundaries between two sentences of a text; its own ends do not count. */
  boundary: Accuracy;
  /** UTF-16 units split per second, in the fastest round over the file. */
  charactersPerSecond: number;
}>;

type Splitter = (text: string) => readonly Slice[];
type Example = Readonly<{ text: string; sentences: readonly string[] }>;

/** Number of rounds. The fastest counts, since other load slows the rest. */
const ROUNDS = 5;
/** Shortest duration of a round, well above the clock's resolution. */
const ROUND_MS = 100;

/**
 * Compares a splitter with a file of correct answers. `jsonl` has one object per line: `{"text", "sentences"}`, or `{"sentences"}`
 * alone, whose text is the sentences joined by spaces. White space is ignored, so answers may replace a line break by a space. Shares
 * are over the whole file (micro-averaged). `now` gives milliseconds.
 *
 * @throws Error with the line that is not such an object, or whose sentences do not match its text.
 */
export function evaluateSentences(
  jsonl: string,
  split: Splitter,
  now: () => number = () => performance.now(),
): SentenceFigures {
  const span = counter();
  const boundary = counter();
  const wrong: number[] = [];
  const texts: string[] = [];
  for (const [index, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue;
    const { text, sentences } = parseExample(line, index + 1);
    texts.push(text);
    const expected = endsOf(sentences);
    const actual = endsOf(split(text).map(({ start, end }) => text.slice(start, end)));
    if (expected.at(-1) !== inkOf(text)) {
      throw new Error(`Line ${index + 1}: the sentences are not the text. Correct that line.`);
    }
    if (expected.join() !== actual.join()) wrong.push(index + 1);
    span.add(spansOf(expected), spansOf(actual));
    boundary.add(expected.slice(0, -1).map(String), actual.slice(0, -1).map(String));
  }
  if (texts.length === 0) throw new Error('No line to measure. Give a file with one JSON object a line.');
  return {
    texts: texts.length,
    exact: texts.length - wrong.length,
    wrong,
    span: span.accuracy(),
    boundary: boundary.accuracy(),
    charactersPerSecond: speedOf(texts, split, now),
  };
}

function parseExample(line: string, number: number): Example {
  const fail = (): never => {
    throw new Error(
      `Line ${number} is not {"sentences": ["…"]} or {"text": "…", "sentences": ["…"]}. Correct it.`,
    );
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail();
  }
  if (typeof value !== 'object' || value === null || !('sentences' in value)) return fail();
  const { sentences } = value;
  if (!Array.isArray(sentences) || sentences.length === 0) return fail();
  if (!sentences.every((sentence) => typeof sentence === 'string')) return fail();
  const text = 'text' in value ? value.text : sentences.join(' ');
  return typeof text === 'string' ? { text, sentences } : fail();
}

/** Number of units of a text that are not white space. */
function inkOf(text: string): number {
  return text.replaceAll(/\s+/gu, '').length;
}

/** The end of each sentence, in units that are not white space. */
function endsOf(sentences: readonly string[]): number[] {
  let end = 0;
  return sentences.map((sentence) => (end += inkOf(sentence)));
}

function spansOf(ends: readonly number[]): string[] {
  return ends.map((end, index) => `${ends[index - 1] ?? 0}-${end}`);
}

function counter() {
  let [expected, actual, right] = [0, 0, 0];
  return {
    add(wanted: readonly string[], got: readonly string[]) {
      const known = new Set(wanted);
      expected += wanted.length;
      actual += got.length;
      right += got.filter((item) => known.has(item)).length;
    },
    accuracy(): Accuracy {
      const precision = actual === 0 ? 1 : right / actual;
      const recall = expected === 0 ? 1 : right / expected;
      return { precision, recall, f1: expected + actual === 0 ? 1 : (2 * right) / (expected + actual) };
    },
  };
}

function speedOf(texts: readonly string[], split: Splitter, now: () => number): number {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  let fastest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = now();
    let characters = 0;
    let elapsed = 0;
    do {
      for (const text of texts) split(text);
      characters += length;
      elapsed = now() - start;
    } while (elapsed < ROUND_MS);
    fastest = Math.max(fastest, (characters / elapsed) * 1000);
  }
  return fastest;
}
