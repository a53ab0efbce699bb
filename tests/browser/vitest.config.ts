import { defineConfig } from 'vitest/config';

/** Tests that look at the page through a browser; apart from the others, because they need Chromium. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    // For a machine that is busy with other things; a whole run takes about a minute.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A browser on a busy machine may lose a frame; what fails twice is a fault.
    retry: 1,
    // Each worker starts a browser, each file a program with an archive of its own.
    maxWorkers: 2,
    isolate: false,
  },
});
