import type { Clutter } from './clutter-names.ts';

/** The kinds that editors are told about; navigation and the like are dropped silently. */
const TOLD: readonly Clutter[] = ['comment', 'caption', 'related', 'sign-up', 'advertisement', 'pull-quote'];

/** How much of each kind was left out; `undefined` when that was nothing that an editor would miss. */
export function countsLeftOut(
  counts: ReadonlyMap<Clutter, number>,
): Readonly<Record<string, number>> | undefined {
  const found = TOLD.map((kind) => [kind, counts.get(kind) ?? 0] as const).filter(([, count]) => count > 0);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
