import { message, type CatalogueMessage } from '../../words/message.ts';

/** What a column holds. Snowflakes and dates are TEXT; flags are 0 or 1; lists and objects are JSON in TEXT; bytes are BLOB. */
export type Value = string | number | null | Uint8Array;

/** Runs one statement in plain SQL with `?` for each value; the SQL text itself never contains a value from outside. */
export type Sql = Readonly<{
  /** Returns the rows of a query or of `RETURNING`. Throws {@link StoreError}. */
  all<Row>(sql: string, values?: readonly Value[]): Promise<Row[]>;
}>;

/** A transaction: all of its statements take effect, or none. */
export type Tx = Sql &
  Readonly<{
    /** Sends a message to every process on this store after the commit; at most 7,900 bytes of UTF-8. */
    notify(message: string): Promise<void>;
  }>;

/** A database that holds an archive. SQLite and PostgreSQL behave the same behind this interface; one contract test runs on both. */
export type Db = Sql &
  Readonly<{
    kind: 'sqlite' | 'postgres';
    /** Where the data is, for messages: a file, or host, port and database; never a password. */
    place: string;
    /** Runs `work` as this process's only writer; commits durably when it resolves, rolls back when it throws. */
    transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
    /** Receives {@link Tx.notify} of every process; `undefined` means that messages may have been lost. Returns the function that unsubscribes. */
    listen(listener: (message: string | undefined) => void): () => void;
    /** Removes deleted bytes from the files, as far as the database allows. */
    scrub(): Promise<void>;
    /** Writes a consistent copy as a SQLite file while the store is in use. `file` must not exist. */
    copyTo(file: string): Promise<void>;
    close(): Promise<void>;
  }>;

/** Timeout of a PostgreSQL statement where nobody waits for an answer. Milliseconds. */
export const LONG_PATIENCE_MS = 60_000;

/** The exit code of a program that a fault ends (sysexits.h), and what an asker is told, without the end of the sentence. */
const FAULTS = {
  locked: { exitCode: 75, told: message('error.store-locked') },
  newer: { exitCode: 78, told: message('error.unexpected') },
  broken: { exitCode: 65, told: message('error.unexpected') },
  damaged: { exitCode: 65, told: message('error.store-damaged') },
  full: { exitCode: 74, told: message('error.store-full') },
  unreachable: { exitCode: 69, told: message('error.store-unreachable') },
  readonly: { exitCode: 77, told: message('error.store-readonly') },
  failed: { exitCode: 70, told: message('error.unexpected') },
} as const;

/** Why a store operation failed. */
export type StoreFault = keyof typeof FAULTS;

/**
 * A failed store operation. The message is one sentence for the operator, in English, which names the store and the remedy; an asker
 * is only `told` what the fault means.
 */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly fault: StoreFault;
  readonly exitCode: number;
  readonly told: CatalogueMessage;

  constructor(fault: StoreFault, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.fault = fault;
    this.exitCode = FAULTS[fault].exitCode;
    this.told = FAULTS[fault].told;
  }
}

/**
 * A string that both databases store unchanged: PostgreSQL rejects U+0000 and UTF-8 has no lone surrogates, so each
 * becomes U+FFFD. The length and all offsets stay the same.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** The only row of a query that always has one, such as a count. Throws when it has none. */
export function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('A query that always has a row returned none.');
  return row;
}

/** `count` placeholders for an `IN (…)` list. */
export function places(count: number): string {
  return Array.from({ length: count }, () => '?').join(',');
}

/** Inserts one row. Table and column names must come from the program; an undefined value becomes NULL. */
export async function insert(
  tx: Sql,
  table: string,
  row: Readonly<Record<string, Value | undefined>>,
): Promise<void> {
  const columns = Object.keys(row);
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places(columns.length)})`;
  await tx.all(
    sql,
    columns.map((column) => row[column] ?? null),
  );
}

/** Rows per statement: both databases limit the number of bound values. */
const ROWS_A_STATEMENT = 100;

/** Inserts rows that have the same columns, many per statement. */
export async function insertAll(
  tx: Sql,
  table: string,
  rows: readonly Readonly<Record<string, Value | undefined>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const some = rows.slice(from, from + ROWS_A_STATEMENT);
    const line = `(${places(columns.length)})`;
    await tx.all(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => line).join(', ')}`,
      some.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}
