import { expect, test } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { drawCases } from '../../../lab/evaluate/quotes/cases.ts';
import { measureQuotes, reportQuotes } from '../../../lab/evaluate/quotes/measure.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import { seedArticle } from '../../support/desk.ts';

const HARBOUR = `The harbour

The council of Port Alma did not approve the sale of the harbour to Norsk Havn on 3 May 2019. The company of Ines Duarte had offered $1.5 million, which was 20% more than in March 2017. A well-known broker re-signed the deal in April, although many people of Port Alma had protested – “for years”. The old turbine of the harbour gives 5.2 megawatts and weighs 15 tons, he said. Temperatures fell by 12.5 degrees on the day when Erik Holm and Anna Berg began to vote.`;

const documents = [await seedArticle(), parseArticle('harbour.txt', HARBOUR)].map(documentOf);
const index = createSearchIndex();
for (const document of documents) index.add(document);
const cases = drawCases(documents, 600, 5);
const outcomes = measureQuotes(cases, index);

test('cases are the same for the same seed, and of many kinds', () => {
  expect(drawCases(documents, 600, 5)).toEqual(cases);
  expect(drawCases(documents, 600, 6)).not.toEqual(cases);
  expect(new Set(cases.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
});

test('an omission loses no negation, which would be another alteration', () => {
  const text =
    'There exist problems in the class that are neither in the first set nor complete for it, they say.';
  const document = documentOf(
    parseArticle('np.txt', `Classes\n\n${text} Something else is said in here, too, by us.`),
  );
  const omitted = drawCases([document], 2000, 1).filter(({ kind }) => kind.endsWith('omission'));
  const denying = omitted.filter(({ sources }) => sources.includes(text));
  expect(denying.length).toBeGreaterThan(5);
  expect(denying.filter(({ quote }) => !/neither .*nor /u.test(quote))).toEqual([]);
});

test('altered and invented quotations fail, altered ones have their source, and harmless ones pass', () => {
  const wrong = outcomes.filter(({ tested: { sort }, grade, linked }) =>
    sort === 'harmless'
      ? grade !== 'EXACT' && grade !== 'SAME WORDS'
      : sort === 'marked'
        ? grade !== 'SHORTENED'
        : grade !== 'ALTERED' && grade !== 'NOT IN THE ARCHIVE'
          ? true
          : sort === 'altered' && !linked,
  );
  expect(wrong.map(({ tested, grade }) => [tested.kind, grade, tested.text])).toEqual([]);
});

test('the report has a row for each kind, and lists wrong cases', () => {
  const lines = reportQuotes(outcomes);
  expect(lines.join('\n')).toMatch(/merged halves +0 +0 +0 +\d+/u);
  expect(lines.join('\n')).toMatch(/altered called EXACT, SAME WORDS or SHORTENED +0 of \d+/u);
  const first = outcomes.find(({ tested }) => tested.sort === 'altered');
  expect(reportQuotes(first ? [{ ...first, grade: 'EXACT' }] : []).join('\n')).toContain(first?.tested.text);
});
