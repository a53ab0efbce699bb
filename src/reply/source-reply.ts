import type { QuoteCheck } from '../answer/quotes/quote-check.ts';
import { placesOf, sourceBlock } from './check-reply.ts';
import { pasted } from './check-words.ts';
import { pastBlocks } from './past-blocks.ts';
import type { Block, Reply } from './reply.ts';
import { line, note, title } from './blocks.ts';
import { say } from './say.ts';

/** Number of places shown per wording; the others are counted and listed. */
const SHOWN = 4;

/** Where wordings occur: every place, or the nearest sentences, labelled as such. */
export function sourceReply(checks: readonly QuoteCheck[], articles: number, hide: boolean): Reply {
  const found = checks.some(({ sources, past }) => sources.length > 0 || past !== undefined);
  const literal = checks.every(({ grade }) => grade !== 'ALTERED' && grade !== 'NOT IN THE ARCHIVE');
  const searched: Block = note(say('check.searched', { articles }));
  return {
    tone: !found ? 'nothing' : literal ? 'found' : 'unsure',
    private: hide || !found,
    blocks: [title(say('find.title')), ...checks.flatMap(blocksOf), searched],
  };
}

function blocksOf(check: QuoteCheck): Block[] {
  const { quote, grade, sources } = check;
  const near = grade === 'ALTERED' || grade === 'NOT IN THE ARCHIVE';
  const words = { typed: pasted(quote) };
  const where =
    sources.length === 0
      ? say('find.nowhere', { words })
      : near
        ? say('find.near', { words })
        : say(check.more ? 'find.places-more' : 'find.places', { places: sources.length, words });
  const places = near ? placesOf(check) : placesOf({ ...check, sources: sources.slice(SHOWN - 1) });
  return [
    line(where),
    ...(check.past ? pastBlocks(check.past) : []),
    ...sources.slice(0, SHOWN).map((source) => sourceBlock(source, near ? say('find.nearest') : undefined)),
    ...(places === undefined ? [] : [note(places)]),
  ];
}
