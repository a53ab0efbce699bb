import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../store/stores.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('started with', () => {
  const start = (version: string) => {
    // Any version of Node runs the file; only the version it sees is replaced.
    const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' });
      await import(${JSON.stringify(path.join(root, 'src/pullquote.mjs'))});`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  };

  test('npx it can be run, also after a new version was checked out', () => {
    // npm makes the file executable only when it links it for the first time.
    expect(statSync(path.join(root, manifest.bin.pullquote)).mode & 0o111).toBe(0o111);
  });

  test.each(['18.19.0', '20.20.2', '24.1.0'])(
    'with Node %s it says in one line what is missing',
    (version) => {
      const { status, stderr } = start(version);
      expect([status, stderr]).toEqual([
        78,
        `Pullquote needs Node 26 or newer, and this is Node ${version}: start it with “npm start” or “npx pullquote”, which use the Node that “npm ci” installed with it.\n`,
      ]);
    },
  );

  test('with the Node version of package.json it answers', () => {
    expect(manifest.engines.node).toBe('>=26');
    const run = spawnSync(process.execPath, [path.join(root, manifest.bin.pullquote), 'help'], {
      encoding: 'utf8',
    });
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('pullquote backup FILE');
  });
});

test.each([
  ['in .env', 'SEARCH_URL=http://127.0.0.1:9200\n', {}, '--max-old-space-size=320'],
  ['in the environment', '', { SEARCH_URL: 'http://127.0.0.1:9200' }, '--max-old-space-size=320'],
  ['nowhere', 'SEARCH_URL=\n', {}, '--max-old-space-size-percentage=60'],
])('with a search engine named %s, the heap has its limit', (_, file, environment, limit) => {
  const { folder, remove } = temporaryFolder();
  writeFileSync(path.join(folder, '.env'), file);
  const script = `process.execve = (file, args) => { process.stdout.write(args.join(' ')); process.exit(0); };
    await import(${JSON.stringify(path.join(root, 'src/pullquote.mjs'))});`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
  });
  remove();
  expect(stdout.split(' ')).toContain(limit);
});

describe('in a container', () => {
  const compose = (parse(read('compose.yaml')) as { services: { pullquote: Record<string, unknown> } })
    .services.pullquote;

  test('the program has a health check, a bounded log, and memory for the reader', () => {
    expect(compose).toMatchObject({
      restart: 'unless-stopped',
      mem_limit: '1g',
      logging: { options: { 'max-size': '10m', 'max-file': '5' } },
    });
    const { test: check } = compose['healthcheck'] as { test: string[] };
    const { METRICS_PORT: port } = compose['environment'] as { METRICS_PORT: number };
    expect(check.at(-1)).toContain(`http://127.0.0.1:${port}/healthz`);
    expect(read('.env.example')).toMatch(/^HOST=127\.0\.0\.1$/mu);
  });

  test('the image is pinned, has only what runs, and starts like npm start', () => {
    const dockerfile = read('Dockerfile');
    expect(dockerfile).toMatch(/^FROM debian:\d+\.\d+-slim$/mu);
    expect(dockerfile).toContain('npm ci --omit=dev');
    expect(dockerfile).toContain('CMD ["sh", "src/program/container.sh", "start"]');
    const [, command = ''] =
      /^node_modules\/\.bin\/(.+) "\$@" &$/mu.exec(read('src/program/container.sh')) ?? [];
    expect(`${command} start`).toBe(manifest.scripts.start);
  });

  describe('src/program/container.sh', () => {
    const { folder, remove } = temporaryFolder();
    beforeAll(() => {
      const bin = path.join(folder, 'node_modules', '.bin');
      mkdirSync(bin, { recursive: true });
      // Stands for the program: exits with the given code, or waits for a signal first.
      const program = `#!/bin/sh
trap 'sleep 0.3; echo "finished"; exit 5' TERM
[ "$2" = wait ] || exit "$2"
echo ready
while :; do sleep 0.05; done
`;
      writeFileSync(path.join(bin, 'node'), program);
      chmodSync(path.join(bin, 'node'), 0o755);
    });
    afterAll(remove);
    const started = (argument: string) =>
      spawn('sh', [path.join(root, 'src/program/container.sh'), argument], { cwd: folder });

    test.each([0, 1, 69, 75])('exits with the program’s code %i', async (code) => {
      const [exit] = (await once(started(String(code)), 'exit')) as [number];
      expect(exit).toBe(code);
    });

    test('F8 stays after code 78, says why, and can be stopped', async () => {
      const child = started('78');
      const [said] = (await once(child.stderr, 'data')) as [Buffer];
      expect(String(said)).toContain('correct what the line above says, then restart the container');
      const ended = once(child, 'exit');
      expect(child.exitCode).toBeNull();
      child.kill('SIGTERM');
      expect((await ended)[0]).toBe(78);
    });

    test('F15 forwards a stop, and waits for the program to finish', async () => {
      const child = started('wait');
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
      await once(child.stdout, 'data');
      child.kill('SIGTERM');
      expect((await once(child, 'exit'))[0]).toBe(5);
      expect(out).toContain('finished');
    });
  });
});
