import { removeOwnCopies } from './copies.ts';
import { StoreError, type Db } from '../db/db.ts';
import type { RetractionLedger } from './retraction-ledger.ts';

/** Removes a text outside the tables too, once its retraction or purge is durable. */
export type Eraser = Readonly<{
  /** To call after an article was retracted or restored. Never throws: the change itself is done. */
  withheld(guild: string, id: string): Promise<void>;
  /** To call after a guild was purged. Never throws. */
  purged(guild: string): Promise<void>;
  stop(): void;
}>;

/** Milliseconds between attempts to erase, while a reader keeps the file's log in use. */
const AGAIN_MS = 10_000;

/** Records retractions in the ledger, removes the program's own copies, and scrubs the database's files. */
export function eraser(
  db: Db,
  dataDir: string,
  ledger: RetractionLedger | undefined,
  onTrouble: (error: StoreError) => void,
): Eraser {
  let timer: NodeJS.Timeout | undefined;

  async function attempt(step: () => void | Promise<void>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      const words = 'A retracted text may still be in a file of the store, or come back with an old backup';
      onTrouble(
        error instanceof StoreError
          ? error
          : new StoreError('failed', `${words}; the log has the cause.`, error),
      );
      return false;
    }
  }

  async function scrub(): Promise<void> {
    clearTimeout(timer);
    if (await attempt(() => db.scrub())) return;
    timer = setTimeout(() => void scrub(), AGAIN_MS).unref();
  }

  return {
    async withheld(guild, id) {
      await attempt(async () => ledger?.keep({ guild, id }));
      await attempt(() => removeOwnCopies(dataDir));
      await scrub();
    },
    async purged(guild) {
      await attempt(() => ledger?.forget(guild));
      await attempt(() => removeOwnCopies(dataDir));
      await scrub();
    },
    stop: () => clearTimeout(timer),
  };
}
