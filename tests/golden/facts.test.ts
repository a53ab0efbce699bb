import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotatedSets, shares } from '../../lab/evaluate/facts-command.ts';
import { evaluateFacts, type FactFigures } from '../../lab/evaluate/facts.ts';

/** The least precision and recall for each annotated set. */
const FLOORS: Readonly<
  Record<string, Partial<Record<keyof Omit<FactFigures, 'wrong'>, readonly [precision: number, recall: number]>>>
> = {
  news: { amounts: [0.95, 0.9], dates: [0.95, 0.92], filed: [0.95, 0.95], descriptions: [0.95, 0.85] },
  // All conflicts, and no false one.
  conflicts: { conflicts: [1, 1] },
  styles: { amounts: [0.95, 0.9], dates: [0.95, 0.92], filed: [0.85, 0.85], descriptions: [0.95, 0.85] },
};

const root = join(import.meta.dirname, 'facts');

test.each(Object.entries(FLOORS))('the facts read from %s are those that were annotated', async (folder, floors) => {
  const set = (await annotatedSets(root)).get(join(root, folder)) ?? [];
  expect(set.length).toBeGreaterThanOrEqual(1);
  const found = evaluateFacts(set);
  for (const [kind, [precision, recall]] of Object.entries(floors)) {
    const reached = shares(found[kind as 'amounts']);
    expect(reached.precision, `${kind}: ${found.wrong.join('\n')}`).toBeGreaterThanOrEqual(precision);
    expect(reached.recall, `${kind}: ${found.wrong.join('\n')}`).toBeGreaterThanOrEqual(recall);
  }
});
