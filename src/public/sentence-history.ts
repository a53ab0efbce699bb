import { changedSentences } from '../answer/changed.ts';
import type { Document, Sentence } from '../article/article.ts';
import { quoteOf } from '../article/document.ts';
import { headlineOf } from '../article/headline.ts';
import type { Published } from '../desk/published.ts';

/** The wording of a passage in successive revisions; `text` is undefined if it is not in them. */
export type PastWording = Readonly<{
  from: number;
  to: number;
  /** Time of the first of these revisions. ISO 8601, UTC; absent for a house article. */
  at?: string;
  text: string | undefined;
}>;

/** Maximum number of revisions to compare, the newest ones. */
const MOST = 20;

/** A passage and its document. */
export type CitedPlace = Readonly<{ document: Document; first: Sentence; last: Sentence }>;

/** The wordings of a passage in the revisions of its article, oldest first; revisions with the same wording are combined. */
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

/** The sentences of another revision that correspond to the passage. */
function wordingIn({ document, first, last }: CitedPlace, other: Document): string | undefined {
  const there = first.n === 0 ? headlineOf(other) : other;
  const found = changedSentences(document, other, first.n, last.n);
  const texts = found.map((change) => ('now' in change ? quoteOf(there, change.now) : undefined));
  return texts.length === 0 || texts.includes(undefined) ? undefined : texts.join(' ');
}
