import { styleText } from 'node:util';
import { visible as shown } from '../article/visible.ts';
import { sourceLines } from '../reply/source-line.ts';
import { inLanguage } from '../reply/in-language.ts';
import { runText, say } from '../reply/say.ts';
import { ENGLISH } from '../words/spoken.ts';
import type { Block, Quote, Reply, Run, Text, Words } from '../reply/reply.ts';

/** Style of the output: with or without colour, and the width in columns (at least 40). */
export type TerminalStyle = Readonly<{ colour: boolean; width: number }>;

type Style = Parameters<typeof styleText>[0];

/** A reply as text for a terminal, ending in a newline. Control characters of quoted text are never passed on. */
export function renderTerminal(given: Reply, style: TerminalStyle): string {
  const reply = inLanguage(given, ENGLISH);
  const paint = (format: Style, text: string): string =>
    style.colour ? styleText(format, text, { validateStream: false }) : text;
  const { common, below } = sourceLines(reply.blocks);
  const lines = reply.blocks.flatMap((block, at) => [
    ...(at === common?.at ? [...drawNote(common.words, style.width, paint), ''] : []),
    ...(block.type === 'quote'
      ? drawQuote(block.quote, below(block.quote), block.label, style.width, paint)
      : drawBlock(block, style.width, paint)),
    '',
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
}

type Paint = (format: Style, text: string) => string;

const drawNote = (words: Words, width: number, paint: Paint): string[] =>
  wrap(plain(words), width).map((line) => paint('dim', line));

function drawBlock(block: Exclude<Block, { type: 'quote' }>, width: number, paint: Paint): string[] {
  switch (block.type) {
    case 'title':
      return wrap(plain(block.words), width).map((line) => paint('bold', line));
    case 'text':
      return drawChanges(wrap(plain(block.words), width), paint);
    case 'note':
      return drawNote(block.words, width, paint);
    case 'spans':
      return block.items.map(
        ({ news, role }) =>
          `${paint('green', `▸ ${visible(news)}`)}${role === undefined ? '' : ` (${runText(role)})`}`,
      );
    case 'gap':
      return [paint('dim', runText(say('quote.left-out', { sentences: block.sentences })))];
    case 'list':
      return [
        ...block.items.flatMap((words) =>
          wrap(plain(words), width - 2).map((line, index) => `${index === 0 ? '• ' : '  '}${line}`),
        ),
        ...(block.buttons ?? []).map(({ label }) => paint('dim', `  ${visible(runText(label))}`)),
      ];
    case 'exact':
      return [visible(block.news)];
    case 'code':
      return block.text.split('\n').map(visible);
    case 'rule':
      return [paint('dim', '─'.repeat(Math.min(width, 40)))];
  }
}

function drawQuote(
  quote: Quote,
  source: Words,
  label: Text | undefined,
  width: number,
  paint: Paint,
): string[] {
  return [
    ...(label === undefined ? [] : [paint('yellow', runText(label))]),
    ...(quote.before === undefined
      ? []
      : wrap(visible(runText(say('quote.before', { sentence: { news: quote.before } }))), width - 2).map(
          (line) => paint('dim', `  ${line}`),
        )),
    ...drawMarked(quote, width - 2, paint).map((line) => `${paint('green', '│')} ${line}`),
    ...wrap(visible(plain(source)), width - 2).map((line) => paint('dim', `  ${line}`)),
    ...(quote.deepLink === undefined ? [] : [paint('dim', `  ${quote.deepLink}`)]),
  ];
}

const plain = (words: Words): string => words.map(plainRun).join('');

/** Mark added and struck words until lines are broken. No text contains them, because `visible` drops noncharacters. */
const ADDED = '\uFDD0';
const STRUCK = '\uFDD1';

function plainRun(run: Run): string {
  if (typeof run === 'string') return run;
  const text = visible(runText(run));
  if (!('news' in run || 'typed' in run)) return text;
  const mark = 'news' in run && run.struck ? STRUCK : run.added ? ADDED : '';
  return text.trim() === '' ? text : `${mark}${text}${mark}`;
}

/** Marks struck and added words in colour, or in Discord's Markdown without colour. */
function drawChanges(lines: readonly string[], paint: Paint): string[] {
  const coloured = paint('bold', 'x') !== 'x';
  let inside: string | undefined;
  return lines.map((line) => {
    if (!coloured) return line.replaceAll(ADDED, '**').replaceAll(STRUCK, '~~');
    return line
      .split(/([\uFDD0\uFDD1])/u)
      .map((piece) => {
        if (piece !== ADDED && piece !== STRUCK)
          return piece === '' || inside === undefined
            ? piece
            : paint(inside === ADDED ? ['bold', 'green'] : ['strikethrough', 'red'], piece);
        inside = inside === piece ? undefined : piece;
        return '';
      })
      .join('');
  });
}

/** Drops control, direction and zero-width characters, which could rewrite the screen, and collapses white space. */
const visible = (text: string): string => shown(text).replace(/\s+/gu, ' ');

/** Draws a quote in quotation marks, with the answering parts in bold. */
function drawMarked({ text, marks }: Quote, width: number, paint: Paint): string[] {
  const bold: boolean[] = [];
  let shownSoFar = '“';
  let at = 0;
  for (const { start, end } of [...marks, { start: text.length, end: text.length }]) {
    shownSoFar += visible(text.slice(at, start));
    const marked = visible(text.slice(start, end));
    for (let index = 0; index < marked.length; index++) bold[shownSoFar.length + index] = true;
    shownSoFar += marked;
    at = end;
  }
  let from = 0;
  return wrap(`${shownSoFar}”`, width).map((line) => {
    const painted = line.replace(/\S+/gu, (word, index: number) =>
      bold.slice(from + index, from + index + word.length).some(Boolean) ? paint('bold', word) : word,
    );
    // Also skips the space at which the line was broken.
    from += line.length + 1;
    return painted;
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
