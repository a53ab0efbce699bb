import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');

const mutantSchema = z.strictObject({
  /** The broken promise: a number of docs/reliability.md or a name. */
  promise: z.string().min(2),
  file: z.string(),
  /** Occurs exactly once in the file. */
  find: z.string().min(4),
  replace: z.string(),
  /** Test files, optionally with words in the names of the tests to run. */
  tests: z.array(z.string()).min(1),
  named: z.string().optional(),
});

/** A broken line, and the tests that should notice it. */
export type Mutant = z.output<typeof mutantSchema>;

/** The mutants of `mutants.json`. Throws when the file does not match its schema. */
export const mutantsListed = (): Mutant[] =>
  z.array(mutantSchema).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'mutants.json'), 'utf8')));

/** Why a mutant cannot be applied to the current code; empty if it can. */
export function problemOf({ file, find, replace }: Mutant): string[] {
  const times = readFileSync(join(ROOT, file), 'utf8').split(find).length - 1;
  if (times !== 1) return [`${file} holds “${find}” ${times} times instead of once: mend mutants.json.`];
  return find === replace ? [`${file}: “${find}” is replaced by itself.`] : [];
}
