import type { Document } from '../article/article.ts';
import { passageOf } from '../answer/answer.ts';
import { changedSentences, type SentenceChange } from '../answer/changed.ts';
import { quoteOf } from '../article/document.ts';
import { sentenceAt } from '../article/headline.ts';
import { placeName } from './place-name.ts';
import { quoteBlock } from './quote.ts';
import type { Block, Run, Said, Words } from './reply.ts';
import { day, say } from './say.ts';

/** A difference in words: removed text is struck, added text is bold. */
export function changedWords(parts: Extract<SentenceChange, { state: 'reworded' }>['difference']): Words {
  return parts.flatMap(({ kind, text }) => {
    const word = text.trimEnd();
    const marked: Run = {
      news: word,
      ...(kind === 'removed' && { struck: true }),
      ...(kind === 'added' && { added: true }),
    };
    // The space after a word is not marked.
    return word === text ? [marked] : [marked, { news: text.slice(word.length) }];
  });
}

/** Says that a revision is a correction, and when it was made. */
export const correctedWords = ({ provenance }: Document): Said =>
  provenance?.correctedAt === undefined
    ? say('changed.corrected')
    : say('changed.corrected-on', { day: day(provenance.correctedAt) });

/** Describes the change of one sentence: how it reads now, or that it is gone. */
export function changeBlock(change: SentenceChange, earlier: Document, later: Document): Block {
  const corrected = correctedWords(later);
  const { state, cited } = change;
  switch (state) {
    case 'unchanged':
      return { type: 'note', words: [say('changed.unchanged', { corrected, place: placeName(cited.n) })] };
    case 'moved':
      return {
        type: 'note',
        words: [say('changed.moved', { corrected, before: String(cited.n), now: String(change.now.n) })],
      };
    case 'reworded':
      return {
        type: 'text',
        words: [
          say('changed.reworded', {
            corrected,
            place: placeName(change.now.n),
            words: changedWords(change.difference),
          }),
        ],
      };
    case 'removed':
      return {
        type: 'text',
        words: [
          say('changed.removed', {
            corrected,
            n: String(cited.n),
            words: { news: quoteOf(earlier, cited), struck: true },
          }),
        ],
      };
  }
}

/** Describes the changes of sentences `from` to `to` of an earlier revision, one block each. */
export const changedBlocks = (earlier: Document, later: Document, from: number, to = from): Block[] =>
  changedSentences(earlier, later, from, to).map((change) => changeBlock(change, earlier, later));

/** A sentence of an article as a block; number 0 is the headline. */
export function quotedAt(document: Document, n: number): Block[] {
  const found = sentenceAt(document, n);
  return found ? [quoteBlock(passageOf(found.document, found.sentence))] : [];
}
