import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/opensearch/**'],
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 20_000,
    // Programs that tests start answer with words alone, unless a test says otherwise: loading the reader takes a second.
    env: { READER: 'off' },
    coverage: { provider: 'v8', include: ['src/**', 'commands/**'] },
  },
});
