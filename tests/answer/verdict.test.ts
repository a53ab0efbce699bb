import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/ask.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { MODEL } from '../../src/answer/model.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';

const index = createSearchIndex();
index.add(
  documentOf(
    parseArticle(
      'bank.txt',
      `Norvik Bank to cut 1,200 jobs

Norvik Bank will cut 1,200 jobs after its profit fell by half, the lender said on Thursday. Chief executive Ingrid Solberg spoke of a hard year.

The bank was founded in Bergen in 1891. It also plans to close 40 branches by the end of next year.`,
    ),
  ),
);

/** Everything is found unless a reason prevents it. */
const ask = createEngine({ index, synonyms: new Map(), model: MODEL, thresholds: { found: 0, unsure: 0 } });

describe('a question about something that no article mentions is never `found`', () => {
  test.each([
    ['a name', 'How many jobs will Nordea cut?'],
    ['a name in small letters', 'nordea jobs cut'],
    ['a name at the start', 'Nordea jobs cut'],
    ['a second name', 'Did Norvik Bank cut jobs in Helsinki?'],
    ['a year', 'What did Norvik Bank cut in 2031?'],
    ['a plain word, in a short question', "What is Ingrid Solberg's salary?"],
  ])('%s: %s', async (_, question) => {
    expect((await ask({ question })).verdict).toBe('unsure');
  });

  test.each([
    ['a name it mentions', 'How many jobs will Norvik cut?'],
    [
      'a word of everyday English that it lacks, in a long question',
      'How many jobs will the bank and its branches eliminate next year?',
    ],
    ['a name with a slip', 'When was the bank of Norvick founded?'],
    ['a contraction', "Didn't Norvik Bank cut 1,200 jobs?"],
    ['a rare word beside a name', 'How many jobs will beleaguered Norvik Bank cut after its profit fell?'],
  ])('%s does not prevent an answer: %s', async (_, question) => {
    expect((await ask({ question })).verdict).toBe('found');
  });
});
