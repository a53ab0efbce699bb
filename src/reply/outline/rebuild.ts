import { note } from '../blocks.ts';
import type { Block, Reply, Run } from '../reply.ts';
import { say, spokenIn } from '../say.ts';
import type { Key } from '../../words/catalogue.ts';
import { ENGLISH } from '../../words/spoken.ts';
import { buttonsNow, type ButtonNow } from './buttons-now.ts';
import { replyOfPassage, withPictures, type Png } from './made-again.ts';
import type { Outline, OutlineBlock } from './outline.ts';
import { quoteBlocks } from './quote-now.ts';
import { bothOf, tombstoneBlocks, type Sights } from './sights.ts';
import { spanNow, textNow, wordsNow, type WordSources } from './words-now.ts';

/**
 * Rebuilds a reply from its outline and the articles that may be shown now. Order, verdict, our words and buttons stay; corrected
 * wording is struck with the new wording beside it; retracted articles are replaced by a tombstone. `png` renders an SVG.
 */
export async function replyAgain(outline: Outline, sights: Sights, png: Png): Promise<Reply> {
  const { tone, words, made } = outline;
  const sources: WordSources = { words, sights, asThen: made?.kind === 'check' };
  const buttonNow = buttonsNow(sources);
  const buttons = outline.buttons.flatMap(buttonNow);
  const { blocks, files = [] } =
    (await replyOfPassage(outline, sights, buttonNow, png)) ??
    (await withPictures(outline, blocksNow(outline, sources, buttonNow), sights, png));
  return {
    tone,
    private: false,
    outline,
    blocks,
    ...(buttons.length > 0 && { buttons }),
    ...(files.length > 0 && { files }),
  };
}

function blocksNow(outline: Outline, sources: WordSources, buttonNow: ButtonNow): Block[] {
  const { sights } = sources;
  const told = new Set<string>();
  const blockNow = (block: OutlineBlock): Block[] => {
    if (block.type !== 'quote') return otherBlock(block, sources);
    const both = bothOf(sights, block);
    const label = block.label && textNow(block.label, sources);
    if (both) return quoteBlocks(block, both, label, buttonNow);
    const isTold = told.has(block.articleId);
    told.add(block.articleId);
    return isTold ? [] : tombstoneBlocks(sights.get(block.articleId));
  };
  const blocks: Block[] = [];
  for (const block of outline.blocks)
    if (!isLegend(block) || isMarked(blocks.at(-1))) blocks.push(...blockNow(block));
  return outline.made?.kind === 'check' && isCorrected(outline, sights)
    ? [...blocks, note(say('kept.graded'))]
    : blocks;
}

/** Sentences of the catalogue that explain the marks in the line above them. */
const LEGENDS: ReadonlySet<string> = new Set<Key>(['check.legend', 'past.legend']);

const isLegend = (block: OutlineBlock): boolean =>
  block.type === 'note' && block.words.some((run) => 'say' in run && LEGENDS.has(run.say));

/** Whether a line has struck or added words. */
const isMarked = (block: Block | undefined): boolean =>
  block?.type === 'text' && spokenIn(block.words, ENGLISH).some(hasMark);

const hasMark = (run: Run): boolean =>
  typeof run !== 'string' &&
  (('struck' in run && run.struck !== undefined) || ('added' in run && run.added !== undefined));

const isCorrected = ({ blocks }: Outline, sights: Sights): boolean =>
  blocks.some((block) => {
    const both = block.type === 'quote' ? bothOf(sights, block) : undefined;
    return both !== undefined && both.cited.article.revision !== both.newest.article.revision;
  });

function otherBlock(block: Exclude<OutlineBlock, { type: 'quote' }>, sources: WordSources): Block[] {
  switch (block.type) {
    case 'title':
    case 'note': {
      const words = wordsNow(block.words, sources);
      return words ? [{ type: block.type, words }] : [];
    }
    case 'text': {
      const words = wordsNow(block.words, sources);
      return words ? [{ type: 'text', words, ...(block.heads && { heads: true }) }] : [];
    }
    case 'list': {
      const items = block.items.flatMap((item) => {
        const words = wordsNow(item, sources);
        return words ? [words] : [];
      });
      return items.length > 0 ? [{ type: 'list', items }] : [];
    }
    case 'spans': {
      const items = block.items.flatMap(({ news, role }) =>
        spanNow(news, role && textNow(role, sources), sources.sights),
      );
      return items.length > 0 ? [{ type: 'spans', items }] : [];
    }
    case 'gap':
    case 'rule':
      return [block];
  }
}
