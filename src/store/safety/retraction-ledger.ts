import * as fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import { readWithheld, type Withheld } from '../articles/withheld.ts';

/** Kept beside the SQLite file, so that retractions are known even when that file is unreadable (F13). */
const LEDGER_FILE = 'retractions.jsonl';

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const entry = z.object({ article: row, revisions: z.array(row) });

/** The retractions of a SQLite archive in their own file; the last line of an article counts. */
export type RetractionLedger = Readonly<{
  /** Appends the store's retractions that the ledger lacks; they are durable when this resolves. */
  keep(only?: Readonly<{ guild: string; id: string }>): Promise<void>;
  /** Removes the entries of a purged guild. */
  forget(guildId: string): void;
}>;

/** Opens the ledger of the archive in `dataDir`. */
export function retractionLedger(db: Db, dataDir: string): RetractionLedger {
  const file = path.join(dataDir, LEDGER_FILE);
  const known = new Map(readLedger(dataDir).map((withheld) => [keyOf(withheld), JSON.stringify(withheld)]));
  return {
    async keep(only) {
      const news = (await readWithheld(db, only)).filter(
        (withheld) => known.get(keyOf(withheld)) !== JSON.stringify(withheld),
      );
      if (news.length === 0) return;
      write(file, 'a', news);
      for (const withheld of news) known.set(keyOf(withheld), JSON.stringify(withheld));
    },
    forget(guildId) {
      const kept = readLedger(dataDir).filter(({ article }) => article['guild'] !== guildId);
      write(`${file}.new`, 'w', kept);
      fs.renameSync(`${file}.new`, file);
      known.clear();
      for (const withheld of kept) known.set(keyOf(withheld), JSON.stringify(withheld));
    },
  };
}

/** The last entry of each article in the ledger. Ignores a line that a crash has truncated. */
export function readLedger(dataDir: string): readonly Withheld[] {
  const file = path.join(dataDir, LEDGER_FILE);
  if (!fs.existsSync(file)) return [];
  const last = new Map<string, Withheld>();
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const withheld = parsed(line);
    if (withheld) last.set(keyOf(withheld), withheld);
  }
  return [...last.values()];
}

function parsed(line: string): Withheld | undefined {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Writes a newline before each line too, so that a truncated line does not corrupt the next. */
function write(file: string, flag: 'a' | 'w', entries: readonly Withheld[]): void {
  const handle = fs.openSync(file, flag, 0o600);
  fs.writeSync(handle, entries.map((withheld) => `\n${JSON.stringify(withheld)}\n`).join(''));
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

const keyOf = ({ article }: Withheld): string => JSON.stringify([article['guild'], article['id']]);
