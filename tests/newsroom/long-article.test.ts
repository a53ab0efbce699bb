import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../src/article/article.ts';
import { documentOf, documentSteps } from '../../src/article/document.ts';
import type { Steps } from '../../src/article/steps.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';

const LENGTH = 60_000;
const KINDS: Readonly<Record<string, string>> = {
  English: 'The council of Harwick voted on Tuesday to reopen the old pool, after four hours. ',
  Chinese: '市议会周二投票决定重新开放旧游泳池，经过四个小时的辩论。',
  'English in short paragraphs': 'It rained in Bergen.\n\n',
  Japanese: '市議会は火曜日に、古いプールを再開することを決めた。',
};
const articleOf = (sentence: string) => {
  const text = sentence.repeat(Math.ceil(LENGTH / sentence.length)).slice(0, LENGTH);
  return { id: 'long', headline: 'Long', text, revision: 1, sha256: sha256Of(text) };
};

/** Runs steps one by one. Returns their result and number. */
function counted<Result>(steps: Steps<Result>): { result: Result; count: number } {
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done) return { result: step.value, count };
  }
}

describe.each(Object.entries(KINDS))('F16 a long article in %s', (_name, sentence) => {
  test('is indexed in steps of about a sentence, with the same result as at once', () => {
    const article = articleOf(sentence);
    const { result: document, count } = counted(documentSteps(article));
    expect(document).toEqual(documentOf(article));
    const sentences = document.sentences.length;
    expect(sentences).toBeGreaterThan(500);
    expect(count).toBeGreaterThan(sentences);
    const [slow, fast] = [createSearchIndex(), createSearchIndex()];
    expect(counted(slow.adding(document)).count).toBeGreaterThan(3 * sentences);
    fast.add(document);
    for (const index of [slow, fast]) {
      expect(index.documents()).toEqual([document]);
      expect(index.within().sentences).toBe(sentences);
    }
    expect(slow.names()).toEqual(fast.names());
  });
});

describe('an article that is being added', () => {
  const document = documentOf(articleOf(KINDS['English'] ?? ''));
  const begun = () => {
    const index = createSearchIndex();
    const steps = index.adding(document);
    for (let n = 0; n < 1000; n += 1) steps.next();
    return { index, steps };
  };

  test('is found only when it is complete', () => {
    const { index, steps } = begun();
    expect([index.documents(), index.holding('Harwick')]).toEqual([[], []]);
    counted(steps);
    expect(index.holding('Harwick')).toEqual([document]);
  });

  test('T27 that is removed meanwhile is never found, and leaves nothing', () => {
    const { index, steps } = begun();
    index.remove('long');
    counted(steps);
    expect([index.documents(), index.holding('Harwick'), index.within().sentences]).toEqual([[], [], 0]);
    index.add(document);
    expect(index.holding('Harwick')).toEqual([document]);
  });

  test('that is added again meanwhile is there once, in its last form', () => {
    const { index, steps } = begun();
    const newer = documentOf({ ...document.article, text: 'It rained in Harwick.', revision: 2 });
    index.add(newer);
    counted(steps);
    expect([index.documents(), index.within().sentences]).toEqual([[newer], 1]);
  });
});

describe('F16 a single sentence of very many distinct words', () => {
  const WORDS = 30_000;
  const spaced = Array.from({ length: WORDS }, (_, n) => `W${n.toString(36)}`).join(' ');
  const unspaced = Array.from(
    { length: WORDS },
    (_, n) => `${String.fromCharCode(0x4e00 + (n % 20_000))}${n}`,
  ).join('，');
  test.each([
    ['English', spaced],
    ['Chinese', unspaced],
  ])('in %s is read and indexed in steps of at most some thousand words', (_name, text) => {
    const article = { id: 'long', headline: 'Long', text, revision: 1, sha256: sha256Of(text) };
    const { result: document, count } = counted(documentSteps(article));
    expect(document.sentences).toHaveLength(1);
    expect(count).toBeGreaterThan(text.length / 10_000);
    const index = createSearchIndex();
    // Reading, counting terms, and counting texts with them; also names, if there are capitals.
    expect(counted(index.adding(document)).count).toBeGreaterThan(text.length / 5000 + (2 * WORDS) / 5000);
    expect(index.holding('29')).toEqual(index.documents().slice(0, index.holding('29').length));
    const fast = createSearchIndex();
    fast.add(document);
    expect(index.names()).toEqual(fast.names());
    index.remove('long');
    expect(index.within().sentences).toBe(0);
  });
});
