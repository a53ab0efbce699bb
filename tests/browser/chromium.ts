import { chromium, type Browser, type Page } from 'playwright-core';

/** Starts Debian's Chromium, or the one in `CHROMIUM`. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });

/** Waits until the page can be used. */
export const ready = (page: Page): Promise<void> => page.locator('body[data-ready]').waitFor();
