import { expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse.ts';
import { articleNamed } from '../../../src/desk/find/scope.ts';
import { deskOver } from '../../support/desk.ts';

const desk = await deskOver([
  parseArticle('mill.txt', 'Mill of Aldborough closes\n\nThe mill closes.'),
  parseArticle('pool.txt', 'Pool of Aldborough opens\n\nThe pool opens.'),
  parseArticle('bank.txt', 'Bank cuts jobs\n\nA bank cuts jobs.'),
]);

test.each([
  ['pool', 'pool'],
  ['POOL of aldborough opens', 'pool'],
  ['aldborough closes', 'mill'],
])('“%s” finds an article by its id, headline or a part of it', (typed, id) => {
  expect(articleNamed(desk, typed).article.id).toBe(id);
});

test.each([
  ['aldborouhg pool', '“Pool of Aldborough opens” (pool), “Mill of Aldborough closes” (mill)'],
  ['banck', '“Bank cuts jobs” (bank)'],
])('“%s” is none, and close ones are named', (typed, close) => {
  expect(() => articleNamed(desk, typed)).toThrow(`There is no article “${typed}”; close ones are ${close}.`);
});

test('an unknown article is answered with where to look', () => {
  expect(() => articleNamed(desk, 'zebra')).toThrow('There is no article “zebra”; /articles lists');
});

test('T6 words in several headlines are asked back, and none is chosen', async () => {
  expect(() => articleNamed(desk, 'aldborough')).toThrow(
    '“aldborough” can mean “Mill of Aldborough closes” (mill), “Pool of Aldborough opens” (pool): choose one',
  );
  const twins = await deskOver(
    ['one', 'two'].map((id) => parseArticle(`${id}.txt`, `Morning briefing\n\nIt is day ${id}.`)),
  );
  expect(() => articleNamed(twins, 'morning BRIEFING')).toThrow('(one), “Morning briefing” (two): choose');
  expect(articleNamed(twins, 'two').article.id).toBe('two');
});

test('T6 look-up folds forms of a letter, but not letters of another script', () => {
  expect(articleNamed(desk, 'ＰＯＯＬ of Áldborough opens').article.id).toBe('pool');
  expect(() => articleNamed(desk, 'Bаnk cuts jobs')).toThrow('close ones are “Bank cuts jobs” (bank)');
});
