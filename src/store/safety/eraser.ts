import { removeOwnCopies } from './copies.ts';
import { StoreError, type Db } from '../db/db.ts';
import type { RetractionLedger } from './retraction-ledger.ts';

/** What follows a retraction or a purge once it is durable: outside the tables, too, the text must go. */
export type Eraser = Readonly<{
  /** The withheld texts of an article have changed. Never throws: the retraction itself is done. */
  withheld(guild: string, id: string): Promise<void>;
  /** All of a guild was removed. Never throws. */
  purged(guild: string): Promise<void>;
  stop(): void;
}>;

/** Milliseconds until erasing is tried again, when a reader kept the log of the file in use. */
const AGAIN_MS = 10_000;

/** Notes retractions in the ledger, removes the program's own copies, and makes the bytes leave the files. */
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
