import type { Document, Sentence } from '../../article/article.ts';
import { remembered } from '../../article/remembered.ts';
import { wording, type Token } from './tokens.ts';

/** Neighbouring sentences of an article, and the slice of their text that matches a quotation. */
export type Source = Readonly<{
  document: Document;
  first: Sentence;
  last: Sentence;
  /** Offsets into the article's text. */
  start: number;
  end: number;
}>;

const known = remembered<(readonly Token[])[]>(200);

/** The tokens of sentences `from` to `to` (indexes, inclusive). Each sentence is tokenised once. */
export function wordingOf(document: Document, from: number, to: number): Token[] {
  let list = known.of(document);
  if (!list) known.keep(document, (list = []));
  const found: Token[] = [];
  for (let index = from; index <= to; index++) {
    const sentence = document.sentences[index];
    if (!sentence) continue;
    const read = (list[index] ??= wording(document.article.text, sentence.start, sentence.end));
    for (const token of read) found.push(token);
  }
  return found;
}

/** The source between two tokens. */
export function sourceOf(document: Document, first: Token, last: Token): Source {
  const inside = document.sentences.filter(({ start, end }) => start < last.end && first.start < end);
  const [from] = inside;
  const to = inside.at(-1);
  if (!from || !to) throw new Error(`No sentence of ${document.article.id} holds what was found in it.`);
  return { document, first: from, last: to, start: first.start, end: last.end };
}

/** Earliest first; articles without a date last, in archive order. */
export function earliestFirst(sources: readonly Source[]): Source[] {
  const time = ({ document }: Source): number =>
    document.article.publishedAt === undefined
      ? Number.MAX_SAFE_INTEGER
      : Date.parse(document.article.publishedAt);
  return sources.toSorted((a, b) => time(a) - time(b));
}
