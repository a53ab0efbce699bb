/**
 * `npm run mutants`: breaks promises one line at a time, each in a copy of the tree, and runs the tests that should notice. Prints the
 * mutants that none noticed, and exits with 1 if there are any. `-- --only PART` runs those whose file or promise contains that text;
 * `-- --at-once 4` runs that many in parallel (default 2).
 */
import { join } from 'node:path';
import { commandOptions } from '../options.ts';
import { copyTree, runTests } from './copy.ts';
import { mutantsListed, problemOf, type Mutant } from './list.ts';

/** Longest run of all tests together before anything is broken. Milliseconds. */
const BEFORE = 1_800_000;

const ROOT = join(import.meta.dirname, '../..');
const { only, 'at-once': copiesAtOnce } = commandOptions(process.argv.slice(2), { only: '', 'at-once': 2 });
const mutants = mutantsListed().filter(({ file, promise }) => `${file} ${promise}`.includes(only));
process.exitCode = await tryAll(mutants, copiesAtOnce);

async function tryAll(wanted: readonly Mutant[], atOnce: number): Promise<number> {
  const stale = wanted.flatMap(problemOf);
  for (const problem of stale) console.log(problem);
  if (stale.length > 0) return 1;
  const copies = await Promise.all(Array.from({ length: atOnce }, () => copyTree(ROOT)));
  try {
    const files = [...new Set(wanted.flatMap(({ tests }) => tests))];
    const [first] = copies;
    if (first && !(await runTests(first.folder, files, { longest: BEFORE }))) {
      console.log('These tests fail before anything is broken: mend them first.');
      return 1;
    }
    const waiting = [...wanted];
    const survivors: Mutant[] = [];
    await Promise.all(
      copies.map(async (copy) => {
        for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
          const { file, find, replace, tests, named, promise } = mutant;
          const restore = copy.change(file, (text) => text.replace(find, () => replace));
          const passed = await runTests(copy.folder, tests, { named });
          restore();
          if (passed) survivors.push(mutant);
          console.log(
            `${passed ? 'SURVIVED' : 'noticed '} ${promise} · ${file}: ${replace.trim() || 'nothing'}`,
          );
        }
      }),
    );
    console.log(`${wanted.length} mutants, ${survivors.length} survivors`);
    return survivors.length > 0 ? 1 : 0;
  } finally {
    for (const copy of copies) copy.remove();
  }
}
