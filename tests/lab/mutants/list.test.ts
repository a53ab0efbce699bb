import { expect, test } from 'vitest';
import { mutantsListed, problemOf } from '../../../lab/mutants/list.ts';

test('every listed break can be tried on the code as it is', () => {
  expect(mutantsListed().flatMap(problemOf)).toEqual([]);
});
