import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './stage.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds that is serious or worse, each with the elements concerned. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const theme of ['dark', 'light'] as const) {
  describe(`axe-core finds nothing serious in the ${theme} theme`, () => {
    test.override('view', { colorScheme: theme });
    test('on a first visit', async ({ page }) => {
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
      expect(await findings(page)).toEqual([]);
    });
  });
}
