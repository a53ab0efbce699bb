import { expect, test } from 'vitest';
import { rolesConflict } from '../../../src/answer/support/roles.ts';

test.each([
  ['Who bought Acme?', 'Acme', 'Acme bought Globex'],
  ['Whom did Acme acquire?', 'Acme', 'Acme was acquired by Globex'],
])('%s is not answered where %s has the other role: %s', (question, name, clause) => {
  expect(rolesConflict(question, name, clause)).toBe(true);
});

test.each([
  ['Who bought Acme?', 'Acme', 'Globex bought Acme'],
  ['Who bought Acme?', 'Acme', 'Acme was bought by Globex'],
  [
    'What did the police say when Milonek went looking?',
    'Milonek',
    'Milonek said the police told her to wait',
  ],
  ['Who sold shares before Acme failed?', 'Acme', 'Acme sold shares'],
])('%s may be answered with %s in its place: %s', (question, name, clause) => {
  expect(rolesConflict(question, name, clause)).toBe(false);
});
