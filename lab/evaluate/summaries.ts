import { z } from 'zod';
import { summarise } from '../../src/answer/summary.ts';
import { sha256Of, type Document } from '../../src/article/article.ts';
import { documentOf, quoteOf } from '../../src/article/document.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { splitSentences } from '../../src/article/sentences/sentences.ts';
import { rougeLsum, rougeN } from './rouge.ts';

const line = z.object({
  text: z.string().trim().min(1),
  /** A human summary, one sentence per line; a single line is split into sentences. */
  reference: z.string().trim().min(1),
  headline: z.string().default(''),
});

/** ROUGE F-measures, 0 to 1, averaged over articles. */
export type Rouge = Readonly<{ rouge1: number; rouge2: number; rougeLsum: number }>;

/** Two ways of summarising the same articles. */
export type SummaryFigures = Readonly<{
  articles: number;
  ours: Rouge;
  lead: Rouge;
  /** Number of articles for which the two differ, and for which ours has the higher ROUGE-1. */
  differ: number;
  better: number;
}>;

/**
 * Compares summaries of `count` sentences with each article's first `count` sentences, on lines of `{"text", "reference"}` and
 * optionally `"headline"`. Throws {@link ArticleError} with a line that is invalid.
 */
export function evaluateSummaries(content: string, count: number): SummaryFigures {
  const figures: { ours: Rouge; lead: Rouge }[] = [];
  for (const [index, source] of content.split('\n').entries()) {
    if (source.trim() === '') continue;
    const document = read(source, index + 1);
    const first = document.whole.sentences.slice(0, count);
    const quotes = (sentences: typeof first): string[] =>
      sentences.map((sentence) => quoteOf(document.whole, sentence));
    figures.push({
      ours: rougeOf(document.reference, quotes(summarise(document.whole, count))),
      lead: rougeOf(document.reference, quotes(first)),
    });
  }
  if (figures.length === 0) throw new ArticleError('The file holds no articles with "text" and "reference".');
  return {
    articles: figures.length,
    ours: average(figures.map(({ ours }) => ours)),
    lead: average(figures.map(({ lead }) => lead)),
    differ: figures.filter(({ ours, lead }) => ours.rouge1 !== lead.rouge1).length,
    better: figures.filter(({ ours, lead }) => ours.rouge1 > lead.rouge1).length,
  };
}

function read(source: string, number: number): { whole: Document; reference: string[] } {
  const parsed = line.safeParse(parseJson(source));
  if (!parsed.success)
    throw new ArticleError(`Line ${number} is no JSON object with "text" and "reference".`);
  const { text, reference, headline } = parsed.data;
  const article = { id: `line-${number}`, headline, text, revision: 1, sha256: sha256Of(text) };
  const lines = reference.split('\n').filter((part) => part.trim() !== '');
  const sentences = splitSentences(reference).map(({ start, end }) => reference.slice(start, end));
  return { whole: documentOf(article), reference: lines.length > 1 ? lines : sentences };
}

const rougeOf = (reference: readonly string[], summary: readonly string[]): Rouge => ({
  rouge1: rougeN(reference, summary, 1).f1,
  rouge2: rougeN(reference, summary, 2).f1,
  rougeLsum: rougeLsum(reference, summary).f1,
});

function average(all: readonly Rouge[]): Rouge {
  const mean = (of: (rouge: Rouge) => number): number =>
    all.reduce((sum, rouge) => sum + of(rouge), 0) / all.length;
  return {
    rouge1: mean(({ rouge1 }) => rouge1),
    rouge2: mean(({ rouge2 }) => rouge2),
    rougeLsum: mean((rouge) => rouge.rougeLsum),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
