import { afterAll, expect, test } from 'vitest';
import { intakePool } from '../../src/intake/worker/pool.ts';
import { BOMBS } from './bombs.ts';
import { mutant } from './mutants.ts';
import { refusalOf } from './refusals.ts';

// `npm run fuzz:intake` does the same with 5,000 mutants, and measures time and memory.
const pool = intakePool({ size: 2 });
afterAll(() => pool.close());

/** These take seconds to make, or end by the time or memory limit; the command above covers them too. */
const SLOW =
  /60 MB of zeros|65,000 entries|a million attributes|200 levels of|45 MB of document|1 GB of page/u;

test.each(BOMBS.filter(({ name }) => !SLOW.test(name)))(
  'T10-T13 the bomb $name ends in a refusal',
  async ({ reader, bytes, hint }) => {
    expect(await refusalOf(pool[reader](bytes(), hint))).toMatch(/^[a-z-]+: [^\n]{10,300}$/u);
  },
);

test('mutated files, pages, documents and feeds are read or refused', async () => {
  const endings = await Promise.all(
    Array.from({ length: 150 }, async (_, number) => {
      const { reader, bytes, hint } = mutant(number);
      return pool[reader](bytes, hint).then(
        (value) => (JSON.stringify(value).isWellFormed() ? 'read' : 'lone surrogates'),
        (error: Error) => error.name,
      );
    }),
  );
  expect([...new Set(endings)].toSorted()).toEqual(['IntakeError', 'read']);
});
