import { defineConfig } from 'vitest/config';

/** Tests on a real OpenSearch node, separate from the others because they need a JDK and Maven. */
export default defineConfig({
  test: {
    include: ['tests/opensearch/**/*.test.ts'],
    // Generous for busy machines.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // One node at a time, since each takes half a gigabyte.
    maxWorkers: 1,
  },
});
