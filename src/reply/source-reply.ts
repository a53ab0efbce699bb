import type { QuoteCheck } from '../answer/quotes/quote-check.ts';
import { placesOf, sourceBlock } from './check-reply.ts';
import { pasted } from './check-words.ts';
import { plural } from './count.ts';
import { pastBlocks } from './past-blocks.ts';
import type { Block, Reply } from './reply.ts';
import { line, note, title, when } from './blocks.ts';

/** Places of one wording that are shown; the others are counted and listed. */
const SHOWN = 4;

/** Where wordings stand: every place, or what comes nearest, which is labelled so. */
export function sourceReply(checks: readonly QuoteCheck[], articles: number, hide: boolean): Reply {
  const found = checks.some(({ sources, past }) => sources.length > 0 || past !== undefined);
  const literal = checks.every(({ grade }) => grade !== 'ALTERED' && grade !== 'NOT IN THE ARCHIVE');
  const searched: Block = note(`${plural(articles, 'article')} searched.`);
  return {
    tone: !found ? 'nothing' : literal ? 'found' : 'unsure',
    private: hide || !found,
    blocks: [title('Source'), ...checks.flatMap(blocksOf), searched],
  };
}

function blocksOf(check: QuoteCheck): Block[] {
  const { quote, grade, sources } = check;
  const near = grade === 'ALTERED' || grade === 'NOT IN THE ARCHIVE';
  const where =
    sources.length === 0
      ? 'Nothing like it in these articles: “'
      : near
        ? 'Not in these words; what comes nearest to “'
        : `${check.more ? 'More than ' : ''}${plural(sources.length, 'place')}: “`;
  const places = near ? placesOf(check) : placesOf({ ...check, sources: sources.slice(SHOWN - 1) });
  return [
    line(where, { typed: pasted(quote) }, '”'),
    ...(check.past ? pastBlocks(check.past) : []),
    ...sources.slice(0, SHOWN).map((source) => sourceBlock(source, near ? 'nearest' : undefined)),
    ...when(places !== '', note(places)),
  ];
}
