import type { Paragraph, Slice } from './article.ts';
import { allSteps, type Steps } from './steps.ts';
import { isFurniture, tailStart } from './furniture.ts';

/** Headings are one short line; longer lines are prose. Characters. */
const HEADING_MAX = 120;
/** A longer first line is a paragraph, not a headline. Characters. */
const HEADLINE_MAX = 200;
/** A first block with at least this many words and a final period is prose. */
const PROSE_WORDS = 14;
/** Without blank lines, lines of at least this average length are paragraphs; shorter ones are hard-wrapped text. */
const WRAPPED_LINE = 120;

const LINE_END = /\r\n|[\r\n]/u;

/**
 * Splits an article's text into headline, headings, paragraphs and furniture, with exact offsets. `headline` comes from the front
 * matter, if any. Linear in the length of the text.
 */
export function structure(text: string, headline?: string): Paragraph[] {
  return allSteps(structureSteps(text, headline));
}

/** {@link structure} in steps of a paragraph. */
export function* structureSteps(text: string, headline?: string): Steps<Paragraph[]> {
  const slices = yield* blocks(text);
  const contents = slices.map(({ start, end }) => text.slice(start, end));
  const tail = tailStart(contents);
  const found: Paragraph[] = [];
  for (const [index, slice] of slices.entries()) {
    const content = text.slice(slice.start, slice.end);
    found.push({ ...slice, kind: index >= tail || isFurniture(content) ? 'furniture' : 'paragraph' });
    yield;
  }
  const lastText = found.findLastIndex(({ kind }) => kind !== 'furniture');
  const named: Paragraph[] = [];
  for (const [index, block] of found.entries()) {
    const content = text.slice(block.start, block.end);
    const mayBeTitle = block.kind !== 'furniture' && index < lastText;
    if (mayBeTitle && index === 0 && isHeadline(text, block, content, headline))
      named.push({ ...block, kind: 'headline' });
    else named.push(mayBeTitle && isHeading(text, block, content) ? { ...block, kind: 'heading' } : block);
    yield;
  }
  return named;
}

function isHeadline(text: string, block: Slice, content: string, headline: string | undefined): boolean {
  if (headline !== undefined && squeeze(headline) === squeeze(content)) return true;
  if (isMarkdownHeading(text, block)) return true;
  if (headline !== undefined || content.includes('\n') || content.length > HEADLINE_MAX) return false;
  return !(content.endsWith('.') && content.split(/\s+/u).length >= PROSE_WORDS);
}

function isHeading(text: string, block: Slice, content: string): boolean {
  if (isMarkdownHeading(text, block)) return true;
  return content.length <= HEADING_MAX && !content.includes('\n') && !/[.…:;,!"”’)]$/u.test(content);
}

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

const isMarkdownHeading = (text: string, block: Slice): boolean =>
  /(?:^|[\r\n]) {0,3}#{1,6} +$/u.test(text.slice(Math.max(0, block.start - 12), block.start));

/** Blocks between blank lines, without outer white space and Markdown marks of headings and list items. */
function* blocks(text: string): Steps<Slice[]> {
  const separator = separatorOf(text);
  const found: Slice[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    pushTrimmed(text, start, match.index, found);
    start = match.index + match[0].length;
    yield;
  }
  pushTrimmed(text, start, text.length, found);
  return found;
}

function separatorOf(text: string): RegExp {
  const blank = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*)+/gu;
  const trimmed = text.trim();
  if (blank.test(trimmed)) return new RegExp(blank);
  const lines = trimmed.split(LINE_END).length;
  return trimmed.length / lines >= WRAPPED_LINE ? new RegExp(LINE_END, 'gu') : new RegExp(blank);
}

function pushTrimmed(text: string, from: number, to: number, found: Slice[]): void {
  const content = text.slice(from, to);
  const lead = /^\s*(?:#{1,6} +|[-*+] +)?/u.exec(content)?.[0].length ?? 0;
  const start = from + lead;
  const end = from + content.trimEnd().length;
  if (start < end) found.push({ start, end });
}
