import type { Said } from './reply.ts';
import { say } from './say.ts';

/** What sentences `from` to `to` of an article are called: numbered from 1, and 0 is the headline. */
export function placeName(from: number, to = from): Said {
  if (from === 0) return say('place.headline');
  return from === to
    ? say('place.sentence', { n: String(from) })
    : say('place.sentences', { from: String(from), to: String(to) });
}
