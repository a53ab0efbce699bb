import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/opensearch/**'],
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**', 'commands/**'] },
  },
});
