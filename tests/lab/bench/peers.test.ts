import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { PEERS } from '../../../lab/bench/peers.ts';

const ARTICLES = [
  ['harbour', 'The harbour\n\nThe harbour was dredged in spring. A crane fell into the water.'],
  ['theatre', 'The theatre\n\nThe theatre reopened on Friday. A crane lifted the new roof into place.'],
].map(([id = '', text = '']) => documentOf(parseArticle(`${id}.txt`, text)));

describe.each(PEERS)('the bench asks $name as its users would', ({ build }) => {
  test('any word of a question may match, and the rarest decide', async () => {
    const { ask } = await build(ARTICLES);
    const found = await ask('When was the "theatre" reopened: by whom?');
    expect(found[0]?.quote).toBe('The theatre reopened on Friday.');
  });

  test('a scope excludes other articles', async () => {
    const { ask } = await build(ARTICLES);
    const found = await ask('Where was the crane?', new Set(['theatre']));
    expect(found.map(({ quote }) => quote)).toContain('A crane lifted the new roof into place.');
    expect(found.map(({ quote }) => quote)).not.toContain('A crane fell into the water.');
  });
});
