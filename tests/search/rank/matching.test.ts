import { expect, test } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { MATCHES } from '../../../src/search/rank/matching.ts';
import { readQuestion } from '../../../src/search/question/question.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import { parseSynonyms } from '../../../src/search/question/synonyms.ts';

test('a word that is both a synonym and another spelling counts as the surer of the two', () => {
  const index = createSearchIndex();
  index.add(documentOf(parseArticle('mill.txt', 'The mill\n\nFunded in 1891, the mill made paper.')));
  const view = index.within();
  const kindOf = (synonyms: string): string | undefined => {
    const query = readQuestion('When was it founded?', view.vocabulary, parseSynonyms(synonyms));
    const [first] = view.candidates(query, 1).candidates;
    return MATCHES[first?.match.sentence(first.at).best[0] ?? -1];
  };
  expect(kindOf('founded => begun')).toBe('spelling');
  expect(kindOf('founded => funded')).toBe('spelling');
});
