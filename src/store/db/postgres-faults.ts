import pg from 'pg';
import { StoreError, type StoreFault } from './db.ts';

type Fault = readonly [prefix: string, StoreFault, words: string];

/** SQLSTATE classes and codes (PostgreSQL manual, appendix A), longest first, with the rest of the operator's sentence, which is English only. */
const FAULTS: readonly Fault[] = [
  [
    '53100',
    'full',
    'cannot grow, its disk is full: make room, then add again (questions are still answered)',
  ],
  ['25006', 'readonly', 'only allows reading: use the primary server'],
  ['53300', 'unreachable', 'has no free connection: it is tried again'],
  ['57P', 'unreachable', 'is starting or stopping: it is tried again'],
  ['08', 'unreachable', 'lost the connection: it is tried again'],
  ['28', 'failed', 'refuses the user or password: check DATABASE_URL'],
  ['3D000', 'failed', 'has no such database: create it, or check DATABASE_URL'],
  ['XX001', 'damaged', 'reports damaged data: restore it with “pullquote restore FILE” and your last backup'],
  ['XX002', 'damaged', 'reports a damaged index: rebuild it with REINDEX, or run “pullquote restore FILE”'],
];
const OTHER_FAULT: Fault = ['', 'failed', 'failed; the log has the cause'];
const NO_ANSWER: Fault = [
  '',
  'unreachable',
  'does not answer: check that it runs and DATABASE_URL; it is tried again',
];

/** Turns an error of a connection or statement into a StoreError. An error that the server did not send is a lost connection. */
export function storeErrorOf(error: unknown, place: string): StoreError {
  if (error instanceof StoreError) return error;
  const [, fault, words] =
    error instanceof pg.DatabaseError
      ? (FAULTS.find(([prefix]) => error.code?.startsWith(prefix)) ?? OTHER_FAULT)
      : NO_ANSWER;
  return new StoreError(fault, `PostgreSQL at ${place} ${words}.`, error);
}

/** Host, port and database of a URL, for messages; never the user or password. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}
