import type { Clutter } from './clutter-names.ts';

/** Singular and plural of the kinds that editors are told about; navigation and the like are dropped silently. */
const NAMES: Partial<Readonly<Record<Clutter, readonly [string, string]>>> = {
  comment: ['comment', 'comments'],
  caption: ['caption', 'captions'],
  related: ['box of related stories', 'boxes of related stories'],
  'sign-up': ['sign-up box', 'sign-up boxes'],
  advertisement: ['advertisement', 'advertisements'],
  'pull-quote': ['pull quote', 'pull quotes'],
};

/** "3 captions, 12 comments"; `undefined` when nothing was left out that an editor would miss. */
export function leftOutWords(counts: ReadonlyMap<Clutter, number>): string | undefined {
  const parts = Object.entries(NAMES).flatMap(([clutter, [one, several]]) => {
    const count = counts.get(clutter as Clutter);
    return count === undefined || count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}
