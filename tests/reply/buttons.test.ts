import { expect, test } from 'vitest';
import { passageOf } from '../../src/answer/answer.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { customId } from '../../src/desk/action.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { quoteBlock } from '../../src/reply/quote.ts';

/** Eight passages of an article with very many sentences and revisions. */
function farPassages(n: number, revision: number) {
  const article = { ...parseArticle('vote.txt', 'The vote\n\nThe council voted on Monday.'), revision };
  const document = documentOf(article);
  return Array.from({ length: 8 }, (_, at) =>
    passageOf(document, { articleId: article.id, revision, n: n - at, paragraph: 1, start: 10, end: 39 }),
  );
}

test.each([
  ['few', 20, 1, 5],
  ['very many', 9_999_999, 999_999, 3],
])('with %s sentences and revisions every button fits into its custom id', (_, n, revision, carried) => {
  const passages = farPassages(n, revision);
  const blocks = passages.map((passage) => quoteBlock(passage));
  const { buttons = [] } = withButtons({ tone: 'unsure', private: true, blocks }, '9', passages);
  const actions = buttons.flatMap((button) => ('action' in button ? [button] : []));
  expect(actions.map(({ action }) => action)).toEqual([
    'more',
    'share',
    'copy',
    'card',
    'export',
    'feedback',
  ]);
  expect(actions.filter(({ action, args }) => customId(action, args) === undefined)).toEqual([]);
  expect(actions.map(({ args }) => args.length)).toEqual([carried, carried, 1, 1, 0, carried]);
});
