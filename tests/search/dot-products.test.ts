import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import loadAssembler from 'wabt';

test('dot-products.wasm is dot-products.wat, assembled', async () => {
  const file = join(import.meta.dirname, '..', '..', 'src', 'search', 'index', 'dot-products');
  const assembler = await loadAssembler();
  const source = assembler.parseWat(`${file}.wat`, await readFile(`${file}.wat`, 'utf8'), { simd: true });
  expect(Buffer.from(source.toBinary({}).buffer)).toEqual(await readFile(`${file}.wasm`));
});
