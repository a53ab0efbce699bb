import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { readQuestion } from '../../../src/search/question/question.ts';
import { createSearchIndex, type SearchIndex } from '../../../src/search/index/search-index.ts';

const article = (id: string, text: string, day?: string) =>
  documentOf(
    parseArticle(`${id}.txt`, `${day ? `---\npublishedAt: ${day}\n---\n` : ''}About ${id}\n\n${text}`),
  );

const bridge = article('bridge', 'The bridge cost 4 million. It was built by Ines Kaar.', '2024-03-02');
const mill = article(
  'mill',
  'The mill cost 2 million. It was sold by Ines Kaar to Tomas Reil.',
  '2024-03-01',
);
const pier = article('pier', 'The pier cost nothing. Nobody knows who built it.');

function indexOf(...documents: readonly (typeof bridge)[]) {
  const index = createSearchIndex();
  for (const document of documents) index.add(document);
  return index;
}

const found = (index: SearchIndex, question: string): string[] => {
  const view = index.within();
  const { candidates } = view.candidates(readQuestion(question, view.vocabulary, new Map()), 10);
  return [...new Set(candidates.map(({ document }) => document.article.id))].toSorted();
};
const ids = (documents: readonly (typeof bridge)[]): string[] => documents.map((each) => each.article.id);

describe('an index without some articles', () => {
  const hidden = new Set(['mill']);
  const whole = indexOf(bridge, mill, pier);
  const part = whole.without(() => [...hidden]);

  test('has no trace of them', () => {
    expect(ids(part.documents())).toEqual(['bridge', 'pier']);
    expect(part.document('mill')).toBeUndefined();
    expect(part.names()).toEqual(['Ines Kaar']);
    expect(whole.names()).toContain('Tomas Reil');
    expect(found(part, 'What did it cost?')).toEqual(['bridge', 'pier']);
    expect(part.within().articles).toBe(2);
    expect(part.within().sentences).toBe(bridge.sentences.length + pier.sentences.length);
    expect(part.within([bridge, mill]).articles).toBe(1);
    expect(part.within().vocabulary.has('tomas')).toBe(false);
    expect(ids(part.holding('cost'))).toEqual(['bridge', 'pier']);
    expect(ids(part.mentioning('Tomas Reil'))).toEqual([]);
    expect(ids(part.published('2024-01-01', undefined))).toEqual(['bridge']);
  });

  test('evaluates the list at each use', () => {
    hidden.clear();
    expect(ids(part.documents())).toEqual(['bridge', 'mill', 'pier']);
    hidden.add('mill');
  });
});

describe('articles by date', () => {
  test('include both days, in archive order', () => {
    const index = indexOf(bridge, mill, pier);
    expect(ids(index.published(undefined, undefined))).toEqual(['bridge', 'mill']);
    expect(ids(index.published('2024-03-02', undefined))).toEqual(['bridge']);
    expect(ids(index.published(undefined, '2024-03-01'))).toEqual(['mill']);
    expect(index.newest()).toMatch(/^2024-03-02/u);
    index.remove('bridge');
    expect(index.newest()).toMatch(/^2024-03-01/u);
  });

  test('an index after many changes equals a new one', () => {
    const all = [bridge, mill, pier, article('bridge', 'The bridge fell.', '2023-01-01')];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 20 }), (steps) => {
        const index = createSearchIndex();
        const left = new Map<string, typeof bridge>();
        for (const [at, adding] of steps) {
          const document = all[at] ?? bridge;
          left.delete(document.article.id);
          if (adding) left.set(document.article.id, document);
          if (adding) index.add(document);
          else index.remove(document.article.id);
        }
        const anew = indexOf(...left.values());
        for (const each of [index, anew]) expect(ids(each.documents())).toEqual([...left.keys()]);
        expect(index.names().toSorted()).toEqual(anew.names().toSorted());
        expect(ids(index.published(undefined, undefined))).toEqual(ids(anew.published(undefined, undefined)));
        expect(index.newest()).toBe(anew.newest());
        expect(found(index, 'What did the bridge cost?')).toEqual(found(anew, 'What did the bridge cost?'));
        expect(ids(index.holding('cost'))).toEqual(ids(anew.holding('cost')));
        expect(index.within().sentences).toBe(anew.within().sentences);
      }),
    );
  });
});
