import type { QuoteCheck } from '../answer/quotes/quote-check.ts';
import { GRADES } from '../answer/quotes/quote-check.ts';
import { COUNTED } from '../answer/quotes/check-quote.ts';
import type { QuoteNote } from '../answer/quotes/notes.ts';
import type { Source } from '../answer/quotes/passages.ts';
import type { TextCheck } from '../answer/quotes/check-text.ts';
import { receiptOf } from '../answer/answer.ts';
import { differenceWords, GRADE_NAMES, GRADE_WORDS, noteWords, pasted, reasonWords } from './check-words.ts';
import { heading, line, note } from './blocks.ts';
import { pastBlocks } from './past-blocks.ts';
import { quoteOfSentences } from './quote.ts';
import type { Block, Reply, Said, Text, Words } from './reply.ts';
import { listed, say } from './say.ts';

/** Number of further places whose receipts are listed. */
const LISTED = 5;

/** Notes that an editor must not miss. */
const WARNINGS: ReadonlySet<QuoteNote['kind']> = new Set(['other speaker', 'over the marks', 'left out']);

/** The result of checking a text's quotations, in order. Private when none of them is in the archive. */
export function checkReply({ read, checks, unchecked }: TextCheck, articles: number, hide: boolean): Reply {
  const found = checks.some(({ grade, past }) => grade !== 'NOT IN THE ARCHIVE' || past !== undefined);
  const exact = checks.every(
    ({ grade, notes }) =>
      (grade === 'EXACT' || grade === 'SAME WORDS') && notes.every(({ kind }) => !WARNINGS.has(kind)),
  );
  const searched = say('check.searched', { articles });
  return {
    tone: !found ? 'nothing' : exact ? 'found' : 'unsure',
    private: hide || !found,
    made: { kind: 'check' },
    blocks: [
      { type: 'title', words: [titleOf(checks)] },
      ...(read === 'whole' ? [wholeNote(checks.length)] : []),
      ...checks.flatMap((check, at) => blocksOf(check, checks.length > 1 ? `${at + 1} · ` : '')),
      note(...(unchecked > 0 ? [say('check.unchecked', { quotations: unchecked }), ' '] : []), searched),
    ],
  };
}

const wholeNote = (texts: number): Block => ({
  type: 'note',
  words: [texts === 1 ? say('check.whole') : say('check.each-whole')],
});

function titleOf(checks: readonly QuoteCheck[]): Said {
  const [only, ...more] = checks;
  if (only && more.length === 0) return say('check.title', { grade: GRADE_NAMES[only.grade] });
  const counts = GRADES.flatMap((grade) => {
    const count = checks.filter((check) => check.grade === grade).length;
    return count === 0 ? [] : [say('check.count', { count, grade: GRADE_NAMES[grade] })];
  });
  return say('check.titles', { quotations: checks.length, counts: listed(counts) });
}

function blocksOf(check: QuoteCheck, number: string): Block[] {
  const { quote, grade, sources, notes, past } = check;
  // The line about the correction already says how it reads now.
  const isCorrected = past?.state === 'corrected';
  const [difference, reasons] = isCorrected ? [[], []] : [check.difference, check.reasons];
  const [first, second] = sources;
  const graded = say('check.line', {
    number,
    grade: GRADE_NAMES[grade],
    means: GRADE_WORDS[grade],
    quotation: { typed: pasted(quote) },
  });
  const blocks: Block[] = [number === '' ? line(graded) : heading(graded)];
  if (past) blocks.push(...pastBlocks(past));
  if (difference.length > 0) {
    blocks.push({ type: 'text', words: differenceWords(difference, 'typed') });
    blocks.push(note(say('check.legend')));
  }
  if (reasons.length > 0)
    blocks.push(note(...reasons.flatMap((reason, at) => [at === 0 ? '' : ' ', reasonWords(reason)])));
  blocks.push(...notes.map((each) => note(noteWords(each))));
  if (first)
    blocks.push(sourceBlock(first, grade === 'NOT IN THE ARCHIVE' ? say('check.nearest') : undefined));
  if (second && grade === 'ALTERED') blocks.push(sourceBlock(second, say('check.other-place')));
  const places = placesOf(check);
  return places === undefined ? blocks : [...blocks, note(places)];
}

/** The sentences that contain a source, with the source marked. */
export function sourceBlock(source: Source, label?: Text): Block {
  const quote = quoteOfSentences(source.document, source.first, source.last, [source]);
  return { type: 'quote', quote, ...(label === undefined ? {} : { label }) };
}

/** How often the words occur in the archive and where else, or which other sentences are just as near. */
export function placesOf({ grade, sources, ties, more }: QuoteCheck): Said | undefined {
  if (grade === 'NOT IN THE ARCHIVE') return undefined;
  if (grade === 'ALTERED') {
    return ties.length === 0 ? undefined : say('check.ties', { receipts: receipts(ties) });
  }
  if (sources.length < 2) return undefined;
  const articles = new Set(sources.map(({ document }) => document.article.id)).size;
  return say(more ? 'check.places-more' : 'check.places', {
    places: more ? COUNTED : sources.length,
    articles,
    receipts: receipts(sources.slice(1)),
  });
}

function receipts(sources: readonly Source[]): Words {
  const shown = sources.slice(0, LISTED).map(({ document, first }) => receiptOf(document.article, first));
  const left = sources.length - shown.length;
  return listed([...shown, ...(left > 0 ? [say('check.more', { count: left })] : [])]);
}
