import { changedSentences, type SentenceChange } from '../answer/changed.ts';
import { citationOf, writeCitation, type CiteFormat } from '../answer/cite.ts';
import type { Document, Sentence } from '../article/article.ts';
import { differenceWords } from './check-words.ts';
import { quoteOfSentences } from './quote.ts';
import type { Block, Reply, Said } from './reply.ts';
import { line, note, title } from './blocks.ts';
import { say } from './say.ts';

/** A cited passage of a revision, with the newest revision of its article. */
export type CitedPassage = Readonly<{
  document: Document;
  first: Sentence;
  last: Sentence;
  newest: Document;
}>;

const FILE_ENDINGS: Readonly<Record<CiteFormat, string>> = {
  plain: 'txt',
  markdown: 'md',
  html: 'html',
  bibtex: 'bib',
};

/** A passage in a notation to copy, with a note about later changes. */
export function citeReply(
  { document, first, last, newest }: CitedPassage,
  format: CiteFormat,
  hide: boolean,
): Reply {
  const citation = citationOf(document, first, last);
  const text = writeCitation(citation, format);
  const changes = changedSentences(document, newest, first.n, last.n);
  return {
    tone: 'found',
    private: hide,
    blocks: [
      title(citation.receipt),
      ...statusBlocks(changes, document.article.revision, newest.article.revision),
      { type: 'quote', quote: quoteOfSentences(document, first, last) },
      { type: 'code', text },
    ],
    made: {
      kind: 'citation',
      articleId: document.article.id,
      revision: document.article.revision,
      from: first.n,
      to: last.n,
      format,
    },
    files: [
      {
        name: `${citation.receipt}.${FILE_ENDINGS[format]}`,
        data: new TextEncoder().encode(text),
      },
    ],
  };
}

/** Most serious first. */
const STATES = ['removed', 'reworded', 'moved', 'unchanged'] as const;

function statusBlocks(changes: readonly SentenceChange[], cited: number, newest: number): Block[] {
  const gravest = STATES.find((state) => changes.some((change) => change.state === state)) ?? 'unchanged';
  if (cited === newest) return [line(say('cite.same', { revision: String(cited) }))];
  const blocks: Block[] = [line(say(`cite.${gravest}`, { before: String(cited), now: String(newest) }))];
  for (const change of changes) {
    if (change.state === 'moved')
      blocks.push(note(say('past.moved', { before: String(change.cited.n), now: String(change.now.n) })));
    if (change.state === 'removed') blocks.push(note(say('past.removed', { n: String(change.cited.n) })));
    if (change.state !== 'reworded') continue;
    blocks.push(line(...differenceWords(change.difference, 'news')), note(rewordedWords(change)));
  }
  return blocks;
}

/** What was reworded, with its number now where that is another. */
function rewordedWords({ cited, now }: Extract<SentenceChange, { state: 'reworded' }>): Said {
  if (now.n === 0) return say('cite.headline-changed');
  return cited.n === now.n
    ? say('cite.sentence-reworded', { n: String(now.n) })
    : say('cite.sentence-changed', { before: String(cited.n), now: String(now.n) });
}
