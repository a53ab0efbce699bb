import { defineConfig } from 'vitest/config';

/** Browser tests, separate from the others because they need Chromium. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    // Generous for busy machines; a whole run takes about a minute.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A browser on a busy machine may drop a frame, so only a second failure counts.
    retry: 1,
    // Each worker starts a browser, and each file a program with its own archive.
    maxWorkers: 2,
    isolate: false,
  },
});
