import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { insert, type Sql, type Value } from '../db/db.ts';
import { migrate } from '../db/migrate.ts';
import { MIGRATIONS } from '../db/migrations.ts';
import { storeErrorOf } from '../db/postgres-faults.ts';
import { openSqlite } from '../db/sqlite.ts';

/** Rows held in memory at a time. */
const BATCH = 500;

type Row = Readonly<Record<string, Value>>;

/** Copies a consistent snapshot of a PostgreSQL archive into a new SQLite file with the same schema. `place` names it in errors. */
export async function copyToSqlite(config: pg.ClientConfig, place: string, file: string): Promise<void> {
  const named = <Result>(answer: Promise<Result>): Promise<Result> =>
    answer.catch((error: unknown) => Promise.reject(storeErrorOf(error, place)));
  const dataDir = mkdtempSync(path.join(path.dirname(file), '.copy-'));
  const { query_timeout: _, ...patient } = config;
  const client = new pg.Client(patient);
  // A broken connection already rejects the current statement; the listener only keeps it from ending the process.
  client.on('error', () => undefined);
  const copy = openSqlite({ dataDir });
  try {
    await named(client.connect());
    await named(client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'));
    const { rows } = await named(client.query<{ n: number }>('SELECT count(*) AS n FROM migration'));
    await migrate(copy, async () => undefined, MIGRATIONS.slice(0, rows[0]?.n));
    for (const table of await tablesOf(copy)) {
      await named(client.query(`DECLARE every_row CURSOR FOR SELECT * FROM ${table}`));
      const next = async () => (await named(client.query<Row>(`FETCH ${BATCH} FROM every_row`))).rows;
      await copy.transaction((tx) => insertAll(tx, table, next));
      await named(client.query('CLOSE every_row'));
    }
    await copy.copyTo(file);
  } finally {
    await client.end();
    await copy.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Copies a table of a SQLite archive into a table with the same columns. */
export async function insertFromSqlite(from: Sql, tx: Sql, table: string): Promise<void> {
  let offset = 0;
  await insertAll(tx, table, async () => {
    const rows = await from.all<Row>(`SELECT * FROM ${table} ORDER BY rowid LIMIT ? OFFSET ?`, [
      BATCH,
      offset,
    ]);
    offset += rows.length;
    return rows;
  });
}

/** All tables of a SQLite archive except the list of migrations. */
export async function tablesOf(db: Sql): Promise<readonly string[]> {
  const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'migration' ORDER BY name`;
  return (await db.all<{ name: string }>(sql)).map(({ name }) => name);
}

async function insertAll(tx: Sql, table: string, next: () => Promise<readonly Row[]>): Promise<void> {
  for (let rows = await next(); rows.length > 0; rows = await next()) {
    for (const row of rows) await insert(tx, table, row);
  }
}
