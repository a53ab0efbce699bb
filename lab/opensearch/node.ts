import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareProgram } from './prepare.ts';

/** Options of a node. */
export type NodeOptions = Readonly<{
  /** Default: `n1`. */
  name?: string;
  /** Java heap in megabytes. Default 512. */
  heapMb?: number;
  /** Transport addresses of the cluster to join. Default: a cluster of its own. */
  join?: readonly string[];
}>;

/** A running OpenSearch node on the loopback, with its data in a temporary folder. */
export type SearchNode = Readonly<{
  /** URL of its HTTP interface, such as `http://127.0.0.1:41231`; the same after a restart. */
  url: string;
  /** For other nodes to {@link NodeOptions.join}. */
  transport: string;
  /** Kills it (SIGKILL); its data stay. */
  kill(): Promise<void>;
  /** Starts it again with its data, and waits until it answers. */
  restart(): Promise<void>;
  /** Suspends it (SIGSTOP): connections stay open but nothing answers. */
  pause(): void;
  resume(): void;
  /** Process id. */
  pid(): number;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}>;

/** Longest time until a node answers. Milliseconds. */
const PATIENCE_MS = 120_000;
const LOG_LINES = 40;

/**
 * Starts an OpenSearch node and resolves when it is ready. It ends with this process, even when that is killed. Throws an Error with the
 * last lines of its log when it does not start.
 */
export async function startNode(options: NodeOptions = {}): Promise<SearchNode> {
  const home = await mkdtemp(path.join(tmpdir(), 'pullquote-opensearch-'));
  const launch = (port: number): Promise<Launched> => launchNode(home, port, options);
  let running = await launch(0);
  const { http, transport } = running;
  const url = `http://127.0.0.1:${http}`;
  await untilHealthy(url);

  const end = async (): Promise<void> => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    url,
    transport: `127.0.0.1:${transport}`,
    kill: end,
    async restart() {
      running = await launch(http);
      await untilHealthy(url);
    },
    pause: () => void running.child.kill('SIGSTOP'),
    resume: () => void running.child.kill('SIGCONT'),
    pid: () => running.child.pid ?? -1,
    async remove() {
      await end();
      await rm(home, { recursive: true, force: true });
    },
  };
}

type Launched = Readonly<{ child: ChildProcess; http: number; transport: number }>;

async function launchNode(home: string, port: number, options: NodeOptions): Promise<Launched> {
  const { name = 'n1', heapMb = 512, join = [] } = options;
  const { classPath, mainClass } = await prepareProgram();
  const log: string[] = [];
  const java = [
    `-Xms${heapMb}m`,
    `-Xmx${heapMb}m`,
    // A node rejects requests when its heap looks full; this collector frees memory first.
    '-XX:+UseG1GC',
    `-Dlog4j2.configurationFile=${path.join(import.meta.dirname, 'log4j2.properties')}`,
  ];
  const child = spawn('java', [...java, '-cp', classPath, mainClass, home, name, String(port), ...join], {
    // Its standard input stays open as long as this process lives.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stderr.on('data', (chunk: Buffer) => {
    log.push(...chunk.toString().split('\n').filter(Boolean));
    log.splice(0, log.length - LOG_LINES);
  });
  const failed = Promise.race([
    once(child, 'exit').then(([code]) => `ended with code ${String(code)}`),
    sleep(PATIENCE_MS, 'did not answer', { ref: false }),
  ]);
  const ready = await Promise.race([readyLine(child), failed]);
  if (typeof ready !== 'string') return { child, ...ready };
  child.kill('SIGKILL');
  throw new Error(`The OpenSearch node ${ready}:\n${log.join('\n')}`);
}

async function readyLine(child: ChildProcess): Promise<{ http: number; transport: number } | string> {
  if (!child.stdout) return 'has no output';
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, http, transport] = line.split(' ');
    if (word === 'READY') return { http: Number(http), transport: Number(transport) };
  }
  return 'ended before it was ready';
}

async function untilHealthy(url: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const healthy = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=5s`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    if (Date.now() > end) throw new Error(`The OpenSearch node at ${url} does not become healthy.`);
    await sleep(200);
  }
}
