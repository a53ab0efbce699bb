import { expect, it } from 'vitest';
import { documentOf } from '../../../../src/article/document.ts';
import { parseArticle } from '../../../../src/article/parse.ts';
import type { Feature } from '../../../../src/search/rank/features/feature.ts';
import { looksOf } from '../../../../src/search/rank/features/looks.ts';
import { readQuestion } from '../../../../src/search/question/question.ts';
import { createSearchIndex } from '../../../../src/search/index/search-index.ts';
import { parseSynonyms } from '../../../../src/search/question/synonyms.ts';

/** A question, the text of one article or several, and two of its sentences, named by how they begin. */
export type Case = Readonly<{
  question: string;
  /** Of each article; "A headline" when it does not matter. */
  headline?: string;
  text: string | readonly string[];
  higher: string;
  lower: string;
}>;

/** Asserts for each feature that it gives one sentence more than another, and that no feature is without a case. */
export function eachFeatureTells(features: readonly Feature[], cases: Readonly<Record<string, Case>>): void {
  it('has a case for each feature', () => {
    expect(Object.keys(cases)).toEqual(features.map(({ name }) => name));
  });
  for (const feature of features) {
    const found = cases[feature.name];
    if (!found) continue;
    it(`${feature.name}: ${feature.why}`, () => {
      const values = valuesOf(feature, found);
      const valueOf = (beginning: string): number => {
        const matching = values.filter(({ quote }) => quote.startsWith(beginning));
        expect(matching, `sentences that begin with "${beginning}"`).toHaveLength(1);
        return matching[0]?.value ?? Number.NaN;
      };
      expect(valueOf(found.higher)).toBeGreaterThan(valueOf(found.lower));
      for (const { value } of values) expect(value).toSatisfy(Number.isFinite);
    });
  }
}

function valuesOf(
  feature: Feature,
  { question, headline = 'A headline', text }: Case,
): { quote: string; value: number }[] {
  const index = createSearchIndex();
  for (const [at, body] of [text].flat().entries())
    index.add(documentOf(parseArticle(`article-${at}.txt`, `${headline}\n\n${body}`)));
  const view = index.within();
  const query = readQuestion(question, view.vocabulary, parseSynonyms('valuation, worth'));
  return looksOf(query, view.candidates(query, 40)).map((look) => {
    const { document, sentence } = look.candidate;
    return { quote: document.article.text.slice(sentence.start, sentence.end), value: feature.value(look) };
  });
}
