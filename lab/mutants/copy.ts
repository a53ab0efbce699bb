import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The parts of the tree that programs and tests need. */
const NEEDED = [
  'src',
  'commands',
  'seeds',
  'models',
  'tests',
  'lab',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  '.npmrc',
];
/** A longer test run counts as having noticed, since a mutant may cause an endless wait. Milliseconds. */
const LONGEST = 180_000;

/** A copy of the tree that may be broken. */
export type TreeCopy = Readonly<{
  folder: string;
  /** Rewrites a file. Returns a function that restores it. */
  change(file: string, how: (text: string) => string): () => void;
  remove(): void;
}>;

/** Copies the tree into a temporary folder, with the installed packages shared. */
export async function copyTree(root: string): Promise<TreeCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-mutants-'));
  for (const name of NEEDED)
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    change(file, how) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      writeFileSync(path, how(before));
      return () => writeFileSync(path, before);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Whether test files pass in a folder; of `named`, only the tests whose names contain it. */
export async function runTests(
  folder: string,
  files: readonly string[],
  { named, longest = LONGEST }: Readonly<{ named?: string | undefined; longest?: number }> = {},
): Promise<boolean> {
  const program = join(folder, 'node_modules/vitest/vitest.mjs');
  const args = [program, 'run', ...files, '--maxWorkers=1', '--bail=1', '--reporter=dot'];
  const only = named === undefined ? [] : ['--testNamePattern', named];
  const child = spawn(process.execPath, [...args, ...only], {
    cwd: folder,
    stdio: 'ignore',
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
