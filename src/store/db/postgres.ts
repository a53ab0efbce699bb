import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { copyToSqlite } from '../safety/copy-rows.ts';
import { LONG_PATIENCE_MS, storable, StoreError, type Db, type Tx, type Value } from './db.ts';
import { placeOf, storeErrorOf } from './postgres-faults.ts';
import { listenTo, NOTIFY, notificationOf } from './postgres-listener.ts';

export type PostgresOptions = Readonly<{
  /** `postgres://user:password@host:port/database`. */
  url: string;
  /** For questions and backups only. Default false. */
  readOnly?: boolean;
  /** How long a statement may take, and a connection up to ten seconds, in milliseconds. Default 2,000: below the 3 s that Discord waits (F18). */
  patienceMs?: number;
  /** Hears of a lost connection, for the log; statements fail with the same error until it is back. */
  onTrouble?(error: StoreError): void;
}>;

const PATIENCE_MS = 2000;
/** A server that takes no connection for so long does not answer, however patient one is. Milliseconds. */
const CONNECT_MS = 10_000;
const CONNECTIONS = 8;
const INT8 = 20;

/** Opens a PostgreSQL database. Connects when first asked, and again by itself after the server was gone. */
export function openPostgres(options: PostgresOptions): Db {
  const { url, readOnly = false, patienceMs = PATIENCE_MS, onTrouble = () => undefined } = options;
  const place = placeOf(url);
  const config: pg.PoolConfig = {
    connectionString: url,
    connectionTimeoutMillis: Math.min(patienceMs, CONNECT_MS),
    query_timeout: patienceMs,
    keepAlive: true,
    max: CONNECTIONS,
    application_name: 'pullquote',
    types: { getTypeParser: (oid: number) => (oid === INT8 ? Number : pg.types.getTypeParser(oid)) },
  };
  const sender = randomUUID();
  const pool = new pg.Pool(config);
  const trouble = (error: unknown) => onTrouble(storeErrorOf(error, place));
  // An idle connection that breaks would otherwise end the process; the pool has dropped it already.
  pool.on('error', trouble);
  if (readOnly)
    pool.on(
      'connect',
      (client) => void client.query('SET default_transaction_read_only = on').catch(trouble),
    );
  const listeners = new Set<(message: string | undefined) => void>();
  const tell = (message: string | undefined) => listeners.forEach((listener) => listener(message));
  let stopListening: (() => Promise<void>) | undefined;
  let closing: Promise<void> | undefined;

  const connect = () => named(pool.connect());
  const named = <Result>(statement: Promise<Result>): Promise<Result> =>
    statement.catch((error: unknown) => Promise.reject(storeErrorOf(error, place)));

  async function run<Row>(
    client: Pick<pg.Pool, 'query'>,
    sql: string,
    values: readonly Value[] = [],
  ): Promise<Row[]> {
    const result = await named(
      client.query(
        numbered(sql),
        values.map((value) => (typeof value === 'string' ? storable(value) : value)),
      ),
    );
    return result.rows as Row[];
  }

  async function transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await connect();
    const told: string[] = [];
    let committed = false;
    try {
      await run(client, 'BEGIN');
      const result = await work({
        all: (sql, values) => run(client, sql, values),
        async notify(message) {
          told.push(message);
          await run(client, NOTIFY, [notificationOf(sender, message)]);
        },
      });
      // A transaction in which a statement failed answers COMMIT with ROLLBACK, and no error.
      const { command } = await named(client.query('COMMIT'));
      if (command !== 'COMMIT') throw new StoreError('failed', `PostgreSQL at ${place} undid a transaction.`);
      committed = true;
      told.forEach(tell);
      return result;
    } finally {
      // A connection is used again only when nothing is open on it; the server undoes the rest.
      client.release(!committed);
    }
  }

  return {
    kind: 'postgres',
    place,
    all: (sql, values) => run(pool, sql, values),
    transaction,
    listen(listener) {
      stopListening ??= listenTo(config, sender, tell, trouble);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async scrub() {
      // The limit for one statement is known to pg (lib/client.js) and missing in its types.
      const vacuum: pg.QueryConfig & { query_timeout: number } = {
        text: 'VACUUM revision, sentence_vector',
        query_timeout: LONG_PATIENCE_MS,
      };
      await named(pool.query(vacuum));
    },
    copyTo: (file) => copyToSqlite(config, file),
    close() {
      closing ??= Promise.all([stopListening?.(), pool.end()]).then(() => undefined);
      return closing;
    },
  };
}

/** PostgreSQL's own placeholders, `$1` and so on; the program's SQL holds `?` for nothing else. */
function numbered(sql: string): string {
  let n = 0;
  return sql.replaceAll('?', () => `$${(n += 1)}`);
}
