import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type CatalogueMessage, inEnglish, message } from '../words/message.ts';

/** Folder of the installed weights. */
export const MODELS = join(import.meta.dirname, '..', '..', 'models');

/** The files of a weights folder. Its `SHA256SUMS` has their checksums in the format of `sha256sum`. */
export const MODEL_FILES = {
  reader: 'reader-int8.onnx',
  encoder: 'bge-small-en-v1.5-int8.onnx',
  tokenizer: 'tokenizer.json',
} as const;

/** The weights cannot be used. What is told names the file and the remedy; the message has it in English. */
export class ModelError extends Error {
  override name = 'ModelError';
  readonly told: CatalogueMessage;

  constructor(told: CatalogueMessage, options?: ErrorOptions) {
    super(inEnglish(told), options);
    this.told = told;
  }
}

/** The expected checksums of a weights folder, by file. Throws {@link ModelError}. */
export function checksumsIn(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, 'SHA256SUMS');
  try {
    const lines = readFileSync(file, 'utf8').matchAll(/^([\da-f]{64}) [ *](\S+)$/gmu);
    return new Map(Array.from(lines, ([, sum = '', name = '']) => [name, sum]));
  } catch (error) {
    throw new ModelError(message('reader.unread', { file }), { cause: error });
  }
}

/**
 * The path of a weights file, after verifying its checksum. Reads it in small pieces, so that it is in memory only once, in the runtime.
 * Throws {@link ModelError} when it is missing or different.
 */
export async function checkedModelFile(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  const expected = checksumsIn(folder).get(name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch((error: unknown) => {
    throw new ModelError(message('reader.unread', { file }), { cause: error });
  });
  if (hash.digest('hex') !== expected) {
    throw new ModelError(message('reader.other', { file }));
  }
  return file;
}

const tokenizerSchema = z.object({ model: z.object({ vocab: z.record(z.string(), z.number().int()) }) });

/** The vocabulary of a `tokenizer.json` (WordPiece, uncased): number by piece. Throws {@link ModelError}. */
export async function readVocabulary(folder: string): Promise<ReadonlyMap<string, number>> {
  const text = await readFile(await checkedModelFile(folder, MODEL_FILES.tokenizer), 'utf8');
  return new Map(Object.entries(tokenizerSchema.parse(JSON.parse(text)).model.vocab));
}
