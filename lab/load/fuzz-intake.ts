/**
 * Sends bombs and mutated files, pages, documents and feeds through the intake pool in a separate process, and prints how each ended.
 * Fails when that process dies, when anything but a refusal is thrown, or when one takes longer than 10 s; for bombs also above 512 MB.
 * `npm run fuzz:intake -- --cases 5000 --from 1`
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hint } from '../../src/intake/extracted.ts';
import { IntakeError } from '../../src/intake/intake-error.ts';
import { intakePool, type IntakePool } from '../../src/intake/worker/pool.ts';
import { commandOptions } from '../options.ts';
import { BOMBS } from '../../tests/intake/bombs.ts';
import { mutant } from '../../tests/intake/mutants.ts';

const MAX_MS = 10_000;
const MAX_RSS = 512_000_000;

type Reader = 'extract' | 'readFeed';
/** A request to the reading process. */
type Ask = Readonly<{ file: string; reader: Reader; hint: Hint } | { case: number }>;
type Ending = Readonly<{ outcome: string; ms: number; rss: number }>;

if (process.send) serve();
else await main();

async function main(): Promise<void> {
  const { cases, from } = commandOptions(process.argv.slice(2), { cases: 5000, from: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-bombs-'));
  const failures = [...(await runBombs(folder)), ...(await runCases(from, cases))];
  rmSync(folder, { recursive: true });
  for (const failure of failures) console.error(`FAILED ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

async function runBombs(folder: string): Promise<string[]> {
  const failures: string[] = [];
  const reader = await startReader();
  console.log('bomb                                          packed MB  seconds  peak MB  refusal');
  for (const { name, reader: kind, bytes, hint } of BOMBS) {
    const file = join(folder, 'bomb');
    const content = bytes();
    writeFileSync(file, content);
    const { outcome, ms, rss } = await reader.ask({ file, reader: kind, hint });
    const figures = [
      (content.length / 1e6).toFixed(1).padStart(9),
      (ms / 1000).toFixed(1).padStart(8),
      (rss / 1e6).toFixed(0).padStart(8),
    ];
    console.log(`${name.padEnd(45)} ${figures.join(' ')}  ${outcome}`);
    if (outcome === 'read' || outcome.startsWith('fault') || ms > MAX_MS || rss > MAX_RSS)
      failures.push(`bomb ${name}: ${outcome}`);
  }
  reader.stop();
  return failures;
}

async function runCases(from: number, cases: number): Promise<string[]> {
  const failures: string[] = [];
  const outcomes = new Map<string, number>();
  const reader = await startReader();
  let [slowest, peak] = [0, 0];
  for (let number = from; number < from + cases; number += 1) {
    const { outcome, ms, rss } = await reader.ask({ case: number });
    const code = outcome.replace(/:.*/su, '');
    outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
    [slowest, peak] = [Math.max(slowest, ms), Math.max(peak, rss)];
    if (code === 'fault' || ms > MAX_MS)
      failures.push(`case ${number}: ${outcome} after ${Math.round(ms)} ms`);
  }
  reader.stop();
  const table = [...outcomes].toSorted(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  console.log(`\n${cases} mutated files: ${table.join(', ')}`);
  console.log(
    `process deaths ${reader.deaths()}, slowest ${(slowest / 1000).toFixed(2)} s, peak memory ${(peak / 1e6).toFixed(0)} MB`,
  );
  return reader.deaths() === 0 ? failures : [...failures, `the process died ${reader.deaths()} times`];
}

/** A reading process. If it dies, it is replaced and counted. */
async function startReader(): Promise<{
  ask: (ask: Ask) => Promise<Ending>;
  deaths: () => number;
  stop: () => void;
}> {
  let child = fork(import.meta.filename);
  let deaths = 0;
  const ask = async (what: Ask): Promise<Ending> => {
    const death = new AbortController();
    child.send(what);
    const died = once(child, 'exit', { signal: death.signal }).then(
      () => undefined,
      () => undefined,
    );
    const answer = once(child, 'message', { signal: death.signal }).then(
      ([ending]) => ending as Ending,
      () => undefined,
    );
    const ending = await Promise.race([answer, died]);
    death.abort();
    if (ending) return ending;
    deaths += 1;
    child = fork(import.meta.filename);
    return { outcome: 'fault: the process died', ms: 0, rss: 0 };
  };
  return { ask, deaths: () => deaths, stop: () => child.disconnect() };
}

/** The reading process. */
function serve(): void {
  const pool = intakePool();
  process.on('disconnect', () => void pool.close());
  process.on('message', (ask: Ask) => {
    void readOne(pool, ask).then((ending) => process.send?.(ending));
  });
}

async function readOne(pool: IntakePool, ask: Ask): Promise<Ending> {
  const { reader, bytes, hint } =
    'case' in ask ? mutant(ask.case) : { ...ask, bytes: new Uint8Array(readFileSync(ask.file)) };
  let rss = process.memoryUsage.rss();
  const measure = setInterval(() => (rss = Math.max(rss, process.memoryUsage.rss())), 10);
  const started = performance.now();
  const outcome = await outcomeOf(pool[reader](bytes, hint));
  clearInterval(measure);
  return { outcome, ms: performance.now() - started, rss };
}

async function outcomeOf(reading: Promise<unknown>): Promise<string> {
  try {
    const text = JSON.stringify(await reading);
    return text.isWellFormed() && !/\\u0000|\\ud[89a-f]/u.test(text)
      ? 'read'
      : 'fault: characters that no store can hold';
  } catch (error) {
    return error instanceof IntakeError ? `${error.code}: ${error.message}` : `fault: ${String(error)}`;
  }
}
