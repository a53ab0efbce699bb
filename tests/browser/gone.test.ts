import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startProgram } from './program.ts';
import { enter, lastMessage, test } from './stage.ts';

test('the page says in one sentence that the program ended, and can be reloaded after a restart', async ({
  browser,
}) => {
  const first = await startProgram();
  const page = await browser.newPage();
  await page.goto(first.url);
  await page.locator('body[data-ready]').waitFor();
  await first.end();
  await enter(page, '/ask question:Who led the round?');
  const notice = page.locator('#notice');
  await notice.getByText('The rehearsal does not answer. Is it still running?').waitFor();
  expect(await page.getByRole('status').innerText()).toContain('does not answer');
  const second = await startProgram({ PORT: new URL(first.url).port });
  await notice.getByRole('button', { name: 'Reload the channel' }).click();
  await notice.waitFor({ state: 'hidden' });
  await enter(page, '/ask question:Who led the round?');
  await lastMessage(page).getByText('led by Alibaba').waitFor();
  await page.context().close();
  await second.end();
});

test('a second program names the port or archive that is in use, and how to choose another', async ({
  program,
}) => {
  const port = Number(new URL(program.url).port);
  await expect(startProgram({ PORT: String(port) })).rejects.toThrow(
    `Port ${port} is taken by another program; end it, or choose another port: PORT=${port + 1} npm start.`,
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'pullquote-shared-'));
  const first = await startProgram({ DATA_DIR: dataDir });
  // The port is checked first: starting the program twice usually means opening the page again.
  await expect(startProgram({ DATA_DIR: dataDir, PORT: new URL(first.url).port })).rejects.toThrow(
    /^the program ended: Port /u,
  );
  await expect(startProgram({ DATA_DIR: dataDir })).rejects.toThrow(
    `Another Pullquote is using the archive in ${dataDir}: stop it first`,
  );
  await first.end();
  await rm(dataDir, { recursive: true });
});
