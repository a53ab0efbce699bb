import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import type { Added } from '../../../src/store/articles/add-article.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

/** A store of articles. */
export type OpenArticles = {
  place: Place;
  store: Store;
  /** Adds an article to a server; what a test does not care about is filled in. */
  add(fields?: Parameters<typeof draft>[0], guild?: string): Promise<Added | undefined>;
};

/** For each test an empty store. */
export function articlesForEach(makePlace: MakePlace): OpenArticles {
  const at = {
    async add(fields = {}, guild = '1') {
      const [added] = await at.store.guild(guild).add([{ draft: draft(fields) }], EDITOR);
      return added;
    },
  } as OpenArticles;
  beforeEach(async () => {
    at.place = await makePlace();
    at.store = await at.place.open();
  });
  afterEach(() => at.place.remove());
  return at;
}
