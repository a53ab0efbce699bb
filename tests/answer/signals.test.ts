import { describe, expect, test } from 'vitest';
import { signalsOf } from '../../src/answer/confidence.ts';
import { SIGNALS } from '../../src/answer/signals.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { MODEL } from '../../src/search/rank/model.ts';
import { readQuestion } from '../../src/search/question/question.ts';
import { linearRanker } from '../../src/search/rank/rank.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';

const index = createSearchIndex();
for (const [id, text] of Object.entries({
  pool: `Aldborough council votes to close indoor pool

The council of Aldborough voted on Tuesday to close the indoor pool at the end of June. Fourteen members voted for the closure.

Repairs would have cost 4.2 million euros, treasurer Helen Marsh told the meeting. The pool opened in 1974 and loses money every year. She sees no other way.

Three swimming clubs must train elsewhere. The nearest pool is in Denham.`,
  bank: `Norvik Bank to cut 1,200 jobs

Norvik Bank will cut 1,200 jobs after its profit fell by half, the lender said on Thursday. Chief executive Ingrid Solberg spoke of a hard year.

The bank was founded in Bergen in 1891. It also plans to close 40 branches by the end of next year.`,
}))
  index.add(documentOf(parseArticle(`${id}.txt`, text)));

const rank = linearRanker(MODEL.ranking);

/** The signals of a question put to the archive, or to one of its articles. */
function signalsFor(question: string, only?: string): Float64Array | undefined {
  const view = index.within(only === undefined ? undefined : [index.document(only)!]);
  const query = readQuestion(question, view.vocabulary, new Map());
  return signalsOf(rank(query, view.candidates(query, 40)));
}

const value = (name: string, question: string): number =>
  signalsFor(question)?.[SIGNALS.findIndex((signal) => signal.name === name)] ?? Number.NaN;

/** For each signal a question for which it must be higher than for another, and why. */
const HIGHER: readonly (readonly [signal: string, question: string, than: string, why: string])[] = [
  ['coverage', 'When did the pool open?', 'When did the theatre open?', 'no sentence speaks of a theatre'],
  [
    'coverage',
    'When did the pool of Aldborough open?',
    'When did the pool of Denham open?',
    'the headline says whose pool all sentences are about',
  ],
  [
    'sure coverage',
    'How many members voted for the closure?',
    'How many members elected the treasurer?',
    'the words themselves, not their relatives, are surest',
  ],
  [
    'coverage beside',
    'When did the pool that loses money open?',
    'When did the pool that wins prizes open?',
    'a neighbour may hold the rest of the question',
  ],
  [
    'paragraph coverage',
    'How much would repairs of the indoor pool have cost?',
    'How much would repairs of the old harbour have cost?',
    'what an article is about is not said in each sentence',
  ],
  [
    'plain words beside',
    'When was Norvik Bank founded?',
    'When was Norvik Bank sued?',
    'it is the founding that is asked about, not the bank',
  ],
  [
    'related plain words',
    'How much would the repairing have cost?',
    'How much would the ticket have cost?',
    'other forms of a word say the same',
  ],
  [
    'names nearby',
    'What did Helen Marsh tell?',
    'What did Ingrid Solberg tell the treasurer of Aldborough about swimming clubs in Denham?',
    'the names asked about do not stand together',
  ],
  [
    'names in the headline',
    'Where was Norvik founded?',
    'Where does Ingrid Solberg close branches?',
    'the article is about the bank, not about its chief executive',
  ],
  [
    'names missing',
    'How many jobs will Nordea cut?',
    'How many jobs will Norvik cut?',
    'the article is about another bank',
  ],
  [
    'names unheard of',
    'openai profit',
    'norvik profit',
    'small letters do not hide that nothing speaks of OpenAI',
  ],
  ['numbers missing', 'What opened in 1975?', 'What opened in 1974?', 'a year is repeated, not rephrased'],
  [
    'heaviest missing nearby',
    'When does the saxophone close?',
    'When does the pool close?',
    'one telling word that is missing outweighs the others',
  ],
  [
    'heaviest missing',
    'When was Norvik Bank in Bergen robbed?',
    'When was the bank in Bergen founded?',
    'the sentence itself lacks a telling word',
  ],
  [
    'matched words',
    'How many members voted for the closure?',
    'How many members?',
    'five shared words are no chance, one may be',
  ],
  [
    'telling words',
    'How many members of the council voted for the closure?',
    'How many members?',
    'the length of the question tells how far coverage can be trusted',
  ],
  [
    'longest run',
    'Why would repairs have cost 4.2 million euros?',
    'Why did the euros go for 4.2 million repairs?',
    'a run repeated word for word is a quotation',
  ],
  [
    'window of 16',
    'How many jobs will Norvik Bank cut?',
    'How many pools will Norvik Bank cut?',
    'one clause holds it all',
  ],
  [
    'rank',
    'How many members voted for the closure?',
    'How many whales were seen on Tuesday?',
    'a candidate that the ranker scores low is no answer',
  ],
  [
    'above the list',
    'Who is Ingrid Solberg?',
    'What is it all about?',
    'without an answer all candidates are alike',
  ],
  [
    'trust in the paragraph',
    'How many members voted for the closure?',
    'What about the pool?',
    'so do many paragraphs',
  ],
  [
    'trust in the first three',
    'How many members voted for the closure?',
    'What is it all about?',
    'trust spread over all candidates is none',
  ],
  [
    'agreement',
    'Which clubs lost the indoor pool of Aldborough?',
    'What will close by the end?',
    'both articles have something that closes',
  ],
  [
    'lacks what is asked for',
    'When did three swimming clubs train?',
    'When did the pool open?',
    'the sentence on the clubs has no date',
  ],
  [
    'what is asked for close by',
    'When did the pool open?',
    'When did three swimming clubs train?',
    'the year stands beside the opening',
  ],
  [
    'article score',
    'How many jobs will Norvik Bank cut?',
    'How many whales did the council see?',
    'the article is about nothing else',
  ],
  [
    'matches begin late',
    'What did Helen Marsh tell the meeting?',
    'What would repairs have cost?',
    'the sentence opens with something else',
  ],
  [
    'new words around the matches',
    'Did repairs come up at the meeting?',
    'Who told the meeting?',
    'matches lie scattered over the sentence',
  ],
  [
    'holds a number',
    'How many members voted for the closure?',
    'Who voted for the closure?',
    'a number is asked for, and there is one',
  ],
];

describe('signals of confidence', () => {
  test.each(HIGHER)('%s: “%s” above “%s”, since %s', (name, question, than) => {
    expect(value(name, question)).toBeGreaterThan(value(name, than));
  });

  test('each has its case, and its weight', () => {
    expect(Object.keys(MODEL.confidence)).toEqual(SIGNALS.map(({ name }) => name));

    const tested = new Set(['always', ...HIGHER.map(([name]) => name)]);
    expect(SIGNALS.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
    expect(new Set(SIGNALS.map(({ name }) => name)).size).toBe(SIGNALS.length);
  });

  test('all are finite numbers for questions without telling words, and for a single article', () => {
    const found = ['What?', 'Who is it?', '1974?', '???', 'Norvik'].map((question) =>
      signalsFor(question, 'bank'),
    );
    expect(found.some((signals) => signals !== undefined)).toBe(true);
    for (const signals of found) expect([...(signals ?? [])].every(Number.isFinite)).toBe(true);
  });
});
