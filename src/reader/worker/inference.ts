import { encodeText, encodeWindow, type Marks } from '../encode.ts';
import { checkedModelFile, MODEL_FILES, readVocabulary } from '../model-files.ts';
import { VECTOR_LENGTH, VECTOR_SCALE, type TextRole, type Window, type WindowReading } from '../reader.ts';
import { readSentence } from '../spans.ts';
import { QUESTION_PREFIX } from '../vector-text.ts';
import { wordPieces } from '../wordpiece.ts';
import type { Network, Runtime } from './network.ts';

/** Both networks with their common tokenizer. */
export type Inference = Readonly<{
  read(question: string, windows: readonly Window[]): Promise<readonly WindowReading[]>;
  embed(texts: readonly string[], role: TextRole): Promise<readonly Int8Array[]>;
}>;

/** The largest number of an 8-bit vector. */
const INT8 = 127;

/** Opens the reader; the encoder opens on first use. Once `stops` is true, tasks end after the current input and reject. Throws ModelError. */
export async function openInference(
  runtime: Runtime,
  models: string,
  stops: () => boolean,
): Promise<Inference> {
  const vocabulary = await readVocabulary(models);
  const tokenize = wordPieces(vocabulary);
  const marks: Marks = { cls: idOf(vocabulary, '[CLS]'), sep: idOf(vocabulary, '[SEP]') };
  const reader = await runtime.open(await checkedModelFile(models, MODEL_FILES.reader));
  // Checked now, so that problems are reported at start-up, not at a question.
  const encoderFile = await checkedModelFile(models, MODEL_FILES.encoder);
  let encoder: Promise<Network> | undefined;

  async function readWindow(question: string, window: Window): Promise<WindowReading> {
    const { ids, second, sentences } = encodeWindow(tokenize, marks, question, window);
    const output = await reader.run({ ids, second });
    const logits = { start: output('start'), end: output('end') };
    return { sentences: sentences.map((sentence) => readSentence(sentence, logits)) };
  }

  async function vectorOf(text: string): Promise<Int8Array> {
    const network = await (encoder ??= runtime.open(encoderFile));
    const ids = encodeText(tokenize, marks, text);
    const output = await network.run({ ids, second: ids.length });
    // The vector of a text is that of its first token (model card of bge-small-en-v1.5).
    return toInt8(output('last_hidden_state').subarray(0, VECTOR_LENGTH));
  }

  async function oneByOne<Input, Result>(
    inputs: readonly Input[],
    run: (input: Input) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = [];
    for (const input of inputs) {
      if (stops()) throw new Error('The reader is closing.');
      results.push(await run(input));
    }
    return results;
  }

  return {
    read: (question, windows) => oneByOne(windows, (window) => readWindow(question, window)),
    embed: (texts, role) =>
      oneByOne(texts, (text) => vectorOf(role === 'question' ? QUESTION_PREFIX + text : text)),
  };
}

/** Scales a vector to the length {@link VECTOR_SCALE} and rounds it. */
function toInt8(vector: Float32Array): Int8Array {
  const scale = VECTOR_SCALE / Math.hypot(...vector);
  return Int8Array.from(vector, (value) => Math.max(-INT8, Math.min(INT8, Math.round(value * scale))));
}

function idOf(vocabulary: ReadonlyMap<string, number>, piece: string): number {
  const id = vocabulary.get(piece);
  if (id === undefined) throw new RangeError(`The vocabulary has no ${piece}.`);
  return id;
}
