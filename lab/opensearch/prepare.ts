import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const HERE = import.meta.dirname;
/** Where what was compiled is kept, beside other tools' caches. */
const CACHE = path.join(HERE, '..', '..', 'node_modules', '.cache', 'pullquote', 'opensearch');

/** What starts a node: the class path of the compiled program with all its jars, in Java's own notation. */
export type Program = Readonly<{ classPath: string; mainClass: string }>;

/**
 * Fetches the jars into the Maven repository, unless they are there, and compiles the node's program, unless that was done.
 * Needs `mvn` and `javac` (JDK 17 or later); throws an Error that says which is missing.
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

/** Whether everything named in the list is still in the Maven repository. */
async function isComplete(list: string): Promise<boolean> {
  if (!existsSync(list)) return false;
  return (await readFile(list, 'utf8')).trim().split(path.delimiter).every(existsSync);
}

async function build(folder: string): Promise<void> {
  // Built under another name and renamed, so that a build that was cut off is never taken for a whole one.
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
  // Without the network first: the jars are in the repository after the first time.
  await needed('mvn', ['-o', ...maven]).catch(() => needed('mvn', maven));
  const jars = (await readFile(list, 'utf8')).trim();
  await needed('javac', ['-nowarn', '-d', draft, '-cp', jars, path.join(HERE, 'SearchNode.java')]);
  await writeFile(list, jars);
  await mkdir(path.dirname(folder), { recursive: true });
  await rename(draft, folder).catch((error: unknown) => {
    // Another process was faster: what it made is the same.
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
