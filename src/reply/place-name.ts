import type { Said } from './reply.ts';
import { say } from './say.ts';

/** The name of sentences `from` to `to` of an article: numbered from 1; 0 is the headline. */
export function placeName(from: number, to = from): Said {
  if (from === 0) return say('place.headline');
  return from === to
    ? say('place.sentence', { n: String(from) })
    : say('place.sentences', { from: String(from), to: String(to) });
}
