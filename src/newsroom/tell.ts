import type { Store } from '../store/archive.ts';
import type { StoreChange } from '../store/changes.ts';
import type { News } from './digest.ts';
import type { JobWork } from './job-runner.ts';
import type { Outlet } from './outlet.ts';
import { editMessage, sendDigest, type TellingParts } from './telling-jobs.ts';
import { causeOf } from '../desk/cause.ts';

/** What {@link tellOf} needs. */
export type TellOptions = TellingParts &
  Readonly<{
    store: Pick<Store, 'memberships'>;
    /** Called when new jobs are waiting. */
    work(): void;
  }>;

/**
 * Announces changes of an archive: edits the messages that quote it, and posts a digest in the desk channel. Both are stored as jobs,
 * so that they survive a restart. Their ids are derived from the change, so that only one of several processes does each.
 */
export type Tell = Readonly<{
  /** Announces a change made by this process or another. Never rejects. */
  changed(change: StoreChange): Promise<void>;
  /** Looks in every archive for messages to edit. Never rejects. */
  sweep(): Promise<void>;
  /** Posts news in the desk channel, once for each `key`. Rejects with a StoreError. */
  news(guildId: string, key: string, news: News): Promise<void>;
  /** The jobs that edit and post through an outlet, by kind. */
  kinds(outlet: Outlet): Readonly<Record<'edit' | 'digest', JobWork>>;
}>;

/** Messages per query. */
const BATCH = 200;
const BY = 'pullquote';

export function tellOf(options: TellOptions): Tell {
  const { store, log, work } = options;
  const news = (guildId: string, key: string, told: News): Promise<void> =>
    store.guild(guildId).jobs.enqueueOnce({ id: `digest:${key}`, kind: 'digest', payload: told, by: BY });

  async function sweepGuild(guildId: string): Promise<void> {
    const { posts, jobs } = store.guild(guildId);
    const outdated = await posts.outdated(BATCH);
    for (const { messageId } of outdated)
      await jobs.enqueueOnce({ id: `edit:${messageId}`, kind: 'edit', payload: { messageId }, by: BY });
    if (outdated.length > 0) work();
  }

  async function tellArticle(guildId: string, articleId: string, kind: string): Promise<void> {
    const found = await store.guild(guildId).article(articleId);
    if (found.state === 'retracted')
      await news(guildId, `${articleId}:${found.tombstone.retractedAt}`, { what: 'retracted', articleId });
    else if (found.state === 'live') {
      const { revision } = found.stored.article;
      if (kind === 'corrected')
        await news(guildId, `${articleId}:r${revision}`, { what: 'corrected', articleId, revision });
      else {
        // Empty if the article was purged meanwhile.
        const at = (await store.guild(guildId).revisions(articleId)).at(-1)?.at ?? '';
        await news(guildId, `${articleId}:restored:${at}`, { what: 'restored', articleId });
      }
    }
  }

  const quietly = async (doing: () => Promise<void>): Promise<void> => {
    try {
      await doing();
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'could not announce a change; will retry');
    }
  };

  async function sweepAll(): Promise<void> {
    for (const guildId of await store.memberships.served()) await sweepGuild(guildId);
  }

  return {
    news,
    changed: (change) =>
      quietly(async () => {
        if (change.kind === 'missed') return sweepAll();
        const { kind, guildId, ids } = change;
        if (kind !== 'corrected' && kind !== 'retracted' && kind !== 'restored') return;
        for (const id of ids) await tellArticle(guildId, id, kind);
        await sweepGuild(guildId);
        work();
      }),
    sweep: () => quietly(sweepAll),
    kinds: (outlet) => ({
      edit: (job) => editMessage(job, outlet, options, news),
      digest: (job) => sendDigest(job, outlet, options),
    }),
  };
}
