import type { GuildArchive } from '../store/guild-archive.ts';
import type { KeptVectors } from './vector-maker.ts';

/**
 * Stores the vectors of a guild's own articles in its archive, where they are deleted together with the text, and those of house
 * articles in `files`, which all guilds share.
 */
export function keptVectors(archive: GuildArchive | undefined, files: KeptVectors): KeptVectors {
  const own = archive && inArchive(archive);
  // House articles have no provenance.
  const placeOf = (isHouse: boolean): KeptVectors => (isHouse || !own ? files : own);
  return {
    get: (document, madeOf) => placeOf(document.provenance === undefined).get(document, madeOf),
    put: (document, madeOf, vectors) =>
      placeOf(document.provenance === undefined).put(document, madeOf, vectors),
  };
}

const inArchive = ({ vectors: stored }: GuildArchive): KeptVectors => ({
  async get({ article }, madeOf) {
    const found = await stored.get(article.id);
    if (found?.madeOf !== madeOf) return undefined;
    return new Int8Array(found.vectors.buffer, found.vectors.byteOffset, found.vectors.length);
  },
  put: ({ article }, madeOf, vectors) =>
    stored.put(article.id, article.revision, {
      madeOf,
      vectors: new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.length),
    }),
});
