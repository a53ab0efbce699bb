#!/usr/bin/env node
// Plain JavaScript, which every Node reads: an old one is told what is missing before it meets TypeScript.
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

const NEEDED = 26;
/**
 * Of the memory that the program may use (a container's limit, else the machine's), the part for JavaScript's heap. The
 * rest is for the reader's 200 MB, for buffers, and for files and pages that are read in threads. Percent.
 */
const HEAP = 60;
/** Most of it when a search engine has the index: V8 would let garbage grow as far as it may. Megabytes. */
const HEAP_WITH_ENGINE = 320;

function hasEngine() {
  try {
    const { SEARCH_URL = parseEnv(readFileSync('.env', 'utf8')).SEARCH_URL } = process.env;
    return Boolean(SEARCH_URL);
  } catch {
    return false;
  }
}

function heapLimit() {
  const memory = Math.min(process.constrainedMemory() || Infinity, totalmem());
  return hasEngine() && (memory * HEAP) / 100 > HEAP_WITH_ENGINE * 1024 ** 2
    ? `--max-old-space-size=${HEAP_WITH_ENGINE}`
    : `--max-old-space-size-percentage=${HEAP}`;
}

const main = fileURLToPath(new URL('main.ts', import.meta.url));
if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `Pullquote needs Node ${NEEDED} or newer, and this is Node ${process.versions.node}: start it with “npm start” or “npx pullquote”, which use the Node that “npm ci” installed with it.\n`,
  );
  process.exitCode = 78;
} else if (process.argv[2] !== undefined && process.argv[2] !== 'start') {
  await import('./main.ts');
} else {
  const given = process.execArgv.some((argument) => argument.startsWith('--max-old-space-size'));
  // The heap's limit can only be given to a new process: it takes this one's place, with its id and its streams.
  if (given || process.execve === undefined) await import('./main.ts');
  else
    process.execve(process.execPath, [
      process.execPath,
      ...process.execArgv,
      '--disable-warning=ExperimentalWarning',
      heapLimit(),
      main,
      ...process.argv.slice(2),
    ]);
}
