import { afterAll, beforeAll, describe } from 'vitest';
import { articlesContract } from './contract/articles.ts';
import { backupContract } from './contract/backup.ts';
import { deskContract } from './contract/desk.ts';
import { followsContract } from './contract/follows.ts';
import { hostileStringsContract } from './contract/hostile-strings.ts';
import { outboxContract } from './contract/outbox.ts';
import { membershipsContract } from './contract/memberships.ts';
import { postgresContract } from './contract/postgres-only.ts';
import { vectorsContract } from './contract/vectors.ts';
import { startPostgres, type RealPostgres } from './real-postgres.ts';
import { postgresPlace, sqlitePlace, type MakePlace } from './stores.ts';

/** What both stores do alike. */
function contract(makePlace: MakePlace): void {
  articlesContract(makePlace);
  deskContract(makePlace);
  membershipsContract(makePlace);
  backupContract(makePlace);
  hostileStringsContract(makePlace);
  vectorsContract(makePlace);
  outboxContract(makePlace);
  followsContract(makePlace);
}

describe('SQLite', () => {
  contract(sqlitePlace);
});

// One file, since starting a server takes longer than all that is asked of it.
describe('PostgreSQL', () => {
  let server: RealPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove(), 180_000);
  const makePlace = () => postgresPlace(server);

  contract(makePlace);
  postgresContract(makePlace, () => server);
});
