import { passageOf } from '../../answer/answer.ts';
import { changedSentences, type SentenceChange } from '../../answer/changed.ts';
import type { Sentence } from '../../article/article.ts';
import { changeBlock, correctedWords } from '../changed-blocks.ts';
import { note, part } from '../blocks.ts';
import { quoteOfPassage, quoteOfSentences } from '../quote.ts';
import type { Block, Quote, Text } from '../reply.ts';
import { say } from '../say.ts';
import type { ButtonNow } from './buttons-now.ts';
import type { OutlineBlock } from './outline.ts';
import type { Both } from './sights.ts';
import { holderOf, sliceNow } from './slice-now.ts';

type Quoted = Extract<OutlineBlock, { type: 'quote' }>;
type Kept = Extract<SentenceChange, { now: Sentence }>;

/** A quote as it reads now, followed by its changes; unchanged if nothing changed. */
export function quoteBlocks(
  block: Pick<Quoted, 'from' | 'to' | 'marks'> & Partial<Quoted>,
  both: Both,
  label: Text | undefined,
  buttonNow: ButtonNow,
): Block[] {
  const { cited, newest } = both;
  const isNewest = cited.article.revision === newest.article.revision;
  const changes = changedSentences(cited, newest, block.from, block.to);
  const groups = groupsOf(changes.filter((change): change is Kept => 'now' in change));
  const { buttons } = block;
  const quotes = groups.map((sentences): Block => ({
    type: 'quote',
    quote: quoteNow(block, sentences, both),
    ...(label !== undefined && { label }),
    ...(buttons && { buttons: buttons.flatMap(buttonNow) }),
  }));
  return isNewest ? quotes : part([...quotes, ...changesSince(changes, both)]);
}

/** Groups sentences that are still neighbours in one paragraph. */
function groupsOf(changes: readonly Kept[]): Sentence[][] {
  const groups: Sentence[][] = [];
  for (const { now } of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && last.n + 1 === now.n && last.paragraph === now.paragraph) group.push(now);
    else groups.push([now]);
  }
  return groups;
}

function quoteNow(
  { from, marks, before }: Pick<Quoted, 'from' | 'marks'> & Partial<Quoted>,
  sentences: readonly Sentence[],
  { cited, newest }: Both,
): Quote {
  const head = from === 0 ? ({ head: true } as const) : {};
  const document = holderOf(newest, head);
  const [first] = sentences;
  const last = sentences.at(-1);
  if (!first || !last) throw new RangeError('A quote has a sentence.');
  const marked = marks
    .flatMap((mark) => sliceNow(cited, newest, { ...mark, ...head }) ?? [])
    .filter(({ start, end }) => first.start <= start && end <= last.end);
  if (!before || first !== last) return quoteOfSentences(document, first, last, marked);
  const spans = marked.map(({ start, end }) => ({
    start,
    end,
    text: document.article.text.slice(start, end),
  }));
  return quoteOfPassage({ ...passageOf(document, first), spans });
}

/** One line per change, or one line that nothing changed. */
function changesSince(changes: readonly SentenceChange[], { cited, newest }: Both): Block[] {
  const changed = changes.filter(({ state }) => state !== 'unchanged');
  if (changed.length > 0) return changed.map((change) => changeBlock(change, cited, newest));
  const [only, ...more] = changes;
  if (only && more.length === 0) return [changeBlock(only, cited, newest)];
  return changes.length === 0 ? [] : [note(say('changed.none', { corrected: correctedWords(newest) }))];
}
