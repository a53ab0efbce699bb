import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Lens } from '../../src/answer/lens.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { askLens } from '../../src/desk/ask-lens.ts';
import { deskOver } from '../support/desk.ts';

const LENS: Lens = {
  name: 'staff',
  description: 'How many work there',
  wordings: [
    ['How many employees does COMPANY have?', 'How many employees are there?'],
    ['How many people work for COMPANY?', 'How many people work there?'],
  ],
  kind: 'number',
};
const desk = await deskOver([
  parseArticle('mill.txt', 'Norvik closes its mill\n\nAbout 430 people work for Norvik. The mill is old.'),
  parseArticle('bank.txt', 'Sula bank lends to all\n\nOn the island everyone had a loan from Sula Bank.'),
]);
const scope = desk.index.documents();

test('the surest wording counts, and is told when it is not the first', () => {
  const { question, answer, how } = askLens(desk, LENS, 'Norvik', scope);
  expect(question).toBe('How many employees does Norvik have?');
  expect(answer.passages[0]?.quote).toBe('About 430 people work for Norvik.');
  expect(how).toBe('Asked as “How many people work for Norvik?”.');
});

test('without a company the wordings without a name are asked', () => {
  const { question, answer } = askLens(desk, LENS, undefined, undefined);
  expect(question).toBe('How many employees are there?');
  expect(answer.passages[0]?.quote).toBe('About 430 people work for Norvik.');
});

test('a sentence that has the name and nothing of what is asked is no answer', () => {
  const { answer, how } = askLens(desk, LENS, 'Sula Bank', scope);
  expect(answer).toMatchObject({ verdict: 'nothing', passages: [] });
  expect(how).toBeUndefined();
});

test.each([
  [0.1, 'unsure'],
  [0.01, 'nothing'],
])('found by the name, and without it with a confidence of %s only, is %s', (confidence, verdict) => {
  const ask = (request: { question: string }): Answer => {
    const real = desk.ask(request);
    const answer = { ...real, passages: [...real.passages, ...real.nearest] };
    return request.question.includes('Norvik')
      ? { ...answer, verdict: 'found', confidence: 0.9 }
      : { ...answer, verdict: 'nothing', passages: [], confidence };
  };
  const { answer } = askLens({ ...desk, ask }, LENS, 'Norvik', scope);
  expect(answer.verdict).toBe(verdict);
  expect(answer.passages.length > 0).toBe(verdict === 'unsure');
});
