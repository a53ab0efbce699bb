import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameCases } from '../../../lab/evaluate/frames/cases.ts';
import { measureFrames, reportFrames } from '../../../lab/evaluate/frames/measure.ts';
import { readSpeakers } from '../../../lab/evaluate/frames/speakers.ts';
import { documentOf } from '../../../src/article/document.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import { readFolder } from '../../../src/store/articles/folder.ts';

const folder = join(import.meta.dirname, '../../golden/quotations/articles');
const { articles } = await readFolder(folder);
const documents = articles.map(documentOf);
const index = createSearchIndex();
for (const document of documents) index.add(document);
const outcomes = measureFrames(frameCases(documents, await readSpeakers(folder, undefined)), index);
const of = (kind: string) => outcomes.filter(({ tested }) => tested.kind === kind);

test('every quotation of the articles is word for word in every frame of five languages', () => {
  const wrong = of('verbatim').filter(
    ({ gravest }) => gravest.grade !== 'EXACT' && gravest.grade !== 'SAME WORDS',
  );
  expect(of('verbatim').length).toBeGreaterThan(4000);
  expect(wrong.map(({ tested, gravest }) => [gravest.grade, tested.text])).toEqual([]);
});

test('right speakers get no note, and nearly every wrong one does', () => {
  const noted = (speaker: string) => {
    const list = of('verbatim').filter(({ tested }) => tested.speaker === speaker);
    const told = list.filter(({ notes }) => notes.has('other speaker'));
    return { share: told.length / list.length, texts: told.map(({ tested }) => tested.text) };
  };
  expect(noted('right').texts).toEqual([]);
  expect(noted('none').texts).toEqual([]);
  expect(noted('wrong').share).toBeGreaterThan(0.95);
});

test('quotations across the marks fail, and prose presented as speech gets a note', () => {
  const passed = of('over the marks').filter(
    ({ gravest }) => gravest.grade !== 'ALTERED' && gravest.grade !== 'NOT IN THE ARCHIVE',
  );
  expect(passed.map(({ tested }) => tested.text)).toEqual([]);
  expect(of('prose as speech').filter(({ notes }) => !notes.has('not speech'))).toEqual([]);
});

test('the report is a table with a row for each frame', () => {
  const lines = reportFrames(outcomes).join('\n');
  expect(lines).toMatch(/^Name said: “Q” +\d+ +\d+ +0 +0 +0 +0\/\d+ +\d+\/\d+$/mu);
  expect(lines).toMatch(/verbatim called ALTERED +0 of \d+/u);
});
