import { expect, test } from 'vitest';
import { mutantsListed, problemOf } from '../../../lab/mutants/list.ts';

test('every listed mutant applies to the current code', () => {
  expect(mutantsListed().flatMap(problemOf)).toEqual([]);
});
