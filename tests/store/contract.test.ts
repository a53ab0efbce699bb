import { afterAll, beforeAll, describe } from 'vitest';
import { articlesContract } from './contract/articles.ts';
import { backupContract } from './contract/backup.ts';
import { brokenBackupContract } from './contract/broken-backup.ts';
import { deskContract } from './contract/desk.ts';
import { feedsContract } from './contract/feeds.ts';
import { followsContract } from './contract/follows.ts';
import { hostileStringsContract } from './contract/hostile-strings.ts';
import { jobsContract } from './contract/jobs.ts';
import { outboxContract } from './contract/outbox.ts';
import { membershipsContract } from './contract/memberships.ts';
import { postgresContract } from './contract/postgres-only.ts';
import { postsContract } from './contract/posts.ts';
import { revisionsContract } from './contract/revisions.ts';
import { vectorsContract } from './contract/vectors.ts';
import { startPostgres, type RealPostgres } from './real-postgres.ts';
import { postgresPlace, sqlitePlace, type MakePlace } from './stores.ts';

/** What both stores must do. Each part is a separate block, because hooks of a common block would set up stores for every test. */
function contract(makePlace: MakePlace): void {
  describe('articles', () => {
    articlesContract(makePlace);
  });
  describe('corrections and retractions', () => {
    revisionsContract(makePlace);
  });
  describe('desk data', () => {
    deskContract(makePlace);
  });
  describe('posted quotes', () => {
    postsContract(makePlace);
  });
  describe('feeds', () => {
    feedsContract(makePlace);
  });
  describe('jobs', () => {
    jobsContract(makePlace);
  });
  describe('memberships', () => {
    membershipsContract(makePlace);
  });
  describe('backups', () => {
    backupContract(makePlace);
  });
  describe('refused and interrupted backups', () => {
    brokenBackupContract(makePlace);
  });
  describe('hostile strings', () => {
    hostileStringsContract(makePlace);
  });
  describe('vectors', () => {
    vectorsContract(makePlace);
  });
  describe('outbox', () => {
    outboxContract(makePlace);
  });
  describe('follows', () => {
    followsContract(makePlace);
  });
}

describe('SQLite', () => {
  contract(sqlitePlace);
});

// All PostgreSQL tests share this file, since starting a server takes longer than the tests.
describe('PostgreSQL', () => {
  let server: RealPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove(), 180_000);
  const makePlace = () => postgresPlace(server);

  contract(makePlace);
  describe('several processes', () => {
    postgresContract(makePlace, () => server);
  });
});
