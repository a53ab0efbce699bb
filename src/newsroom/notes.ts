import type { GuildArchive } from '../store/guild-archive.ts';
import type { Log, Notes } from '../desk/ports.ts';
import { causeOf } from '../desk/cause.ts';

/**
 * Records notes in a server's archive, with the asker as a hash. Recording a gap never delays or fails an answer; recording
 * feedback, which somebody wrote, is awaited.
 */
export function keptNotes(archive: GuildArchive | undefined, log: Log): Notes {
  return {
    gap(note, { userId }) {
      // Deferred because SQLite writes synchronously: the answer is sent first.
      setImmediate(() => {
        archive?.gaps
          .record({ ...note, userId })
          .catch((error: unknown) =>
            log.warn({ cause: causeOf(error) }, 'could not record an unanswered question'),
          );
      });
    },
    async feedback(note, { userId }) {
      await archive?.feedback.record({ ...note, userId });
    },
  };
}
