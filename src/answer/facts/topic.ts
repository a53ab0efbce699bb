import type { Document, Sentence } from '../../article/article.ts';
import { STOP_WORDS, term, words } from '../../english/words.ts';

/** The sentences of a document about a topic: each word of the topic is in the sentence, its paragraph or the headline. */
export function sentencesAbout(document: Document, topic?: string): readonly Sentence[] {
  const { text, headline } = document.article;
  const prose = document.sentences.filter(
    ({ paragraph }) => document.paragraphs[paragraph]?.kind === 'paragraph',
  );
  const wanted = topic === undefined ? [] : [...termsOf(topic)];
  if (topic === undefined) return prose;
  if (wanted.length === 0) return [];
  const title = termsOf(headline);
  const missing = wanted.filter((found) => !title.has(found));
  const fitting = new Set<number>();
  for (const index of new Set(prose.map(({ paragraph }) => paragraph))) {
    const block = document.paragraphs[index];
    const held = block ? termsOf(text.slice(block.start, block.end)) : new Set<string>();
    if (missing.every((found) => held.has(found))) fitting.add(index);
  }
  return prose.filter(({ paragraph }) => fitting.has(paragraph));
}

const termsOf = (text: string): Set<string> =>
  new Set(words(text).flatMap(({ folded }) => (STOP_WORDS.has(folded) ? [] : [term(folded)])));
