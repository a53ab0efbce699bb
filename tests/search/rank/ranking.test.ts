import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { MODEL } from '../../../src/answer/model.ts';
import { FEATURES } from '../../../src/search/rank/features.ts';
import { READ_FEATURES } from '../../../src/search/rank/read-features.ts';
import { readQuestion } from '../../../src/search/question/question.ts';
import { rankByWords } from '../../../src/search/rank/rank.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import { parseSynonyms } from '../../../src/search/question/synonyms.ts';

const ARTICLE = `Harbour tunnel

The council of Lindhaven voted on Tuesday to build a tunnel under the harbour. It will cost 180 million euros. Work begins in March 2027.

Mayor Ingrid Solberg called the vote the most important since the railway came. Tomas Reil, an engineer, said that the pumps would fail in a storm.

Shopkeepers fear for their business because the street will be closed for three years. They want money from the city.

The builder Norbane is expected to get the contract. Its rival Kessel withdrew after its chief executive resigned.`;

const index = createSearchIndex();
index.add(documentOf(parseArticle('tunnel.txt', ARTICLE)));
const synonyms = parseSynonyms(
  await readFile(join(import.meta.dirname, '../../../seeds/synonyms.txt'), 'utf8'),
);

function first(question: string): string {
  const view = index.within();
  const query = readQuestion(question, view.vocabulary, synonyms);
  const [best] = rankByWords(query, view.candidates(query, 40), MODEL.words);
  return best ? best.document.article.text.slice(best.sentence.start, best.sentence.end) : '';
}

it('ranks a text the same with one sentence per paragraph', () => {
  const split = createSearchIndex();
  split.add(documentOf(parseArticle('tunnel.txt', ARTICLE.replaceAll(/(?<=[.]) /gu, '\n\n'))));
  const order = (of: typeof index): string[] => {
    const view = of.within();
    const query = readQuestion('When does the work on the tunnel begin?', view.vocabulary, synonyms);
    return rankByWords(query, view.candidates(query, 40), MODEL.words).map(({ document, sentence }) =>
      document.article.text.slice(sentence.start, sentence.end),
    );
  };
  expect(order(split)).toEqual(order(index));
});

describe('the fitted ranking', () => {
  it.each([
    ['What will the tunnel cost?', 'It will cost', '"It" carries the tunnel on from the sentence before'],
    ['When does the work begin?', 'Work begins', 'a date is asked for, and "begins" is a form of "begin"'],
    [
      'Who is the mayor of Lindhaven?',
      'Mayor Ingrid',
      'the title beside a name outweighs the name of the town',
    ],
    ['Why do shopkeepers fear for their business?', 'Shopkeepers', 'whole runs of the question are repeated'],
    ['Who did the engineer say would fail?', 'Tomas Reil', '"fail" and "engineer" are rare'],
    ['Whose boss quit?', 'Its rival', '"boss" is a synonym of "chief" and "executive"'],
  ])('answers "%s" by "%s …": %s', (question, beginning) => {
    expect(first(question)).toMatch(new RegExp(`^${beginning}`, 'u'));
  });

  it.each([
    'what will the tunnel cost',
    'WHAT WILL THE TUNNEL COST?',
    'tunnel cost',
    'what will the tunel cost',
    'What will the tunnel cost ???',
  ])('does not depend on how the question is typed: %s', (question) => {
    expect(first(question)).toMatch(/^It will cost/u);
  });

  it('has a weight for each feature and for nothing else', () => {
    expect(Object.keys(MODEL.words)).toEqual(FEATURES.map(({ name }) => name));
    expect(Object.keys(MODEL.read)).toEqual(READ_FEATURES.map(({ name }) => name));
  });
});
