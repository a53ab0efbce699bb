import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { servePublic } from '../../src/public/serve-public.ts';
import { openedPages, pathOf } from './opened-pages.ts';

describe('the read-only port', () => {
  const get = (port: number, method: string, path: string) =>
    new Promise<{ status: number; length: string | undefined; body: string }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, length: response.headers['content-type'], body }),
        );
      });
      sent.on('error', reject).end();
    });

  test('answers GET and HEAD, hides errors, and can be closed', async () => {
    const { pages } = await openedPages();
    const logged: unknown[] = [];
    const note = (fields: unknown): void => void logged.push(fields);
    const log = { debug: note, info: note, warn: note, error: note };
    const server = await servePublic({
      host: '127.0.0.1',
      port: 0,
      log,
      pages: async (path, query) => {
        if (path === '/r/broken') throw new Error('the database of 10.0.0.7 is away');
        return pages(path, query);
      },
    });
    expect(await get(server.port, 'GET', pathOf('tunnel.r1.s1'))).toMatchObject({ status: 200 });
    expect(await get(server.port, 'HEAD', pathOf('tunnel.r1.s1'))).toMatchObject({ status: 200, body: '' });
    expect(await get(server.port, 'POST', pathOf('tunnel.r1.s1'))).toMatchObject({ status: 405 });
    expect(await get(server.port, 'GET', '/')).toMatchObject({ status: 404 });
    expect(await get(server.port, 'GET', '/api/channel')).toMatchObject({ status: 404 });
    const broken = await get(server.port, 'GET', '/r/broken');
    expect(broken.status).toBe(500);
    expect(broken.body).not.toContain('10.0.0.7');
    expect(logged).toHaveLength(1);
    await server.close();
  });
});
