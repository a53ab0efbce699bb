import { STOP_WORDS, term, words } from '../../english/words.ts';
import { hashedAsker, keepAtMost, stampOf, type GuildContext } from '../guild-context.ts';

/** A question that the archive could not answer. The same words in another order are the same question. */
export type Gap = Readonly<{
  /** As it was first asked, at most 300 characters. */
  question: string;
  times: number;
  /** Number of different people who asked. */
  askers: number;
  /** Words of the question that occur in no article. */
  unknown: readonly string[];
  /** Receipts of the nearest sentences when it was last asked. */
  nearest: readonly string[];
  /** ISO 8601, UTC. */
  firstAt: string;
  lastAt: string;
}>;

export type GapStore = Readonly<{
  record(
    miss: Readonly<{
      question: string;
      unknown: readonly string[];
      nearest: readonly string[];
      userId: string;
    }>,
  ): Promise<void>;
  /** Most often asked first, at most `limit`. */
  list(limit: number): Promise<readonly Gap[]>;
}>;

const LONGEST_QUESTION = 300;
/** Questions kept per guild; when there are more, those asked least often and longest ago are deleted. */
const MOST_GAPS = 5000;

/** One guild's unanswered questions. */
export function gapStore(context: GuildContext): GapStore {
  const { db, guildId } = context;
  return {
    record: ({ question, unknown, nearest, userId }) =>
      db.transaction(async (tx) => {
        const short = question.trim().slice(0, LONGEST_QUESTION);
        const key = keyOf(short);
        const at = stampOf(context);
        await tx.all(
          `INSERT INTO gap (guild, question_key, question, unknown_words, nearest, times, first_at, last_at)
           VALUES (?, ?, ?, ?, ?, 1, ?, ?)
           ON CONFLICT (guild, question_key) DO UPDATE SET
             times = gap.times + 1, unknown_words = excluded.unknown_words, nearest = excluded.nearest, last_at = excluded.last_at`,
          [guildId, key, short, JSON.stringify(unknown), JSON.stringify(nearest), at, at],
        );
        await tx.all(
          'INSERT INTO gap_asker (guild, question_key, asker) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          [guildId, key, await hashedAsker(tx, guildId, userId)],
        );
        const limit = { table: 'gap', key: 'question_key', order: 'times, last_at', most: MOST_GAPS };
        if (!(await keepAtMost(tx, guildId, limit))) return;
        await tx.all(
          `DELETE FROM gap_asker WHERE guild = ? AND question_key NOT IN (SELECT question_key FROM gap WHERE guild = ?)`,
          [guildId, guildId],
        );
      }),

    async list(limit) {
      const rows = await db.all<GapRow>(
        `SELECT g.*, (SELECT count(*) FROM gap_asker s WHERE s.guild = g.guild AND s.question_key = g.question_key) AS askers
         FROM gap g WHERE g.guild = ? ORDER BY g.times DESC, g.last_at DESC, g.question_key LIMIT ?`,
        [guildId, limit],
      );
      return rows.map((row) => ({
        question: row.question,
        times: row.times,
        askers: row.askers,
        unknown: JSON.parse(row.unknown_words) as string[],
        nearest: JSON.parse(row.nearest) as string[],
        firstAt: row.first_at,
        lastAt: row.last_at,
      }));
    },
  };
}

type GapRow = Readonly<{
  question: string;
  times: number;
  askers: number;
  unknown_words: string;
  nearest: string;
  first_at: string;
  last_at: string;
}>;

/** Question words are part of the key, unlike all other stop words. */
const ASKING = new Set(['who', 'what', 'when', 'where', 'which', 'why', 'how']);

/** The same for all questions of the same words, whatever their order, case, endings and punctuation. */
function keyOf(question: string): string {
  const telling = words(question).filter(({ folded }) => !STOP_WORDS.has(folded) || ASKING.has(folded));
  const key = [...new Set(telling.map(({ folded }) => term(folded)))].toSorted().join(' ');
  return key === '' ? question : key;
}
