import { readFile } from 'node:fs/promises';
import { evaluateSentences, type Accuracy, type SentenceFigures } from './sentences.ts';
import { splitSentences } from '../../src/article/sentences/sentences.ts';

/**
 * Measures the sentence splitter on a file of correct answers (format: {@link evaluateSentences}) and prints the results to `out`, line
 * by line.
 *
 * @returns the exit code: 0, or 2 when the file cannot be used, which is reported to `out`.
 */
export async function evalSentences(file: string, out: (line: string) => void): Promise<number> {
  let figures: SentenceFigures;
  try {
    figures = evaluateSentences(await readFile(file, 'utf8'), splitSentences);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    out(`${file} cannot be measured: ${cause}`);
    return 2;
  }
  const { texts, exact, wrong, span, boundary, charactersPerSecond } = figures;
  out(`texts wholly right  ${exact} of ${texts}`);
  out(`sentences           ${describe(span)}   (start and end right)`);
  out(`boundaries          ${describe(boundary)}   (between two sentences of a text)`);
  out(`speed               ${(charactersPerSecond / 1e6).toFixed(1)} million characters a second`);
  if (wrong.length > 0) out(`wrong lines         ${wrong.join(' ')}`);
  return 0;
}

function describe({ precision, recall, f1 }: Accuracy): string {
  return `F1 ${percent(f1)}   precision ${percent(precision)}   recall ${percent(recall)}`;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
