import { defineConfig } from 'vitest/config';

/** Tests on a real OpenSearch node; apart from the others, because they need a JDK and Maven. */
export default defineConfig({
  test: {
    include: ['tests/opensearch/**/*.test.ts'],
    // For a machine that is busy with other things.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // One node at a time: each takes half a gigabyte.
    maxWorkers: 1,
  },
});
