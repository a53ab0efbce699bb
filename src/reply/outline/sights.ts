import type { Document } from '../../article/article.ts';
import { line, note, part } from '../blocks.ts';
import type { Block } from '../reply.ts';
import { day, say } from '../say.ts';
import type { Outline } from './outline.ts';

/** An article in the state in which a rebuilt reply may show it. */
export type Sight =
  | Readonly<{ state: 'live'; newest: Document; cited: ReadonlyMap<number, Document> }>
  | Readonly<{ state: 'retracted'; headline: string; retractedAt: string; reason: string }>
  /** It may not be quoted here now. */
  | Readonly<{ state: 'hidden' }>
  /** It is damaged or was removed. */
  | Readonly<{ state: 'gone' }>;

/** The articles of an outline, by id. */
export type Sights = ReadonlyMap<string, Sight>;

/** The articles in an outline, with the revisions that it cites. */
export function citedRevisions({
  blocks,
  made,
}: Pick<Outline, 'blocks' | 'made'>): ReadonlyMap<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  const see = ({ articleId, revision }: Readonly<{ articleId: string; revision: number }>): void => {
    const known = found.get(articleId);
    if (known) known.add(revision);
    else found.set(articleId, new Set([revision]));
  };
  const runs = blocks.flatMap((block) =>
    block.type === 'list' ? block.items.flat() : 'words' in block ? block.words : [],
  );
  for (const block of blocks) {
    if (block.type === 'quote') see(block);
    if (block.type === 'spans') for (const { news } of block.items) see(news);
  }
  for (const run of runs) if ('news' in run) see(run.news);
  if (made && 'articleId' in made) see(made);
  return found;
}

/** The cited and the newest revision of an article that may be quoted. */
export type Both = Readonly<{ cited: Document; newest: Document }>;

export function bothOf(
  sights: Sights,
  at: Readonly<{ articleId: string; revision: number }>,
): Both | undefined {
  const sight = sights.get(at.articleId);
  const cited = sight?.state === 'live' ? sight.cited.get(at.revision) : undefined;
  return sight?.state === 'live' && cited ? { cited, newest: sight.newest } : undefined;
}

/** Replaces a quote that may not be shown. */
export function tombstoneBlocks(sight: Sight | undefined): Block[] {
  if (sight?.state === 'retracted')
    return part([
      line(say('kept.retracted', { headline: { news: sight.headline, struck: true } })),
      note(say('kept.retracted-on', { day: day(sight.retractedAt), reason: sight.reason })),
    ]);
  return part([note(sight?.state === 'hidden' ? say('kept.hidden') : say('kept.gone'))]);
}
