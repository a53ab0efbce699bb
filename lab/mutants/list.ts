import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');

const mutantSchema = z.strictObject({
  /** The promise that it breaks: a number of docs/reliability.md or a name. */
  promise: z.string().min(2),
  file: z.string(),
  /** Stands in the file exactly once. */
  find: z.string().min(4),
  replace: z.string(),
  /** Test files, and words in the names of their tests; without words all of their tests run. */
  tests: z.array(z.string()).min(1),
  named: z.string().optional(),
});

/** A break of one line, and the tests that should notice it. */
export type Mutant = z.output<typeof mutantSchema>;

/** The breaks of `mutants.json`. Throws when the file does not fit its schema. */
export const mutantsListed = (): Mutant[] =>
  z.array(mutantSchema).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'mutants.json'), 'utf8')));

/** Why a mutant cannot be tried on today's code, if so. */
export function problemOf({ file, find, replace }: Mutant): string[] {
  const times = readFileSync(join(ROOT, file), 'utf8').split(find).length - 1;
  if (times !== 1) return [`${file} holds “${find}” ${times} times instead of once: mend mutants.json.`];
  return find === replace ? [`${file}: “${find}” is replaced by itself.`] : [];
}
