import { randomUUID } from 'node:crypto';
import { insert, places, type Db } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';
import { isServed, type Serving } from '../safety/memberships.ts';

/** Long work of a guild, such as adding a list of URLs; it survives a restart. */
export type Job = Readonly<{
  guildId: string;
  id: string;
  /** What the caller knows it by: `url`, `paste`, `feed` and so on. */
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** How often it was begun. */
  tries: number;
  createdBy: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  changedAt: string;
  /** As the caller wrote it with `enqueue`; gone when the job has ended, since it may hold a text. */
  payload?: unknown;
  /** As the caller wrote it with `beat`, to go on from and to tell. */
  progress?: unknown;
  /** Why it failed, one sentence. */
  problem?: string;
}>;

/** A job begun by this process, who alone may go on with it until the lease runs out. */
export type ClaimedJob = Job & Readonly<{ lease: string }>;

export type JobStore = Readonly<{
  /** Keeps a job to do; `payload` and later `progress` are anything that JSON can hold. */
  enqueue(job: Readonly<{ kind: string; payload: unknown; by: string }>): Promise<string>;
  /** Keeps a job under an id of the caller's, unless it is there already; one that failed is to be done again. */
  enqueueOnce(job: Readonly<{ id: string; kind: string; payload: unknown; by: string }>): Promise<void>;
  get(id: string): Promise<Job | undefined>;
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly Job[]>;
}>;

/** What works jobs off, for all guilds in the order they came. */
export type JobQueue = Readonly<{
  /**
   * Begins the oldest job, of these kinds if given, that waits or whose worker went silent; `undefined` when there is
   * none. `underWay` are leases of the caller's own, which no step of the clock ends (F6).
   */
  claim(kinds?: readonly string[], underWay?: readonly string[]): Promise<ClaimedJob | undefined>;
  /** Says that work goes on, at least once a minute, and how far it is. False when another has taken over. */
  beat(job: ClaimedJob, progress: unknown): Promise<boolean>;
  finish(job: ClaimedJob, progress: unknown): Promise<void>;
  /** Ends a job and forgets it, so that the same id can be done again. */
  drop(job: ClaimedJob): Promise<void>;
  fail(job: ClaimedJob, problem: string): Promise<void>;
  /** Gives a job back without counting a try; for an orderly stop. */
  release(job: ClaimedJob): Promise<void>;
  /** At the start of the only process on a store: what its predecessor began is free at once. */
  releaseAll(): Promise<void>;
}>;

/** Milliseconds after the last beat when another process may go on with a job. */
export const LEASE_MS = 60_000;
/** A job that was begun this often and never ended is what ends the program: it is put aside (F19). */
const MOST_TRIES = 3;
const TOO_OFTEN = `It ended the program ${MOST_TRIES} times: add its articles one by one to find out which.`;

/** One guild's jobs. */
export function jobStore(context: GuildContext): JobStore {
  const { db, guildId } = context;
  return {
    enqueue: ({ kind, payload, by }) =>
      db.transaction(async (tx) => {
        const id = randomUUID();
        const at = stampOf(context);
        await insert(tx, 'job', {
          guild: guildId,
          id,
          kind,
          state: 'waiting',
          tries: 0,
          created_by: by,
          created_at: at,
          changed_at: at,
          payload: JSON.stringify(payload),
        });
        return id;
      }),
    enqueueOnce: ({ id, kind, payload, by }) =>
      db.transaction(async (tx) => {
        const at = stampOf(context);
        await tx.all(
          `INSERT INTO job (guild, id, kind, state, tries, created_by, created_at, changed_at, payload)
           VALUES (?, ?, ?, 'waiting', 0, ?, ?, ?, ?)
           ON CONFLICT (guild, id) DO UPDATE SET state = 'waiting', tries = 0, problem = NULL,
             changed_at = excluded.changed_at, payload = excluded.payload WHERE job.state = 'failed'`,
          [guildId, id, kind, by, at, at, JSON.stringify(payload)],
        );
      }),
    async get(id) {
      const [row] = await db.all<JobRow>('SELECT * FROM job WHERE guild = ? AND id = ?', [guildId, id]);
      return row && jobOf(row);
    },
    async list(limit) {
      const sql = 'SELECT * FROM job WHERE guild = ? ORDER BY created_at DESC, id LIMIT ?';
      return (await db.all<JobRow>(sql, [guildId, limit])).map(jobOf);
    },
  };
}

/** Works off the jobs of the guilds that this process works for. */
export function jobQueue(context: Pick<GuildContext, 'db' | 'now'>, serving: Serving): JobQueue {
  const { db } = context;
  const at = () => stampOf(context);
  const afterNow = (milliseconds: number) => new Date(context.now().getTime() + milliseconds).toISOString();

  /** Changes a job that is still this worker's; whether it was. */
  const change = (job: ClaimedJob, set: string, values: readonly (string | null)[]): Promise<boolean> =>
    db.transaction(async (tx) => {
      const sql = `UPDATE job SET ${set}, changed_at = ? WHERE guild = ? AND id = ? AND lease = ? RETURNING id`;
      return (await tx.all(sql, [...values, at(), job.guildId, job.id, job.lease])).length > 0;
    });

  return {
    async claim(kinds, underWay = []) {
      const wanted = kinds === undefined ? '' : `AND kind IN (${places(kinds.length)})`;
      for (;;) {
        // A lease that ends later than any lease can was given before the clock was set back.
        const silent = `state = 'running' AND (lease_until < ? OR lease_until > ?) AND lease NOT IN (${places(underWay.length + 1)})`;
        const free: Condition = {
          sql: `(state = 'waiting' OR (${silent}))`,
          // One more, since PostgreSQL knows no empty list.
          values: [at(), afterNow(2 * LEASE_MS), ...underWay, ''],
        };
        const [next] = await db.all<JobRow>(
          `SELECT * FROM job WHERE ${free.sql} AND ${isServed('guild')} ${wanted} ORDER BY created_at, id LIMIT 1`,
          [...free.values, serving.application, ...(kinds ?? [])],
        );
        if (!next) return undefined;
        const claimed = await begin(db, next, { free, now: at(), leaseEnd: afterNow(LEASE_MS) });
        if (claimed) return claimed;
      }
    },
    beat: (job, progress) =>
      change(job, 'lease_until = ?, progress = ?', [afterNow(LEASE_MS), JSON.stringify(progress)]),
    async finish(job, progress) {
      await change(job, `state = 'done', lease = NULL, payload = NULL, progress = ?`, [
        JSON.stringify(progress),
      ]);
    },
    drop: (job) =>
      db.transaction(async (tx) => {
        const sql = 'DELETE FROM job WHERE guild = ? AND id = ? AND lease = ?';
        await tx.all(sql, [job.guildId, job.id, job.lease]);
      }),
    async fail(job, problem) {
      await change(job, `state = 'failed', lease = NULL, payload = NULL, problem = ?`, [problem]);
    },
    async release(job) {
      await change(job, `state = 'waiting', lease = NULL, tries = tries - 1`, []);
    },
    releaseAll: () =>
      db.transaction(async (tx) => {
        await tx.all(`UPDATE job SET state = 'waiting', lease = NULL WHERE state = 'running'`);
      }),
  };
}

/** Part of a `WHERE` and the values for its `?`. */
type Condition = Readonly<{ sql: string; values: readonly string[] }>;

/** Takes a free job, or puts it aside when it was begun too often; `undefined` when it is not to be worked on. */
function begin(
  db: Db,
  { guild, id, tries }: JobRow,
  { free, now, leaseEnd }: Readonly<{ free: Condition; now: string; leaseEnd: string }>,
): Promise<ClaimedJob | undefined> {
  const mine = `WHERE guild = ? AND id = ? AND ${free.sql}`;
  return db.transaction(async (tx) => {
    if (tries >= MOST_TRIES) {
      const sql = `UPDATE job SET state = 'failed', lease = NULL, payload = NULL, problem = ?, changed_at = ? ${mine}`;
      await tx.all(sql, [TOO_OFTEN, now, guild, id, ...free.values]);
      return undefined;
    }
    const lease = randomUUID();
    const [row] = await tx.all<JobRow>(
      `UPDATE job SET state = 'running', tries = tries + 1, lease = ?, lease_until = ?, changed_at = ? ${mine} RETURNING *`,
      [lease, leaseEnd, now, guild, id, ...free.values],
    );
    return row && { ...jobOf(row), lease };
  });
}

type JobRow = Readonly<{
  guild: string;
  id: string;
  kind: string;
  state: string;
  tries: number;
  created_by: string;
  created_at: string;
  changed_at: string;
  progress: string | null;
  problem: string | null;
  payload: string | null;
}>;

function jobOf(row: JobRow): Job {
  return {
    guildId: row.guild,
    id: row.id,
    kind: row.kind,
    state: row.state as Job['state'],
    tries: row.tries,
    createdBy: row.created_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    ...(row.payload !== null && { payload: JSON.parse(row.payload) as unknown }),
    ...(row.progress !== null && { progress: JSON.parse(row.progress) as unknown }),
    ...(row.problem !== null && { problem: row.problem }),
  };
}
