import type { Block, Button, SpanItem, Words } from './reply.ts';

/** What was asked or what is listed; on top of a reply. */
export const title = (...words: Words): Block => ({ type: 'title', words });

/** A paragraph of our words. */
export const line = (...words: Words): Block => ({ type: 'text', words });

/** Less important than the rest: counts, hints, how to go on. */
export const note = (...words: Words): Block => ({ type: 'note', words });

/** Lines, with buttons below them where there are any. */
export const list = (items: readonly Words[], buttons: readonly Button[] = []): Block => ({
  type: 'list',
  items,
  ...(buttons.length > 0 && { buttons }),
});

/** A span as it stands on top of an answer; before a correction's, what was there is struck. */
export function spanWords({ news, role, was, struck }: SpanItem): Words {
  return [
    ...(was === undefined ? [] : [{ news: was, struck: true } as const, ' ']),
    struck ? { news, struck } : { news, strong: true },
    ...(role === undefined ? [] : [' (', role, ')']),
  ];
}

/** `items` when `condition` holds, else nothing: for parts of a reply that are not always there. */
export const when = <Item>(condition: boolean, ...items: readonly Item[]): readonly Item[] =>
  condition ? items : [];
