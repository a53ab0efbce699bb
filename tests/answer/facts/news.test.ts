import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { descriptions } from '../../../src/answer/facts/descriptions.ts';
import { figures } from '../../../src/answer/facts/figures.ts';
import { timeline } from '../../../src/answer/facts/timeline.ts';
import type { Document } from '../../../src/article/article.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';

/*
 * Articles in tests/golden/facts, each with a file of the expected facts: dates in order with their sentences, figures by unit,
 * differing amounts, and descriptions of the listed names.
 */
const FOLDER = new URL('../../golden/facts/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

const datesOf = (document: Document): string[] =>
  timeline([document]).map(
    ({ key, passage: { sentence, spans } }) =>
      `${key ?? 'unplaced'} · sentence ${sentence.n} · ${spans.map(({ text }) => text).join(', ')}`,
  );

const figuresOf = (document: Document): string[] =>
  figures([document]).flatMap(({ unit, figures: found, different }) => [
    `${unit} · ${found.map(({ amount }) => amount.text).join(', ')}`,
    ...different.map((pair) => `different · ${pair.map(({ amount }) => amount.text).join(', ')}`),
  ]);

function described(document: Document, name: string): string {
  const found = descriptions([document], name).map(({ passage }) =>
    passage.spans.map(({ text }) => text).join(),
  );
  return `${name} · ${found.length === 0 ? 'nothing' : found.join(' | ')}`;
}

const articles = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

test.each(articles)('%s', (file) => {
  const document = documentOf(parseArticle(file, read(file)));
  const expected = read(file.replace('.txt', '.expected')).trim();
  const names = [...expected.matchAll(/^name · (?<name>.*?) · /gmu)].map(
    ({ groups }) => groups?.['name'] ?? '',
  );
  const found = [
    ...datesOf(document).map((line) => `date · ${line}`),
    ...figuresOf(document).map((line) => `figure · ${line}`),
    ...names.map((name) => `name · ${described(document, name)}`),
  ];
  expect(found.join('\n')).toBe(expected);
});
