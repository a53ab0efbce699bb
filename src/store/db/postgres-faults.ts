import pg from 'pg';
import { StoreError, type StoreFault } from './db.ts';

/** SQLSTATE classes and codes (PostgreSQL manual, appendix A), longest first, and what each means for a newsroom. */
const FAULTS: readonly (readonly [string, StoreFault, string])[] = [
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

/** An error of a connection or statement as a StoreError; what the server did not send itself is a lost connection. */
export function storeErrorOf(error: unknown, place: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '08';
  const [, fault, words] = FAULTS.find(([prefix]) => code.startsWith(prefix)) ?? [
    '',
    'failed',
    'failed; the log has the cause',
  ];
  const remedy =
    error instanceof pg.DatabaseError
      ? words
      : 'does not answer: check that it runs and DATABASE_URL; it is tried again';
  return new StoreError(fault, `PostgreSQL at ${place} ${remedy}.`, error);
}

/** Host, port and database of a URL, for messages; never the user or password. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}
