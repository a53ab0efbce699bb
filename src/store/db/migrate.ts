import { StoreError, type Db, type Tx } from './db.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

/** Key of the PostgreSQL advisory lock: any number, as long as every process uses the same one. */
const LOCK_KEY = 7_309_114;

/**
 * Migrates a store to this program's schema, one transaction per step. Calls `backup` before each step, unless the store
 * is new. Throws {@link StoreError} `newer` for a store of a later version and `broken` for one with unknown steps.
 */
export async function migrate(
  db: Db,
  backup: (version: number) => Promise<void>,
  migrations = MIGRATIONS,
): Promise<void> {
  const done = await schemaVersion(db, migrations);
  for (const [step, migration] of migrations.entries()) {
    if (step < done) continue;
    if (done > 0) await backup(step);
    await db.transaction((tx) => runStep(db.kind, tx, step + 1, migration));
  }
}

/** Throws StoreError unless the schema is this program's; for stores that are opened read-only. */
export async function requireCurrent(db: Db): Promise<void> {
  const version = await schemaVersion(db);
  if (version === MIGRATIONS.length) return;
  if (version === 0)
    throw new StoreError(
      'failed',
      `There is no archive in ${db.place} yet: start Pullquote or add an article first.`,
    );
  throw new StoreError(
    'failed',
    `The archive ${db.place} needs an update: run “pullquote start” once, which makes a copy first.`,
  );
}

/** How many of `migrations` a store has run; 0 for an empty one. Throws as {@link migrate} does. */
export async function schemaVersion(db: Db, migrations = MIGRATIONS): Promise<number> {
  const tables = await ownTables(db);
  if (!tables.has('migration')) {
    if (tables.has('article')) throw broken(db);
    return 0;
  }
  const done = await db.all<{ name: string }>('SELECT name FROM migration ORDER BY n');
  if (done.length > migrations.length) {
    const versions = `schema ${done.length}, this one knows ${migrations.length}`;
    throw new StoreError(
      'newer',
      `The archive ${db.place} was written by a newer Pullquote (${versions}): update Pullquote.`,
    );
  }
  if (done.some(({ name }, step) => name !== migrations[step]?.name)) throw broken(db);
  return done.length;
}

async function runStep(kind: Db['kind'], tx: Tx, n: number, { name, statements }: Migration): Promise<void> {
  // Two processes may start at once on one PostgreSQL: the second waits, then finds the step done.
  if (kind === 'postgres') await tx.all('SELECT pg_advisory_xact_lock(?)', [LOCK_KEY]);
  await tx.all('CREATE TABLE IF NOT EXISTS migration (n INTEGER PRIMARY KEY, name TEXT NOT NULL)');
  if ((await tx.all('SELECT n FROM migration WHERE n = ?', [n])).length > 0) return;
  for (const sql of statements) await tx.all(kind === 'postgres' ? forPostgres(sql) : sql);
  await tx.all('INSERT INTO migration (n, name) VALUES (?, ?)', [n, name]);
}

/** Translates SQLite's column types: PostgreSQL must also compare text by bytes, and its BLOB is called BYTEA. */
const forPostgres = (sql: string): string =>
  sql.replaceAll(/\bTEXT\b/gu, 'TEXT COLLATE "C"').replaceAll(/\bBLOB\b/gu, 'BYTEA');

/** Which of the tables that identify a Pullquote archive exist. One statement, since another process may be creating them. */
async function ownTables(db: Db): Promise<ReadonlySet<string>> {
  const sql =
    db.kind === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('migration', 'article')`
      : `SELECT table_name AS name FROM information_schema.tables
         WHERE table_schema = current_schema() AND table_name IN ('migration', 'article')`;
  return new Set((await db.all<{ name: string }>(sql)).map(({ name }) => name));
}

function broken(db: Db): StoreError {
  const remedy = 'use another DATA_DIR or DATABASE_URL, or run “pullquote restore FILE” with a backup';
  return new StoreError(
    'broken',
    `The tables in ${db.place} are not those of a Pullquote archive: ${remedy}.`,
  );
}
