import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const HERE = import.meta.dirname;
/** Folder of the compiled program, next to other tools' caches. */
const CACHE = path.join(HERE, '..', '..', 'node_modules', '.cache', 'pullquote', 'opensearch');

/** What starts a node: the class path with the compiled program and all jars, in Java's notation. */
export type Program = Readonly<{ classPath: string; mainClass: string }>;

/**
 * Downloads the jars into the Maven repository and compiles the node's program, unless that was done. Needs `mvn` and `javac` (JDK 17 or
 * later). Throws an Error that names the missing one.
 */
export async function prepareProgram(): Promise<Program> {
  const [pom, source] = await Promise.all(
    ['pom.xml', 'SearchNode.java'].map((name) => readFile(path.join(HERE, name), 'utf8')),
  );
  const key = createHash('sha256').update(`${pom}\0${source}`).digest('hex').slice(0, 16);
  const folder = path.join(CACHE, key);
  const list = path.join(folder, 'class-path.txt');
  if (!(await isComplete(list))) await build(folder);
  const jars = await readFile(list, 'utf8');
  return { classPath: [folder, jars.trim()].join(path.delimiter), mainClass: 'SearchNode' };
}

/** Whether every listed file is still in the Maven repository. */
async function isComplete(list: string): Promise<boolean> {
  if (!existsSync(list)) return false;
  return (await readFile(list, 'utf8')).trim().split(path.delimiter).every(existsSync);
}

async function build(folder: string): Promise<void> {
  // Built under another name and renamed, so that an interrupted build is never used.
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  const list = path.join(draft, 'class-path.txt');
  const maven = [
    '-q',
    '-B',
    '-f',
    path.join(HERE, 'pom.xml'),
    'dependency:build-classpath',
    `-Dmdep.outputFile=${list}`,
  ];
  // Offline first, because the jars are usually there already.
  await needed('mvn', ['-o', ...maven]).catch(() => needed('mvn', maven));
  const jars = (await readFile(list, 'utf8')).trim();
  await needed('javac', ['-nowarn', '-d', draft, '-cp', jars, path.join(HERE, 'SearchNode.java')]);
  await writeFile(list, jars);
  await mkdir(path.dirname(folder), { recursive: true });
  await rename(draft, folder).catch((error: unknown) => {
    // Another process was faster, with the same result.
    if (!existsSync(path.join(folder, 'class-path.txt'))) throw error;
  });
}

async function needed(command: string, given: readonly string[]): Promise<void> {
  try {
    await run(command, given, { maxBuffer: 10_000_000 });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) throw error;
    throw new Error(`An OpenSearch node needs ${command}: install a JDK (17 or later) and Maven.`, {
      cause: error,
    });
  }
}
