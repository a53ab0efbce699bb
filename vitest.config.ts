import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Linux's file system in memory: tests that write archives wait for the disk a fifth of their time. */
const IN_MEMORY = '/dev/shm';
/** Containers often give it 64 MB, which is not enough. Bytes. */
const ROOM = 2e9;

function temporaryFolder(): string {
  if (!existsSync(IN_MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize > ROOM ? IN_MEMORY : tmpdir();
}

/**
 * Folders whose tests share one module graph per worker instead of loading all modules for each file, which takes half of
 * their time. They test functions without global state, and nothing in them may change it: no fake clocks, no signals.
 */
const PURE = ['answer', 'article', 'english', 'lab', 'reply', 'search', 'words'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['tests/**/*.test.ts'],
          exclude: [...PURE, 'tests/browser/**', 'tests/opensearch/**'],
        },
      },
    ],
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 60_000,
    // By default one core is left idle: on a machine with two, one test file at a time.
    maxWorkers: '100%',
    // Programs that tests start answer with words alone, unless a test says otherwise: loading the reader takes a second.
    env: { READER: 'off', TMPDIR: temporaryFolder() },
    // `npm test -- --coverage`, as CI runs it, fails below these floors: two points below what the suite covered when they were set.
    coverage: {
      provider: 'v8',
      include: ['src/{answer,search,store}/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: {
        'src/answer/**': { statements: 94, branches: 87 },
        'src/search/**': { statements: 85, branches: 78 },
        'src/store/**': { statements: 94, branches: 86 },
      },
    },
  },
});
