import { expect, test } from 'vitest';
import { isFurniture } from '../../src/article/furniture.ts';

test.each([
  'Related party sales rose by five percent.',
  'More on the strike is expected on Friday.',
  'Recommended doses were halved, the agency said.',
  'Zum Thema Wohnungsbau sagte der Minister nichts.',
  '“Read more slowly,” she told the court.',
  'Listen to the river, the poem begins.',
])('a sentence that only begins like a label stays: %s', (sentence) => {
  expect(isFurniture(sentence)).toBe(false);
});

test.each([
  'Related: Why did the mill close?',
  'Read more',
  'More from the harbour',
  'Lesen Sie auch: Freibad bleibt zu',
  'Zum Thema',
])('a label goes: %s', (label) => {
  expect(isFurniture(label)).toBe(true);
});
