import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkedModelFile, checksumsIn, MODEL_FILES, MODELS } from '../../src/reader/model-files.ts';

test('the weights are the files that SHA256SUMS and the model card name', async () => {
  const names = Object.values(MODEL_FILES).toSorted();
  expect([...checksumsIn(MODELS).keys()].toSorted()).toEqual(names);
  for (const name of names) await expect(checkedModelFile(MODELS, name)).resolves.toBe(join(MODELS, name));
  expect((await readdir(MODELS)).toSorted()).toEqual(['MODEL_CARD.md', 'SHA256SUMS', ...names].toSorted());
});

test('a changed, missing or unlisted file of weights is refused with its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'models-'));
  await expect(checkedModelFile(folder, MODEL_FILES.reader)).rejects.toThrow(
    /SHA256SUMS cannot be read: install/u,
  );
  await writeFile(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  reader-int8.onnx\n`);
  await expect(checkedModelFile(folder, MODEL_FILES.reader)).rejects.toThrow(
    /reader-int8\.onnx cannot be read/u,
  );
  await writeFile(join(folder, 'reader-int8.onnx'), 'not a network');
  await expect(checkedModelFile(folder, MODEL_FILES.reader)).rejects.toThrow(
    /is not the file that SHA256SUMS/u,
  );
  await rm(folder, { recursive: true });
});
