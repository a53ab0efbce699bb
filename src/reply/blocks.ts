import type { Block, Words } from './reply.ts';

/** What was asked or what is listed; on top of a reply. */
export const title = (...words: Words): Block => ({ type: 'title', words });

/** A paragraph of our words. */
export const line = (...words: Words): Block => ({ type: 'text', words });

/** Less important than the rest: counts, hints, how to go on. */
export const note = (...words: Words): Block => ({ type: 'note', words });

export const list = (items: readonly Words[]): Block => ({ type: 'list', items });

/** `items` when `condition` holds, else nothing: for parts of a reply that are not always there. */
export const when = <Item>(condition: boolean, ...items: readonly Item[]): readonly Item[] =>
  condition ? items : [];
