import { escapeCommonMark } from '../../answer/cite.ts';
import type { ExportBlock, ExportPage, ExportRun } from './page.ts';

/** A page as Markdown with footnotes, in the syntax of GitHub and Pandoc. */
export function markdownOf({ blocks, footnotes }: ExportPage): string {
  const notes = footnotes.map(
    ({ told, link }, at) =>
      `[^${at + 1}]: ${oneLine(escapeCommonMark(told))}${link === undefined ? '' : ` <${link}>`}`,
  );
  return `${[...blocks.map(paragraph), ...notes].join('\n\n')}\n`;
}

const MARKS = { strong: '**', struck: '~~' } as const;
const BEFORE: Readonly<Record<ExportBlock['kind'], string>> = {
  heading: '## ',
  text: '',
  note: '',
  quote: '> ',
  item: '- ',
  code: '',
};

function paragraph({ kind, runs, footnote }: ExportBlock): string {
  if (kind === 'code') return fenced(runs.map(({ text }) => text).join(''));
  const text = runs.map(marked).join('');
  const cited = footnote === undefined ? text : `${text}[^${footnote}]`;
  if (kind === 'quote') return `> ${cited.replaceAll('\n', '\n> ')}`;
  const line = oneLine(cited);
  return kind === 'note' ? `*${line.trim()}*` : `${BEFORE[kind]}${line}`;
}

/** Marks must touch the words they mark. */
function marked({ text, mark }: ExportRun): string {
  const inner = text.trim();
  if (mark === undefined || inner === '') return escapeCommonMark(text);
  const [before, after] = [
    text.slice(0, text.length - text.trimStart().length),
    text.slice(text.trimEnd().length),
  ];
  return `${before}${MARKS[mark]}${escapeCommonMark(inner)}${MARKS[mark]}${after}`;
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');

/** A fence longer than any inside. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/gu), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
