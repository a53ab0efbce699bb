import { randomUUID } from 'node:crypto';
import { insert, places, type Db } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';
import { isServed, type Serving } from '../safety/memberships.ts';
import { keptNotice, message, readNotice, type Notice } from '../../words/message.ts';

/** A long task of a guild, such as adding a list of URLs; it survives a restart. */
export type Job = Readonly<{
  guildId: string;
  id: string;
  /** Defined by the caller: `url`, `paste`, `feed` and so on. */
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** Number of times it was started. */
  tries: number;
  createdBy: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  changedAt: string;
  /** The caller's data from `enqueue`; deleted when the job ends, since it may contain a text. */
  payload?: unknown;
  /** The caller's data from `beat`, to resume from and to report. */
  progress?: unknown;
  /** Why it failed, in one sentence. */
  problem?: Notice;
}>;

/** A job that this process has claimed: no other process may run it until the lease expires. */
export type ClaimedJob = Job & Readonly<{ lease: string }>;

export type JobStore = Readonly<{
  /** Adds a job; `payload` and later `progress` are any JSON values. Returns its id. */
  enqueue(job: Readonly<{ kind: string; payload: unknown; by: string }>): Promise<string>;
  /** Adds a job under the caller's id unless it exists; if it has failed, it is run again. */
  enqueueOnce(job: Readonly<{ id: string; kind: string; payload: unknown; by: string }>): Promise<void>;
  get(id: string): Promise<Job | undefined>;
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly Job[]>;
}>;

/** The jobs of all guilds, in the order in which they were added, for the worker that runs them. */
export type JobQueue = Readonly<{
  /**
   * Claims the oldest job, of these kinds if given, that is waiting or whose lease has expired; `undefined` when there is
   * none. `underWay` are the caller's own leases, which do not expire even if the clock jumps (F6).
   */
  claim(kinds?: readonly string[], underWay?: readonly string[]): Promise<ClaimedJob | undefined>;
  /** Renews the lease and stores the progress; call it at least once a minute. False when another process has taken over. */
  beat(job: ClaimedJob, progress: unknown): Promise<boolean>;
  finish(job: ClaimedJob, progress: unknown): Promise<void>;
  /** Deletes a job, so that its id can be used again. */
  drop(job: ClaimedJob): Promise<void>;
  fail(job: ClaimedJob, problem: Notice): Promise<void>;
  /** Returns a job to the queue without counting a try; for an orderly stop. */
  release(job: ClaimedJob): Promise<void>;
  /** Returns all running jobs to the queue; only for the sole process on a store, when it starts. */
  releaseAll(): Promise<void>;
}>;

/** Milliseconds after the last beat until another process may take over a job. */
export const LEASE_MS = 60_000;
/** A job that was started this often without ending probably crashes the program: it is marked as failed (F19). */
const MOST_TRIES = 3;
const TOO_OFTEN = message('job.too-often', { times: MOST_TRIES });

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

/** The queue of jobs of the guilds that this process serves. */
export function jobQueue(context: Pick<GuildContext, 'db' | 'now'>, serving: Serving): JobQueue {
  const { db } = context;
  const at = () => stampOf(context);
  const afterNow = (milliseconds: number) => new Date(context.now().getTime() + milliseconds).toISOString();

  /** Updates a job if this worker still holds its lease. Returns whether it did. */
  const change = (job: ClaimedJob, set: string, values: readonly (string | null)[]): Promise<boolean> =>
    db.transaction(async (tx) => {
      const sql = `UPDATE job SET ${set}, changed_at = ? WHERE guild = ? AND id = ? AND lease = ? RETURNING id`;
      return (await tx.all(sql, [...values, at(), job.guildId, job.id, job.lease])).length > 0;
    });

  return {
    async claim(kinds, underWay = []) {
      const wanted = kinds === undefined ? '' : `AND kind IN (${places(kinds.length)})`;
      for (;;) {
        // A lease that ends too far in the future was given before the clock was set back.
        const silent = `state = 'running' AND (lease_until < ? OR lease_until > ?) AND lease NOT IN (${places(underWay.length + 1)})`;
        const free: Condition = {
          sql: `(state = 'waiting' OR (${silent}))`,
          // The extra '' is for PostgreSQL, which has no empty list.
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
      await change(job, `state = 'failed', lease = NULL, payload = NULL, problem = ?`, [keptNotice(problem)]);
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

/** Part of a `WHERE` clause and the values for its `?`. */
type Condition = Readonly<{ sql: string; values: readonly string[] }>;

/** Claims a free job, or marks it as failed when it was started too often; `undefined` when it was not claimed. */
function begin(
  db: Db,
  { guild, id, tries }: JobRow,
  { free, now, leaseEnd }: Readonly<{ free: Condition; now: string; leaseEnd: string }>,
): Promise<ClaimedJob | undefined> {
  const mine = `WHERE guild = ? AND id = ? AND ${free.sql}`;
  return db.transaction(async (tx) => {
    if (tries >= MOST_TRIES) {
      const sql = `UPDATE job SET state = 'failed', lease = NULL, payload = NULL, problem = ?, changed_at = ? ${mine}`;
      await tx.all(sql, [keptNotice(TOO_OFTEN), now, guild, id, ...free.values]);
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
    ...(row.problem !== null && { problem: readNotice(row.problem) }),
  };
}
