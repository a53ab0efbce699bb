import MiniSearch from 'minisearch';
import type { Document } from '../../article/article.ts';
import type { Steps } from '../../article/steps.ts';
import { keepPostingsCompact } from './compact-postings.ts';
import type { ScoredParagraph } from '../rank/candidates.ts';
import type { TermCounts } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import { paragraphSearch, type ParagraphEntry, type ParagraphSearch } from './paragraph-search.ts';
import { valueAt, withRoom } from './room.ts';
import type { Stored } from './stored.ts';
import { type DocumentTokens, wordIn } from './tokens.ts';
import { CLASS } from '../../english/word-class.ts';

/** The paragraphs of an index, searched with MiniSearch. */
export type Paragraphs = Readonly<{
  /** Adds an article's paragraphs, one per step, and returns their ids in text order. They are found only after `show`. */
  adding(entry: Pick<Stored, 'document' | 'tokens'>): Steps<number[]>;
  /** Makes added paragraphs searchable, as those of this entry. */
  show(ids: readonly number[], entry: Omit<Stored, 'blocks'>): void;
  remove(ids: Iterable<number>): void;
  block(id: number): ScoredParagraph | undefined;
  /** Ids of the paragraphs of a part that best match a question, best first. */
  search: ParagraphSearch;
}>;

/** Slot of a paragraph that is not shown. */
const NOWHERE = -1;
/** Numbers stored per paragraph: its article's slot, its first sentence, and the sentence after its last. */
const [SLOT, FROM, TO, EACH] = [0, 1, 2, 3];

/** Starts empty. */
export function createParagraphs(lexicon: Lexicon, counts: TermCounts): Paragraphs {
  const index = new MiniSearch<ParagraphEntry>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (found) => found,
  });
  const writer = keepPostingsCompact(index, lexicon);
  let places = new Int32Array();
  let made = 0;
  /** The articles of shown paragraphs, by slot. */
  const articles = new Map<number, Pick<Stored, 'document' | 'tokens'>>();
  const slotOf = (id: number): number => places[id * EACH + SLOT] ?? NOWHERE;

  function block(id: number): ScoredParagraph | undefined {
    const article = articles.get(slotOf(id));
    if (!article) return undefined;
    return { ...article, from: valueAt(places, id * EACH + FROM), to: valueAt(places, id * EACH + TO) };
  }

  return {
    search: paragraphSearch({ index, lexicon, counts, slotOf, made: () => made }),
    block,
    *adding({ document, tokens }) {
      const ids: number[] = [];
      for (const { from, to } of sentenceRuns(document)) {
        const id = writer.add(termsOf(tokens, from, to, lexicon));
        made = id + 1;
        places = withRoom(places, made * EACH - 1);
        places.set([NOWHERE, from, to], id * EACH);
        ids.push(id);
        yield;
      }
      return ids;
    },
    show(ids, { slot, document, tokens }) {
      articles.set(slot, { document, tokens });
      for (const id of ids) places[id * EACH + SLOT] = slot;
    },
    remove(ids) {
      for (const id of ids) {
        index.discard(id);
        articles.delete(slotOf(id));
        places[id * EACH + SLOT] = NOWHERE;
      }
    },
  };
}

/** Longer paragraphs are searched in parts of this many sentences. */
const LONGEST_BLOCK = 100;

/** The paragraphs of a document as runs of sentences. */
export function sentenceRuns({ sentences }: Document): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [index, { paragraph }] of sentences.entries()) {
    const last = found.at(-1);
    const isLong = last !== undefined && last.to - last.from >= LONGEST_BLOCK;
    if (last && !isLong && sentences[last.from]?.paragraph === paragraph) last.to = index + 1;
    else found.push({ from: index, to: index + 1 });
  }
  return found;
}

function* termsOf(tokens: DocumentTokens, from: number, to: number, lexicon: Lexicon): Generator<number> {
  const end = valueAt(tokens.starts, to);
  for (let at = valueAt(tokens.starts, from); at < end; at++) {
    const word = wordIn(tokens.tokens, at);
    if (!(lexicon.classOf(word) & CLASS.stop)) yield lexicon.termOf(word);
  }
}
