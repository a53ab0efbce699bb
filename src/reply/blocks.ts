import type { Block, Button, SpanItem, Words } from './reply.ts';

/** The title of a reply: the question, or what is listed. */
export const title = (...words: Words): Block => ({ type: 'title', words });

/** A paragraph of our own words. */
export const line = (...words: Words): Block => ({ type: 'text', words });

/** A line that heads the quotes below it, up to the next such line. */
export const heading = (...words: Words): Block => ({ type: 'text', words, heads: true });

/** A less important line: counts, hints, next steps. */
export const note = (...words: Words): Block => ({ type: 'note', words });

/** Blocks of which the last, if it is a line, ends what is told of one quote. */
export const part = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, at) =>
    at === blocks.length - 1 && (block.type === 'text' || block.type === 'note')
      ? { ...block, endsPart: true }
      : block,
  );

/** Lines, with optional buttons below them. */
export const list = (items: readonly Words[], buttons: readonly Button[] = []): Block => ({
  type: 'list',
  items,
  ...(buttons.length > 0 && { buttons }),
});

/** A span on top of an answer; for a correction, the old wording is struck and comes first. */
export function spanWords({ news, role, was, struck }: SpanItem): Words {
  return [
    ...(was === undefined ? [] : [{ news: was, struck: true } as const, ' ']),
    struck ? { news, struck } : { news, strong: true },
    ...(role === undefined ? [] : [' (', role, ')']),
  ];
}

/** `items` if `condition` holds, else nothing: for optional parts of a reply. */
export const when = <Item>(condition: boolean, ...items: readonly Item[]): readonly Item[] =>
  condition ? items : [];
