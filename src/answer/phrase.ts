import type { Document, Sentence } from '../article/article.ts';
import { words } from '../english/words.ts';
import { passageOf, spanOf, type Passage } from './answer.ts';
import { itemAt } from '../article/item-at.ts';

/** The sentences that contain a phrase word for word (ignoring typography, case and white space), in text order. */
export function findPhrase(document: Document, phrase: string): Passage[] {
  const wanted = words(phrase).map(({ folded }) => folded);
  if (wanted.length === 0) return [];
  return document.sentences.flatMap((sentence) => phraseIn(document, sentence, wanted) ?? []);
}

function phraseIn(document: Document, sentence: Sentence, wanted: readonly string[]): Passage | undefined {
  const passage = passageOf(document, sentence);
  const found = words(passage.quote);
  const spans = [];
  for (let at = 0; at + wanted.length <= found.length; at++) {
    if (!wanted.every((word, offset) => found[at + offset]?.folded === word)) continue;
    spans.push(spanOf(passage, itemAt(found, at).start, itemAt(found, at + wanted.length - 1).end));
  }
  return spans.length > 0 ? { ...passage, spans } : undefined;
}
