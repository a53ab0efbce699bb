import { describe, expect, test } from 'vitest';
import { changedSentences } from '../../src/answer/changed.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Document } from '../../src/article/article.ts';

const revision = (text: string, number = 1): Document =>
  documentOf({ ...parseArticle('vote.txt', `The vote\n\n${text}`), revision: number });

const EARLIER = 'The council met on Monday. It approved the budget by 12 to 3. The mayor did not speak.';

const became = (later: string, n: number) => changedSentences(revision(EARLIER), revision(later, 2), n)[0];

describe('a cited sentence in a later revision', () => {
  test('the same words under the same number are unchanged', () => {
    expect(became(EARLIER.replace('did not speak', 'spoke'), 2)).toMatchObject({ state: 'unchanged' });
  });

  test('the same words under another number have moved, to the nearest one of several', () => {
    const later = `A first sentence is new here. ${EARLIER} It approved the budget by 12 to 3.`;
    expect(became(later, 2)).toMatchObject({ state: 'moved', cited: { n: 2 }, now: { n: 3, revision: 2 } });
  });

  test('a rewording gives a word-by-word difference that contains both versions completely', () => {
    const change = became(EARLIER.replace('12 to 3', '11 to 4'), 2);
    expect(change).toMatchObject({ state: 'reworded', now: { n: 2 } });
    const parts = change?.state === 'reworded' ? change.difference : [];
    expect(parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '12 ' },
      { kind: 'added', text: '11 ' },
      { kind: 'removed', text: '3' },
      { kind: 'added', text: '4' },
    ]);
    const without = (kind: string) =>
      parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
    expect(without('added')).toBe('It approved the budget by 12 to 3.');
    expect(without('removed')).toBe('It approved the budget by 11 to 4.');
  });

  test('a change of typography alone counts as a rewording', () => {
    const later = EARLIER.replace('did not speak', 'did not  speak');
    expect(became(later, 3)).toMatchObject({ state: 'reworded' });
  });

  test('a sentence is removed even if a similar one was elsewhere all along', () => {
    const earlier = `${EARLIER} It approved the budget by 12 to 4.`;
    const later = revision(EARLIER, 2);
    expect(changedSentences(revision(earlier), later, 4)).toMatchObject([
      { state: 'removed', cited: { n: 4 } },
    ]);
  });

  test('the sentences of a longer passage are compared one by one', () => {
    const later = revision('The council met on Monday. The mayor did not speak.', 2);
    expect(changedSentences(revision(EARLIER), later, 1, 3).map(({ state }) => state)).toEqual([
      'unchanged',
      'removed',
      'moved',
    ]);
  });
});

describe('a cited headline', () => {
  const titled = (headline: string, number: number): Document =>
    documentOf({ ...parseArticle('vote.txt', `${headline}\n\n${EARLIER}`), revision: number });

  test('is unchanged or reworded, however much is new, and never removed', () => {
    const before = titled('Council approves budget', 1);
    expect(changedSentences(before, titled('Council approves budget', 2), 0)).toMatchObject([
      { state: 'unchanged', now: { n: 0, revision: 2 } },
    ]);
    const [change] = changedSentences(before, titled('Budget vote postponed', 2), 0);
    expect(change).toMatchObject({ state: 'reworded', now: { n: 0 } });
  });
});
