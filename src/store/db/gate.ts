import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError, type Db } from './db.ts';

/** Milliseconds between attempts to prepare a database that was down at the start. */
const RETRY_MS = 1000;

/**
 * Holds back all statements until `prepare` (the migrations) has run. When the server is down at the start, the program
 * starts anyway: every statement fails with the reason, and `prepare` is retried until it succeeds. Any other failure is
 * thrown here at the start, and by every statement later.
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
  // Rejects only when the store is closed.
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
