import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openDecliner } from '../../src/discord/decline.ts';
import { StrainError } from '../../src/discord/faults.ts';

const server = createServer();
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('a ready-made response is posted unchanged, and none after Discord counts a refusal against the bot', async () => {
  const seen: string[] = [];
  server.on('request', (request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${request.headers['content-type']} ${body}`);
      response.writeHead(seen.length === 1 ? 204 : 429).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const decline = openDecliner(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, 5000);
  await decline('/interactions/1/t/callback', '{"type":4}');
  await decline('/interactions/2/t/callback', '{"type":4}');
  await expect(decline('/interactions/3/t/callback', '{"type":4}')).rejects.toBeInstanceOf(StrainError);
  expect(seen).toEqual(
    [1, 2].map((n) => `POST /api/v10/interactions/${n}/t/callback application/json {"type":4}`),
  );
});
