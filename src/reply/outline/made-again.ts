import { figures } from '../../answer/facts/figures.ts';
import { timeline } from '../../answer/facts/timeline.ts';
import type { Document } from '../../article/article.ts';
import { note } from '../blocks.ts';
import { citeReply } from '../cite-reply.ts';
import { AskerError } from '../error-reply.ts';
import { cardReply } from '../picture/card-reply.ts';
import { figuresPictures } from '../picture/figures-picture.ts';
import { timelinePicture } from '../picture/timeline-picture.ts';
import type { Block, File, Reply } from '../reply.ts';
import type { ButtonNow } from './buttons-now.ts';
import type { Outline } from './outline.ts';
import { quoteBlocks } from './quote-now.ts';
import { bothOf, tombstoneBlocks, type Both, type Sights } from './sights.ts';
import { holderOf } from './slice-now.ts';

/** Renders an SVG as PNG. */
export type Png = (svg: string) => Promise<Uint8Array>;
type Parts = Pick<Reply, 'blocks' | 'files'>;
type Passage = Extract<NonNullable<Outline['made']>, { articleId: string }>;

/** Rebuilds a card or citation from the current state of its passage; undefined for any other reply. */
export async function replyOfPassage(
  outline: Outline,
  sights: Sights,
  buttonNow: ButtonNow,
  png: Png,
): Promise<Parts | undefined> {
  const { made } = outline;
  if (made?.kind !== 'card' && made?.kind !== 'citation') return undefined;
  const both = bothOf(sights, made);
  if (!both) return { blocks: tombstoneBlocks(sights.get(made.articleId)) };
  return made.kind === 'card' ? cardAgain(made, both, png) : citationAgain(outline, made, both, buttonNow);
}

/** The card of the passage as it reads now, with the changes listed below. */
async function cardAgain(made: Passage, both: Both, png: Png): Promise<Parts> {
  const blocks = quoteBlocks({ ...made, marks: [] }, both, undefined, () => []);
  const [only, ...more] = blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
  if (!only || more.length > 0) return { blocks };
  try {
    const card = await cardReply(only, png, false);
    return { ...card, blocks: [...card.blocks, ...blocks.filter(({ type }) => type !== 'quote')] };
  } catch (error) {
    if (!(error instanceof AskerError)) throw error;
    return { blocks: [...blocks, note(error.told)] };
  }
}

/** The passage as it was cited, with a note about later changes. */
function citationAgain(
  { blocks: kept }: Outline,
  made: Passage & { kind: 'citation' },
  { cited, newest }: Both,
  buttonNow: ButtonNow,
): Parts {
  const document = holderOf(cited, made.from === 0 ? { head: true } : {});
  const first = document.sentences.find(({ n }) => n === made.from);
  const last = document.sentences.find(({ n }) => n === made.to);
  if (!first || !last) return { blocks: tombstoneBlocks(undefined) };
  const { blocks, files = [] } = citeReply({ document, first, last, newest }, made.format, false);
  const buttons = kept.flatMap((block) => (block.type === 'quote' ? (block.buttons ?? []) : []));
  const shown = blocks.map((block) =>
    block.type === 'quote' && buttons.length > 0 ? { ...block, buttons: buttons.flatMap(buttonNow) } : block,
  );
  return { blocks: shown, files };
}

/** Adds the pictures of what the blocks quote. */
export async function withPictures(
  { made, words }: Outline,
  blocks: readonly Block[],
  sights: Sights,
  png: Png,
): Promise<Parts> {
  if (made?.kind !== 'figures' && made?.kind !== 'timeline') return { blocks };
  const topic = words[made.topic] || undefined;
  const shown = new Set(
    blocks.flatMap((block) =>
      block.type === 'quote' ? [`${block.quote.articleId} ${block.quote.from}`] : [],
    ),
  );
  const isShown = ({
    document,
    sentence,
  }: Readonly<{ document: Document; sentence: { n: number } }>): boolean =>
    shown.has(`${document.article.id} ${sentence.n}`);
  const documents = [...sights.values()].flatMap((sight) => (sight.state === 'live' ? [sight.newest] : []));
  if (made.kind === 'timeline') {
    const events = timeline(documents, topic).filter(({ passage }) => isShown(passage));
    const picture = await timelinePicture(events, topic, png);
    return { blocks, files: picture ? [picture] : [] };
  }
  const groups = figures(documents, topic).map((group) => ({
    ...group,
    figures: group.figures.filter(({ passage }) => isShown(passage)),
  }));
  const files: File[] = await figuresPictures(
    groups.filter((group) => group.figures.length > 0),
    topic,
    png,
  );
  return { blocks, files };
}
