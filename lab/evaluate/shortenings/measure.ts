import { checkText } from '../../../src/answer/quotes/check-text.ts';
import type { QuoteCheck } from '../../../src/answer/quotes/quote-check.ts';
import type { SearchIndex } from '../../../src/search/index/search-index.ts';
import type { ShorteningCase } from './cases.ts';

type ShorteningOutcome = Readonly<{ tested: ShorteningCase; check: QuoteCheck; warned: boolean }>;

/** Checks every case, in quotation marks. */
export const measureShortenings = (
  cases: readonly ShorteningCase[],
  index: SearchIndex,
): ShorteningOutcome[] =>
  cases.flatMap((tested) => {
    const [check] = checkText(`“${tested.quote}”`, index).checks;
    return check ? [{ tested, check, warned: check.notes.some(({ kind }) => kind === 'left out') }] : [];
  });

/** An unfair shortening must be ALTERED or get a warning; a fair one must not. */
const isRight = ({ tested, check: { grade }, warned }: ShorteningOutcome): boolean => {
  if (tested.turning) return grade === 'ALTERED' || (grade === 'SHORTENED' && warned);
  const wanted = tested.kind === 'hyphens of a page' ? ['EXACT', 'SAME WORDS'] : ['SHORTENED'];
  return wanted.includes(grade) && !warned;
};

const wordsOf = ({ notes }: QuoteCheck): string =>
  notes.flatMap((note) => (note.kind === 'left out' ? [note.words] : [])).join(', ');

const SHOWN = 24;

/** A line per kind, and the first wrong cases. */
export function reportShortenings(outcomes: readonly ShorteningOutcome[]): string[] {
  const kinds = Map.groupBy(
    outcomes,
    ({ tested }) => `${tested.turning ? 'turning' : 'fair'}: ${tested.kind}`,
  );
  const width = Math.max(...[...kinds.keys()].map((kind) => kind.length));
  return [
    ...[...kinds]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([kind, of]) => `${kind.padEnd(width)}  right ${of.filter(isRight).length} of ${of.length}`),
    ...outcomes
      .filter((each) => !isRight(each))
      .slice(0, SHOWN)
      .flatMap(({ tested, check, warned }) => [
        '',
        `${tested.turning ? 'turning' : 'fair'}, ${tested.kind}: ${check.grade}${warned ? `, warned of “${wordsOf(check)}”` : ''}`,
        `  ${tested.quote}`,
        `  from: ${tested.source}`,
      ]),
  ];
}
