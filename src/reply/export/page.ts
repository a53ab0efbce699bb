import { placeName } from '../place-name.ts';
import type { Block, Quote, Reply, Words } from '../reply.ts';
import { listed, spokenIn, textIn, runText, day } from '../say.ts';
import { languageOfReply } from '../in-language.ts';
import { spanWords } from '../blocks.ts';
import type { Language } from '../../words/spoken.ts';

/** Text with its formatting. */
export type ExportRun = Readonly<{ text: string; mark?: 'strong' | 'struck' }>;

/** A paragraph; `footnote` is the number of its source, from 1. */
export type ExportBlock = Readonly<{
  kind: 'heading' | 'text' | 'note' | 'quote' | 'item' | 'code';
  runs: readonly ExportRun[];
  footnote?: number;
}>;

/** The source of a quote in one line, with a link if there is one. */
export type Footnote = Readonly<{ told: string; link?: string }>;

/** Answers as a printable page: paragraphs, and the sources of the quotes in order. */
export type ExportPage = Readonly<{
  /** Language tag. */
  language: string;
  title: string;
  blocks: readonly ExportBlock[];
  footnotes: readonly Footnote[];
}>;

/** Converts replies, each in its language, to one page. */
export function exportPage(replies: readonly Reply[]): ExportPage {
  const footnotes: Footnote[] = [];
  const numbers = new Map<string, number>();
  const cite = (quote: Quote, language: Language): number => {
    const known = numbers.get(quote.receipt);
    if (known !== undefined) return known;
    footnotes.push(footnoteOf(quote, language));
    numbers.set(quote.receipt, footnotes.length);
    return footnotes.length;
  };
  const blocks = replies.flatMap((reply) => {
    const language = languageOfReply(reply);
    return reply.blocks.flatMap((block) => exported(block, language, (quote) => cite(quote, language)));
  });
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const [first] = replies;
  return {
    language: first ? languageOfReply(first).tag : 'en',
    title: heading?.runs.map(({ text }) => text).join('') ?? 'Pullquote',
    blocks: blocks.filter(({ runs }) => runs.some(({ text }) => text.trim() !== '')),
    footnotes,
  };
}

function exported(block: Block, language: Language, cite: (quote: Quote) => number): ExportBlock[] {
  switch (block.type) {
    case 'title':
      return [{ kind: 'heading', runs: runsOf(block.words, language) }];
    case 'text':
    case 'note':
      return [{ kind: block.type, runs: runsOf(block.words, language) }];
    case 'spans':
      return block.items.map((item) => ({ kind: 'item', runs: runsOf(spanWords(item), language) }));
    case 'list':
      return block.items.map((words) => ({ kind: 'item', runs: runsOf(words, language) }));
    case 'quote':
      return [
        ...(block.label === undefined
          ? []
          : [{ kind: 'note', runs: [{ text: textIn(block.label, language) }] } as const]),
        ...(block.quote.before === undefined
          ? []
          : [{ kind: 'note', runs: [{ text: `“${block.quote.before}”` }] } as const]),
        { kind: 'quote', runs: markedRuns(block.quote), footnote: cite(block.quote) },
      ];
    case 'exact':
      return [{ kind: 'code', runs: [{ text: block.news }] }];
    case 'code':
      return [{ kind: 'code', runs: [{ text: block.text }] }];
    case 'gap':
      return [{ kind: 'note', runs: [{ text: '[…]' }] }];
    case 'rule':
      return [];
  }
}

function runsOf(words: Words, language: Language): ExportRun[] {
  return spokenIn(words, language).map((run): ExportRun => {
    const text = runText(run);
    if (typeof run === 'string') return { text };
    if ('news' in run && run.struck) return { text, mark: 'struck' };
    const isStrong = ('news' in run && (run.strong || run.added)) || ('typed' in run && run.added);
    return isStrong ? { text, mark: 'strong' } : { text };
  });
}

/** The quote's exact text, with the answering parts marked. */
function markedRuns({ text, marks }: Quote): ExportRun[] {
  const runs: ExportRun[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    runs.push({ text: text.slice(at, start) }, { text: text.slice(start, end), mark: 'strong' });
    at = end;
  }
  return [...runs, { text: text.slice(at) }].filter((run) => run.text !== '');
}

function footnoteOf(quote: Quote, language: Language): Footnote {
  const { headline, publisher, publishedAt, from, to, receipt, url, deepLink, receiptUrl } = quote;
  const words = listed([
    `“${headline}”`,
    ...(publisher === undefined ? [] : [publisher]),
    ...(publishedAt === undefined ? [] : [day(publishedAt)]),
    placeName(from, to),
    receipt,
  ]);
  const link = deepLink ?? url ?? receiptUrl;
  return {
    told: spokenIn(words, language).map(runText).join(''),
    ...(link !== undefined && { link }),
  };
}
