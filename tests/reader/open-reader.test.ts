import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { MODEL_FILES, MODELS } from '../../src/reader/model-files.ts';
import { openReader, type ReaderOptions } from '../../src/reader/open-reader.ts';
import {
  type Reader,
  SPANS_KEPT,
  VECTOR_LENGTH,
  VECTOR_SCALE,
  type Window,
} from '../../src/reader/reader.ts';
import { inEnglish, message } from '../../src/words/message.ts';

/** Nobody waits in these tests. Milliseconds. */
const AN_HOUR = { begin: 3_600_000, end: 3_600_000 };

type Reference = Readonly<{
  readings: readonly Readonly<{
    question: string;
    front: string;
    sentences: readonly string[];
    margins: readonly number[];
    spans: readonly string[];
  }>[];
  cosines: Readonly<{ question: string; sentences: readonly string[]; values: readonly number[] }>;
}>;

/** Recorded with the Python packages that the weights were trained and quantised with. */
const reference = JSON.parse(
  await readFile(join(import.meta.dirname, 'reference.json'), 'utf8'),
) as Reference;

function open(options: Partial<ReaderOptions> = {}) {
  const notices: string[] = [];
  const reader = openReader({
    mode: 'on',
    threads: 1,
    patience: { embed: AN_HOUR, read: AN_HOUR, again: AN_HOUR },
    notice: (level, told) => notices.push(`${level}: ${told}`),
    ...options,
  });
  return { reader, notices };
}

/** Spans below this margin are not shown. */
const HOPELESS = -5;
/** CPUs multiply 8-bit numbers differently, which changes margins by this much; more for very low ones. */
const ROUNDING = { shown: 0.75, hopeless: 2, mean: 0.4 };

/** A window over consecutive sentences, separated by spaces. */
function windowOver(front: string, sentences: readonly string[]): Window {
  let end = -1;
  const placed = sentences.map((text, index) => {
    const start = end + 1;
    end = start + text.length;
    return { n: index + 1, start, end, text };
  });
  return { articleId: 'an-article', front, start: 0, end, sentences: placed };
}

/** Why a reader is off, in English. */
function reasonOf(reader: Reader): string {
  const status = reader.status();
  return status.state === 'off' ? inEnglish(status.reason) : `It is ${status.state}.`;
}

const cosine = (a: Int8Array, b: Int8Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0) / VECTOR_SCALE ** 2;

describe('the reader with its weights', async () => {
  const { reader, notices } = open();
  await reader.opened;
  afterAll(() => reader.close());

  test('says that it is ready, once', () => {
    expect(reader.status()).toEqual({ state: 'ready' });
    expect(notices).toEqual(['info: the reader is ready']);
  });

  test('gives the margins and spans of the training program', async () => {
    const differences: number[] = [];
    for (const { question, front, sentences, margins, spans } of reference.readings) {
      const readings = await reader.read(question, [windowOver(front, sentences)]);
      const read = readings?.[0]?.sentences ?? [];
      expect(read.map(({ n }) => n)).toEqual(sentences.map((_, index) => index + 1));
      const text = sentences.join(' ');
      for (const [index, { margin, spans: best }] of read.entries()) {
        const expected = margins[index] ?? Number.NaN;
        const off = Math.abs(margin - expected);
        expect(off).toBeLessThan(expected > HOPELESS ? ROUNDING.shown : ROUNDING.hopeless);
        differences.push(off);
        expect(best.length).toBeLessThanOrEqual(SPANS_KEPT);
        expect(best[0]?.margin).toBe(margin);
        for (const { start, end } of best) expect(sentences[index]).toContain(text.slice(start, end));
      }
      const answer = margins.indexOf(Math.max(...margins));
      const [first] = read[answer]?.spans ?? [];
      // On another CPU another of several good spans may be the best, with the same words.
      expect(first).toBeDefined();
      const [shown, wanted] = [text.slice(first?.start, first?.end), spans[answer] ?? ''];
      expect(shown.includes(wanted) || wanted.includes(shown)).toBe(true);
    }
    const mean = differences.reduce((sum, off) => sum + off, 0) / differences.length;
    expect(mean).toBeLessThan(ROUNDING.mean);
  });

  test('reads windows together exactly as it reads each alone, in their order', async () => {
    const { question, front, sentences } = reference.readings[0] ?? reference.readings[1] ?? expect.fail();
    const windows = [6, 1, 3, 2, 4].map((count) => windowOver(front, sentences.slice(0, count)));
    const begun = vi.fn<() => void>();
    const together = (await reader.read(question, windows, { onBegun: begun })) ?? [];
    expect(begun).toHaveBeenCalledOnce();
    for (const [index, window] of windows.entries()) {
      const [alone] = (await reader.read(question, [window])) ?? [];
      expect(alone?.sentences.map(({ n }) => n)).toEqual(window.sentences.map(({ n }) => n));
      expect(together[index]).toEqual(alone);
    }
  });

  test('gives spans that are whole words of a text with emoji, accents and Chinese', async () => {
    const text = 'Le café de Zoe\u0308 👩‍💻 in İzmir, run by 商汤, took ﬁve million\u00A0euros.';
    const window: Window = {
      ...windowOver('', ['Intro.', text]),
      sentences: [{ n: 2, start: 40, end: 40 + text.length, text }],
    };
    const [reading] = (await reader.read('who runs it and how much did it take', [window])) ?? [];
    const words = text.split(/[\s.,]+/u);
    for (const { start, end } of reading?.sentences[0]?.spans ?? []) {
      const span = text.slice(start - 40, end - 40);
      expect(span.isWellFormed()).toBe(true);
      for (const word of span.split(/[\s.,]+/u)) expect([...words, '商', '汤', '']).toContain(word);
    }
  });

  test('reads a sentence that is too long as far as it can', async () => {
    const long = `${'The mill, which was old, '.repeat(90)}was sold.`;
    const [reading] = (await reader.read('what was sold', [windowOver('', [long, 'Then it rained.'])])) ?? [];
    expect(reading?.sentences.map(({ n }) => n)).toEqual([1]);
  });

  test('gives vectors of one length whose cosines are those of the encoder', async () => {
    const { question, sentences, values } = reference.cosines;
    const [asked] = (await reader.embed([question], 'question')) ?? [];
    const vectors = (await reader.embed(sentences, 'sentence')) ?? [];
    expect(vectors.map((vector) => vector.length)).toEqual(sentences.map(() => VECTOR_LENGTH));
    for (const [index, vector] of vectors.entries()) {
      expect(Math.abs(cosine(vector, vector) - 1)).toBeLessThan(0.02);
      expect(Math.abs(cosine(asked ?? vector, vector) - (values[index] ?? Number.NaN))).toBeLessThan(0.02);
    }
  });

  test('steps aside from questions for a second when more is asked than can be answered', async () => {
    const asked = open();
    await asked.reader.opened;
    const { question, front, sentences } = reference.readings[0] ?? expect.fail();
    const windows = [windowOver(front, sentences)];
    asked.reader.stepAside();
    await expect(asked.reader.read(question, windows)).resolves.toBeUndefined();
    await expect(asked.reader.embed([question], 'question')).resolves.toBeUndefined();
    await expect(asked.reader.embed(['It rained.'], 'sentence')).resolves.toHaveLength(1);
    expect(asked.reader.status()).toMatchObject({ state: 'overloaded' });
    expect(asked.notices.at(-1)).toMatch(/^warn: the reader: more questions come than it can read/u);
    await vi.waitFor(async () => expect(await asked.reader.read(question, windows)).toHaveLength(1), 30_000);
    await asked.reader.close();
  });

  test('leaves a question to words if it waits too long for its turn', async () => {
    const impatient = open({
      patience: { embed: AN_HOUR, read: { begin: 1, end: AN_HOUR.end }, again: AN_HOUR },
    });
    await impatient.reader.opened;
    const { question, front, sentences } = reference.readings[0] ?? expect.fail();
    const windows = Array.from({ length: 12 }, () => windowOver(front, sentences));
    const first = impatient.reader.read(question, windows);
    await expect(impatient.reader.read(question, windows)).resolves.toBeUndefined();
    expect(impatient.reader.status()).toMatchObject({ state: 'overloaded' });
    expect(impatient.notices.at(-1)).toMatch(/^warn: the reader: more questions come than it can read/u);
    await expect(first).resolves.toHaveLength(12);
    await impatient.reader.close();
  });
});

describe('the reader is off and says why', () => {
  test('when it is disabled', async () => {
    const { reader, notices } = open({ mode: 'off' });
    await expect(reader.read('who', [windowOver('', ['He did.'])])).resolves.toBeUndefined();
    await expect(reader.embed(['who'], 'question')).resolves.toBeUndefined();
    expect(reader.status()).toEqual({ state: 'off', reason: message('reader.switched-off') });
    expect(notices).toEqual([]);
  });

  test('when there is less than 1 GB, unless it is forced on', () => {
    const { reader, notices } = open({ mode: 'auto', memory: 512_000_000 });
    expect(reasonOf(reader)).toContain('512 MB');
    expect(notices).toEqual([expect.stringMatching(/^warn: the reader: off: .*512 MB/u)]);
    const told = open({
      mode: 'on',
      memory: 512_000_000,
      script: new URL('threads/dies-once.ts', import.meta.url),
    });
    expect(told.reader.status().state).toBe('loading');
    return told.reader.close();
  });

  test('when its native library does not load, with one warning', async () => {
    const { reader, notices } = open({ script: new URL('threads/no-library.ts', import.meta.url) });
    await reader.opened;
    expect(reader.status()).toMatchObject({ state: 'off' });
    expect(notices).toEqual([expect.stringMatching(/^warn: .*native library does not load here/u)]);
    await expect(reader.read('who', [windowOver('', ['He did.'])])).resolves.toBeUndefined();
    await reader.close();
  });

  test('when its weights are damaged or missing', async () => {
    const models = await mkdtemp(join(tmpdir(), 'models-'));
    const missing = open({ models });
    expect(reasonOf(missing.reader)).toMatch(/SHA256SUMS cannot be read/u);
    await copyFile(join(MODELS, 'SHA256SUMS'), join(models, 'SHA256SUMS'));
    await copyFile(join(MODELS, MODEL_FILES.tokenizer), join(models, MODEL_FILES.tokenizer));
    await writeFile(join(models, MODEL_FILES.reader), 'version https://git-lfs.github.com/spec/v1');
    const damaged = open({ models });
    await damaged.reader.opened;
    expect(reasonOf(damaged.reader)).toMatch(/reader-int8\.onnx is not the file/u);
    expect(damaged.notices).toHaveLength(1);
    await damaged.reader.close();
    await rm(models, { recursive: true });
  });

  test('while its thread restarts after a crash', async () => {
    const models = await mkdtemp(join(tmpdir(), 'models-'));
    await copyFile(join(MODELS, 'SHA256SUMS'), join(models, 'SHA256SUMS'));
    const script = new URL('threads/dies-once.ts', import.meta.url);
    const { reader, notices } = open({ models, script });
    await reader.opened;
    await expect(reader.read('who', [windowOver('', ['He did.'])])).resolves.toBeUndefined();
    expect(reasonOf(reader)).toContain('starts again in a second');
    await vi.waitFor(() => expect(reader.status()).toEqual({ state: 'ready' }), { timeout: 10_000 });
    await expect(reader.read('who', [windowOver('', ['He did.'])])).resolves.toEqual([]);
    expect(notices.map((line) => line.split(':')[0])).toEqual(['info', 'warn', 'info']);
    await reader.close();
    await rm(models, { recursive: true });
  });
});
