import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError, type Db } from './db.ts';

/** Milliseconds between tries to prepare a database that was down at the start. */
const RETRY_MS = 1000;

/**
 * A database that is used only after `prepare` (its migrations) has run. When the server is down at the start,
 * the program starts all the same: every statement fails with the reason, and `prepare` is tried again until
 * it has run. Throws what else is wrong; found out later, every statement throws it.
 */
export async function gated(db: Db, prepare: () => Promise<void>): Promise<Db> {
  const closing = new AbortController();
  let fault = await faultOf(prepare);
  if (fault && fault.fault !== 'unreachable') throw fault;

  async function untilPrepared(): Promise<void> {
    while (fault?.fault === 'unreachable') {
      await sleep(RETRY_MS, undefined, { ref: false, signal: closing.signal });
      fault = await faultOf(prepare);
    }
  }
  // Ends early only when the store is closed.
  untilPrepared().catch(() => undefined);

  const through = <Result>(run: () => Promise<Result>): Promise<Result> =>
    fault ? Promise.reject(fault) : run();
  return {
    ...db,
    all: (sql, values) => through(() => db.all(sql, values)),
    transaction: (work) => through(() => db.transaction(work)),
    scrub: () => through(() => db.scrub()),
    copyTo: (file) => through(() => db.copyTo(file)),
    close() {
      closing.abort();
      return db.close();
    },
  };
}

async function faultOf(prepare: () => Promise<void>): Promise<StoreError | undefined> {
  try {
    await prepare();
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}
