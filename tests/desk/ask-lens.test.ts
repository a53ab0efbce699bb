import { expect, test } from 'vitest';
import type { Lens } from '../../src/answer/lens/lens.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { askLens } from '../../src/desk/ask-lens.ts';
import { deskOver } from '../support/desk.ts';

const STAFF: Lens = {
  name: 'staff',
  description: 'How many work there',
  wordings: [
    ['How many employees does COMPANY have?', 'How many employees are there?'],
    ['How many people work for COMPANY?', 'How many people work there?'],
  ],
  kind: 'number',
  tells: /\b(?:employ\w*|people|staff|workers)\b/iu,
  not: /\b(?:will|should|plans? to)\b/iu,
};
const desk = await deskOver([
  parseArticle(
    'mill.txt',
    'Norvik closes its mill\n\nAbout 430 people work for Norvik. The mill is old. Its rival Tamber employs 90 people. ' +
      'Norvik should grow to 600 people.',
  ),
  parseArticle('bank.txt', 'Sula bank lends to all\n\nOn the island everyone had a loan from Sula Bank.'),
  parseArticle(
    'pair.txt',
    'Ostra and Velt grow\n\nOstra was founded in 1990. It employs 1,200 people, Velt about 80. Ostra and Velt will together have 1,300 staff.',
  ),
]);
const scope = desk.index.documents();
const first = async (company: string | undefined): Promise<string | undefined> =>
  (await askLens(desk, STAFF, company, scope)).answer.passages[0]?.quote;

test('a sentence whose subject is the company answers, asked in the first wording', async () => {
  const { question, answer } = await askLens(desk, STAFF, 'Norvik', scope);
  expect(question).toBe('How many employees does Norvik have?');
  expect(answer.passages.map(({ quote }) => quote)).toEqual(['About 430 people work for Norvik.']);
});

test('without a company, the wordings without a name are asked', async () => {
  const { question } = await askLens(desk, STAFF, undefined, undefined);
  expect(question).toBe('How many employees are there?');
});

test('a sentence about a rival answers for the rival, not for the article’s company', async () => {
  expect(await first('Tamber')).toBe('Its rival Tamber employs 90 people.');
  expect(await first('Norvik')).not.toContain('Tamber');
});

test('"it" refers to the company of the sentence before', async () => {
  expect(await first('Ostra')).toContain('It employs 1,200 people');
});

test('a sentence with only the company’s name does not answer', async () => {
  const { answer, how } = await askLens(desk, STAFF, 'Sula Bank', scope);
  expect(answer).toMatchObject({ verdict: 'nothing', passages: [] });
  expect(answer.nearest.length).toBeGreaterThan(0);
  expect(how).toBeUndefined();
});
