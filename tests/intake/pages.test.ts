import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/intake/charset.ts';
import { extract } from '../../src/intake/extract.ts';
import { parsePage } from '../../src/intake/html/document.ts';
import { lettersOf } from '../../src/intake/html/fold.ts';

const PAGES = join(import.meta.dirname, '../golden/pages');
const names = readdirSync(PAGES);

test('there are at least 60 different pages', () => {
  expect(names.length).toBeGreaterThanOrEqual(60);
});

describe.each(names)('the page %s', (name) => {
  const read = (file: string): Buffer => readFileSync(join(PAGES, name, file));

  test('gives exactly its article and details', async () => {
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

  test('contains the letters of every extracted paragraph', async () => {
    const { text } = await extract(read('source.html'), { name: `${name}.html` });
    const { text: source } = decodeText(read('source.html'));
    const { body, head } = parsePage(source, name);
    // Ruby text, boxes over words and note links are not words of a sentence.
    const beside = body.querySelectorAll(
      'rt, rp, [role="tooltip"], .tooltiptext, .rollover-block, a[href^="#"]',
    );
    for (const element of beside) {
      const isLink = element.getAttribute('href') !== null;
      if (!isLink || /^\W*\d*\W*$/u.test(element.textContent ?? '')) element.remove();
    }
    const ownLetters = lettersOf(`${body.textContent ?? ''} ${head.textContent ?? ''}`);
    for (const paragraph of text.split(/[\n\t]+/u)) expect(ownLetters).toContain(lettersOf(paragraph));
  });
});
