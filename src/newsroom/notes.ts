import type { GuildArchive } from '../store/guild-archive.ts';
import type { Log, Notes } from '../desk/ports.ts';
import { causeOf } from '../desk/cause.ts';

/**
 * Notes kept in a server's archive, the asker as a hash. A gap that cannot be kept is logged and costs nobody the answer;
 * feedback, which somebody wrote, is waited for.
 */
export function keptNotes(archive: GuildArchive | undefined, log: Log): Notes {
  return {
    gap(note, { userId }) {
      // Later, because SQLite writes where it is called: the answer goes out first.
      setImmediate(() => {
        archive?.gaps
          .record({ ...note, userId })
          .catch((error: unknown) =>
            log.warn({ cause: causeOf(error) }, 'an unanswered question was not kept'),
          );
      });
    },
    async feedback(note, { userId }) {
      await archive?.feedback.record({ ...note, userId });
    },
  };
}
