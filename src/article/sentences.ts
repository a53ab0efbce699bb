import type { Slice } from './article.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a range of a text, without outer white space. */
export function splitSentences(text: string, from = 0, to = text.length): Slice[] {
  const found: Slice[] = [];
  for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
    const start = from + index + (segment.length - segment.trimStart().length);
    const end = from + index + segment.trimEnd().length;
    if (start < end) found.push({ start, end });
  }
  return found;
}
