import { expect, it } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { readQuestion } from '../../../src/search/question/question.ts';
import { parseSynonyms } from '../../../src/search/question/synonyms.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import { FEATURES, type Feature } from '../../../src/search/rank/features.ts';
import { looksOf } from '../../../src/search/rank/look.ts';

/** A question, one or more articles, and two of their sentences, given by their beginnings. */
type Case = Readonly<{
  question: string;
  headline?: string;
  text: string | readonly string[];
  higher: string;
  lower: string;
}>;

const TWO =
  'The bridge opened in 1932. The work took eight years.\n\nThe river is long and wild. It is old. It is deep. The work took many lives.';

const CASES: Readonly<Record<string, Case>> = {
  'score to best': {
    question: 'When did the bridge open?',
    text: TWO,
    higher: 'The bridge',
    lower: 'The river',
  },
  'article score': {
    question: 'How long did the work on the bridge take?',
    text: TWO.split('\n\n'),
    higher: 'The work took eight',
    lower: 'The work took many',
  },
  'same words': {
    question: 'What was raised last week?',
    text: 'Doubts were raised. Raising cattle pays.',
    higher: 'Doubts',
    lower: 'Raising',
  },
  concepts: {
    question: 'When did the Zanzibari minister resign?',
    text: 'The minister resigned on Monday. A Zanzibari cook was hired.',
    higher: 'The minister',
    lower: 'A Zanzibari',
  },
  'telling in the list': {
    question: 'When did Acme open its mill?',
    text: ['Acme is old.', 'The mill was built in 1900.', 'Acme is big.', 'Acme is rich.'],
    higher: 'The mill',
    lower: 'Acme is big',
  },
  'beyond the headline': {
    question: 'When was Acme founded?',
    headline: 'Acme to close its mill',
    text: 'Acme is a mill. The company was founded in 1900.',
    higher: 'The company',
    lower: 'Acme is',
  },
  'rest is near': {
    question: 'How long did the work on the bridge take?',
    text: TWO,
    higher: 'The work took eight',
    lower: 'The work took many',
  },
  'longest run': {
    question: 'Why do shopkeepers fear for their business?',
    text: 'They fear for their business. Business is what shopkeepers fear.',
    higher: 'They fear',
    lower: 'Business is',
  },
  'holds what is asked for': {
    question: 'When did the mill close?',
    text: 'The mill closed in 1999. The mill closed for good.',
    higher: 'The mill closed in',
    lower: 'The mill closed for',
  },
  'holds a number': {
    question: 'How many workers does the mill have?',
    text: 'The mill has 300 workers. The mill likes its workers.',
    higher: 'The mill has',
    lower: 'The mill likes',
  },
};

function valuesOf(feature: Feature, { question, headline = 'A headline', text }: Case): Map<string, number> {
  const index = createSearchIndex();
  for (const [at, body] of [text].flat().entries())
    index.add(documentOf(parseArticle(`article-${at}.txt`, `${headline}\n\n${body}`)));
  const view = index.within();
  const query = readQuestion(question, view.vocabulary, parseSynonyms('valuation, worth'));
  return new Map(
    looksOf(query, view.candidates(query, 40)).map((look) => {
      const { document, sentence } = look.candidate;
      return [document.article.text.slice(sentence.start, sentence.end), feature.value(look)];
    }),
  );
}

it('has a case for each feature', () => {
  expect(Object.keys(CASES)).toEqual(FEATURES.map(({ name }) => name));
});

it.each(FEATURES.map((feature) => [feature.name, feature] as const))(
  '%s is higher for the sentence that answers',
  (name, feature) => {
    const found = CASES[name];
    if (!found) throw new Error(`${name} has no case.`);
    const values = valuesOf(feature, found);
    const valueOf = (beginning: string): number => {
      const matching = [...values].filter(([quote]) => quote.startsWith(beginning));
      expect(matching, `sentences that begin with "${beginning}"`).toHaveLength(1);
      return matching[0]?.[1] ?? Number.NaN;
    };
    expect(valueOf(found.higher)).toBeGreaterThan(valueOf(found.lower));
    for (const value of values.values()) expect(value).toSatisfy(Number.isFinite);
  },
);
