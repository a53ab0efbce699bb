import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shorteningCases } from '../../../lab/evaluate/shortenings/cases.ts';
import { measureShortenings, reportShortenings } from '../../../lab/evaluate/shortenings/measure.ts';
import { documentOf } from '../../../src/article/document.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import { readFolder } from '../../../src/store/articles/folder.ts';

const { articles } = await readFolder(join(import.meta.dirname, '../../golden/facts'));
const documents = articles.map(documentOf);
const index = createSearchIndex();
for (const document of documents) index.add(document);
const outcomes = measureShortenings(shorteningCases(documents), index);

test('a shortening that changes the meaning is ALTERED or gets a warning', () => {
  const turning = outcomes.filter(({ tested }) => tested.turning);
  const passed = turning.filter(
    ({ check, warned }) => check.grade !== 'ALTERED' && !(check.grade === 'SHORTENED' && warned),
  );
  expect(turning.length).toBeGreaterThan(10);
  expect(passed.map(({ tested }) => tested.quote)).toEqual([]);
});

test('nearly every fair shortening is SHORTENED without a warning', () => {
  const fair = outcomes.filter(({ tested }) => !tested.turning && tested.kind !== 'hyphens of a page');
  const right = fair.filter(({ check, warned }) => check.grade === 'SHORTENED' && !warned);
  expect(fair.length).toBeGreaterThan(40);
  expect(right.length / fair.length).toBeGreaterThan(0.95);
});

test('hyphens at line ends do not alter a quotation', () => {
  const paged = outcomes.filter(({ tested }) => tested.kind === 'hyphens of a page');
  expect(
    paged
      .filter(({ check }) => check.grade !== 'EXACT' && check.grade !== 'SAME WORDS')
      .map(({ tested }) => tested.quote),
  ).toEqual([]);
});

test('the report has a line for each kind', () => {
  expect(reportShortenings(outcomes).join('\n')).toMatch(
    /^turning: dropped without a mark +right (\d+) of \1$/mu,
  );
});
