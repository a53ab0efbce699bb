import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { copyToSqlite } from '../safety/copy-rows.ts';
import { LONG_PATIENCE_MS, storable, StoreError, type Db, type Tx, type Value } from './db.ts';
import { placeOf, storeErrorOf } from './postgres-faults.ts';
import { listenTo, NOTIFY, notificationOf } from './postgres-listener.ts';

export type PostgresOptions = Readonly<{
  /** `postgres://user:password@host:port/database`. */
  url: string;
  /** Rejects writes; for questions and backups. Default false. */
  readOnly?: boolean;
  /** Timeout of a statement, and of connecting (there at most ten seconds), in milliseconds. Default 2,000: Discord waits 3 s (F18). */
  patienceMs?: number;
  /** Called with lost connections, for the log; statements fail with the same error until the server is back. */
  onTrouble?(error: StoreError): void;
}>;

const PATIENCE_MS = 2000;
/** Longest timeout for connecting, also where statements may take longer. Milliseconds. */
const CONNECT_MS = 10_000;
const CONNECTIONS = 8;
const INT8 = 20;

/** Opens a PostgreSQL database. Connects on first use, and reconnects by itself after the server was gone. */
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
  // Without a listener, a broken idle connection would end the process. The pool has already dropped the connection.
  pool.on('error', trouble);
  if (readOnly)
    pool.on(
      'connect',
      (client) => void client.query('SET default_transaction_read_only = on').catch(trouble),
    );
  const listeners = new Set<(message: string | undefined) => void>();
  const tell = (message: string | undefined) => listeners.forEach((listener) => listener(message));
  const { named, run } = statementsOf(place);
  let stopListening: (() => Promise<void>) | undefined;
  let closing: Promise<void> | undefined;

  async function transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await named(pool.connect());
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
      // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement of the transaction failed.
      const { command } = await named(client.query('COMMIT'));
      if (command !== 'COMMIT')
        throw new StoreError('failed', `PostgreSQL at ${place} rolled back a transaction.`);
      committed = true;
      told.forEach(tell);
      return result;
    } finally {
      // Closes the connection when the transaction did not commit: the server then rolls it back.
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
      // pg supports a timeout per statement (lib/client.js), but its types lack it.
      const vacuum: pg.QueryConfig & { query_timeout: number } = {
        text: 'VACUUM revision, sentence_vector',
        query_timeout: LONG_PATIENCE_MS,
      };
      await named(pool.query(vacuum));
    },
    copyTo: (file) => copyToSqlite(config, place, file),
    close() {
      closing ??= Promise.all([stopListening?.(), pool.end()]).then(() => undefined);
      return closing;
    },
  };
}

/** Functions that run statements and turn their errors into StoreErrors, which name the server as `place`. */
function statementsOf(place: string) {
  const named = <Result>(statement: Promise<Result>): Promise<Result> =>
    statement.catch((error: unknown) => Promise.reject(storeErrorOf(error, place)));
  return {
    named,
    run: async <Row>(
      client: Pick<pg.Pool, 'query'>,
      sql: string,
      values: readonly Value[] = [],
    ): Promise<Row[]> => {
      const bound = values.map((value) => (typeof value === 'string' ? storable(value) : value));
      const result = await named(client.query(numbered(sql), bound));
      return result.rows as Row[];
    },
  };
}

/** Replaces each `?` with PostgreSQL's `$1`, `$2` …; the program's SQL uses `?` only as a placeholder. */
function numbered(sql: string): string {
  let n = 0;
  return sql.replaceAll('?', () => `$${(n += 1)}`);
}
