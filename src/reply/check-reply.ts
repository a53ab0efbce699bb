import type { QuoteCheck } from '../answer/quotes/quote-check.ts';
import { GRADES } from '../answer/quotes/quote-check.ts';
import { COUNTED } from '../answer/quotes/check-quote.ts';
import type { QuoteNote } from '../answer/quotes/notes.ts';
import type { Source } from '../answer/quotes/passages.ts';
import type { TextCheck } from '../answer/quotes/check-text.ts';
import { receiptOf } from '../answer/answer.ts';
import { differenceWords, GRADE_WORDS, noteWords, pasted, REASON_WORDS } from './check-words.ts';
import { plural } from './count.ts';
import { pastBlocks } from './past-blocks.ts';
import { quoteOfSentences } from './quote.ts';
import type { Block, Reply } from './reply.ts';
import { say } from './say.ts';

/** Further places whose receipts are listed. */
const LISTED = 5;

/** Notes that an editor must not pass over. */
const WARNINGS: ReadonlySet<QuoteNote['kind']> = new Set(['other speaker', 'over the marks', 'left out']);

/** What became of a text's quotations, in its order. Private when none of them is in the archive. */
export function checkReply({ read, checks, unchecked }: TextCheck, articles: number, hide: boolean): Reply {
  const found = checks.some(({ grade, past }) => grade !== 'NOT IN THE ARCHIVE' || past !== undefined);
  const exact = checks.every(
    ({ grade, notes }) =>
      (grade === 'EXACT' || grade === 'SAME WORDS') && notes.every(({ kind }) => !WARNINGS.has(kind)),
  );
  const searched = `${plural(articles, 'article')} searched.`;
  return {
    tone: !found ? 'nothing' : exact ? 'found' : 'unsure',
    private: hide || !found,
    blocks: [
      { type: 'title', words: [titleOf(checks)] },
      ...(read === 'whole' ? [wholeNote(checks.length)] : []),
      ...checks.flatMap((check, at) => blocksOf(check, checks.length > 1 ? `${at + 1} · ` : '')),
      note(unchecked > 0 ? `${plural(unchecked, 'further quotation')} not checked. ${searched}` : searched),
    ],
  };
}

const wholeNote = (texts: number): Block => ({
  type: 'note',
  words: [texts === 1 ? say('check.whole') : say('check.each-whole')],
});

function titleOf(checks: readonly QuoteCheck[]): string {
  const [only, ...more] = checks;
  if (only && more.length === 0) return `Quotation checked: ${only.grade}`;
  const counts = GRADES.flatMap((grade) => {
    const count = checks.filter((check) => check.grade === grade).length;
    return count === 0 ? [] : [`${count} ${grade}`];
  });
  return `${plural(checks.length, 'quotation')} checked: ${counts.join(', ')}`;
}

function blocksOf(check: QuoteCheck, number: string): Block[] {
  const { quote, grade, sources, notes, past } = check;
  // How it reads since a correction is told by the correction itself.
  const isCorrected = past?.state === 'corrected';
  const [difference, reasons] = isCorrected ? [[], []] : [check.difference, check.reasons];
  const [first, second] = sources;
  const blocks: Block[] = [
    { type: 'text', words: [`${number}${grade}: ${GRADE_WORDS[grade]}. “`, { typed: pasted(quote) }, '”'] },
  ];
  if (past) blocks.push(...pastBlocks(past));
  if (difference.length > 0) {
    blocks.push({ type: 'text', words: differenceWords(difference, 'typed') });
    blocks.push(note('Struck: only in the article. Bold: only in the quotation.'));
  }
  if (reasons.length > 0) blocks.push(note(reasons.map((reason) => REASON_WORDS[reason]).join(' ')));
  blocks.push(...notes.map((each): Block => ({ type: 'note', words: noteWords(each) })));
  if (first)
    blocks.push(
      sourceBlock(first, grade === 'NOT IN THE ARCHIVE' ? 'nearest, not this quotation' : undefined),
    );
  if (second && grade === 'ALTERED') blocks.push(sourceBlock(second, 'the other place'));
  const places = placesOf(check);
  return places === '' ? blocks : [...blocks, note(places)];
}

/** The sentences that a source lies in, the part itself marked. */
export function sourceBlock(source: Source, label?: string): Block {
  const quote = quoteOfSentences(source.document, source.first, source.last, [source]);
  return { type: 'quote', quote, ...(label === undefined ? {} : { label }) };
}

/** How often the words stand in the archive and where else, or which other sentences are as near. */
export function placesOf({ grade, sources, ties, more }: QuoteCheck): string {
  if (grade === 'NOT IN THE ARCHIVE') return '';
  if (grade === 'ALTERED') {
    return ties.length === 0 ? '' : `As near, so which one is meant cannot be told: ${receipts(ties)}.`;
  }
  if (sources.length < 2) return '';
  const articles = new Set(sources.map(({ document }) => document.article.id)).size;
  const count = more ? `More than ${COUNTED} places` : plural(sources.length, 'place');
  return `${count}, in ${plural(articles, 'article')}, the earliest first; also ${receipts(sources.slice(1))}.`;
}

function receipts(sources: readonly Source[]): string {
  const shown = sources.slice(0, LISTED).map(({ document, first }) => receiptOf(document.article, first));
  const left = sources.length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more`] : [])].join(', ');
}

const note = (words: string): Block => ({ type: 'note', words: [words] });
