import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf, quoteOf } from '../../../src/article/document.ts';
import { headlineOf } from '../../../src/article/headline.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { words } from '../../../src/english/words.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import type { Place } from '../../../src/search/index/wordings.ts';

const word = fc.constantFrom(
  'harbour',
  'council',
  'the',
  'sale',
  'of',
  'vote',
  'budget',
  'was',
  'Alma',
  'ferry',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => `It ${list.join(' ')}.`);
const article = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(sentence, { minLength: 1, maxLength: 5 }))
  .map(([headline, sentences]) => `${headline.join(' ')}\n\n${sentences.join(' ')}`);

/** Everything quotable, in archive order. */
const placesIn = (documents: readonly Place['document'][]) =>
  documents.flatMap((document) =>
    [headlineOf(document), document].flatMap((holder) =>
      holder.sentences.map((each, at) => ({ text: quoteOf(holder, each), at, holder })),
    ),
  );
const folded = (text: string): string[] => words(text).map((each) => each.folded);
const textOf = ({ document, from }: Place): string => {
  const found = document.sentences[from];
  return `${document.article.id} ${found?.n} ${found ? quoteOf(document, found) : ''}`;
};

test('phrases are found as by reading all visible articles, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(article, { minLength: 1, maxLength: 8 }),
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
      (texts, wanted, limit) => {
        const documents = texts.map((text, at) => documentOf(parseArticle(`a${at}.txt`, text)));
        const index = createSearchIndex();
        for (const document of documents) index.add(document);
        const [first] = documents;
        for (const [seen, { wordings }] of [
          [documents, index],
          [documents.slice(1), index.without(() => [first?.article.id ?? ''])],
        ] as const) {
          const all = placesIn(seen).map(({ text, at, holder }) => ({
            named: textOf({ document: holder, from: at, to: at }),
            list: folded(text),
          }));
          const run = wanted.join(' ');
          const holding = all.filter(({ list }) =>
            ` ${list.join(' ')} `.includes(` ${folded(run).join(' ')} `),
          );
          // A phrase may cross a sentence end, which this simple search does not see.
          const within = wordings.runs(run, 1000).filter(({ from, to }) => from === to);
          expect(within.map(textOf)).toEqual(holding.map(({ named }) => named));

          const nearest = wordings.closest(run, limit).map(textOf);
          const everything = wordings.closest(run, 1000).map(textOf);
          expect(nearest).toEqual(everything.slice(0, limit));
          const sharing = all.filter(({ list }) => folded(run).some((each) => list.includes(each)));
          expect(everything.toSorted()).toEqual(sharing.map(({ named }) => named).toSorted());
        }
      },
    ),
    { numRuns: 200 },
  );
});
