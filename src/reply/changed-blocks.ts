import type { Article, Document } from '../article/article.ts';
import { passageOf } from '../answer/answer.ts';
import { changedSentences, type SentenceChange } from '../answer/changed.ts';
import { quoteOf } from '../article/document.ts';
import { sentenceAt } from '../article/headline.ts';
import { differenceWords } from './check-words.ts';
import { placeName } from './place-name.ts';
import { quoteBlock } from './quote.ts';
import type { Block, Said, Words } from './reply.ts';
import { day, say } from './say.ts';

/** The details of an article that a correction can change, by the option that changes them. */
const DETAILS = {
  byline: 'byline',
  publisher: 'publisher',
  date: 'publishedAt',
  url: 'url',
  language: 'language',
} as const;

/** The details that differ between two revisions: what each was is struck, what it is now is bold. */
export function changedDetails(earlier: Article, later: Article): Words[] {
  return Object.entries(DETAILS).flatMap(([option, field]): Words[] => {
    const [was, now] = [earlier[field], later[field]].map((told) =>
      field === 'publishedAt' ? told?.slice(0, 10) : told,
    );
    if (was === now) return [];
    const words: Words = [
      ...(was === undefined ? [] : [{ news: was, struck: true } as const]),
      ...(was === undefined || now === undefined ? [] : [' ']),
      ...(now === undefined ? [] : [{ news: now, added: true } as const]),
    ];
    return [[say('digest.detail', { name: { command: `${option}:` }, words })]];
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
            words: differenceWords(change.difference, 'news'),
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
