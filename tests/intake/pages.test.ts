import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';

const PAGES = join(import.meta.dirname, '../golden/pages');
const names = readdirSync(PAGES);

test('there are at least 60 pages of different make', () => {
  expect(names.length).toBeGreaterThanOrEqual(60);
});

describe.each(names)('the page %s', (name) => {
  const read = (file: string): Buffer => readFileSync(join(PAGES, name, file));

  test('gives exactly its article and what it says about it', async () => {
    const {
      text,
      id,
      reading: _reading,
      ...metadata
    } = await extract(read('source.html'), { name: `${name}.html` });
    expect(text).toBe(read('expected.txt').toString().trimEnd());
    expect(metadata).toEqual(JSON.parse(read('expected.json').toString()));
    expect(id).toMatch(/^[a-z0-9-]{3,80}$/u);
  });
});
