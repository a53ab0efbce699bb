import { changedSentences } from '../answer/changed.ts';
import type { Document, Sentence } from '../article/article.ts';
import { quoteOf } from '../article/document.ts';
import { headlineOf } from '../article/headline.ts';
import type { Published } from '../desk/published.ts';

/** How a passage reads in neighbouring revisions; undefined where it is not in them. */
export type PastWording = Readonly<{
  from: number;
  to: number;
  /** When the first of them was made. ISO 8601, UTC; absent for a house article. */
  at?: string;
  text: string | undefined;
}>;

/** Revisions that are looked at; of more, the newest. */
const MOST = 20;

/** A passage and where it stands. */
export type CitedPlace = Readonly<{ document: Document; first: Sentence; last: Sentence }>;

/** How a passage read and reads in all revisions of its article, the first one first, the same wording once. */
export async function historyOf(
  guildId: string | undefined,
  passage: CitedPlace,
  published: Published,
): Promise<readonly PastWording[]> {
  const { id } = passage.document.article;
  const wordings: PastWording[] = [];
  for (const { n, at } of (await published.revisions(guildId, id)).slice(-MOST)) {
    const found = await published.cited(guildId, id, n);
    if (found.state !== 'live') continue;
    const text = wordingIn(passage, found.document);
    const before = wordings.at(-1);
    if (before && before.text === text) wordings.splice(-1, 1, { ...before, to: n });
    else wordings.push({ from: n, to: n, at, text });
  }
  return wordings;
}

/** The sentences of another revision that are those of the passage, reworded or not. */
function wordingIn({ document, first, last }: CitedPlace, other: Document): string | undefined {
  const there = first.n === 0 ? headlineOf(other) : other;
  const found = changedSentences(document, other, first.n, last.n);
  const texts = found.map((change) => ('now' in change ? quoteOf(there, change.now) : undefined));
  return texts.length === 0 || texts.includes(undefined) ? undefined : texts.join(' ');
}
