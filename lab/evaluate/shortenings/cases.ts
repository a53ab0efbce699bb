import type { Document } from '../../../src/article/article.ts';
import { quoteOf } from '../../../src/article/document.ts';

/** A shortened quotation. `turning` means that the omission changes its meaning. */
export type ShorteningCase = Readonly<{ kind: string; turning: boolean; quote: string; source: string }>;

/** Words that change a statement, collected independently of the quote check's table. */
const TURNS =
  /(?<![\p{L}’'-])(?:not|never|no longer|hardly|without|far from|should|may|might|could|would|must|more than|less than|fewer than|up to|at least|at most|nearly|almost|approximately|allegedly|alleged|reportedly|apparently|possibly|perhaps|probably|suspected|denied|denies|failed to|refused to|unlikely to|if|unless)(?![\p{L}’'-])/gu;
const ANY_TURN = new RegExp(TURNS.source, 'iu');
/** Words that are ambiguous in many sentences; fair cases do not leave them out either. */
const DOUBTFUL =
  /(?<![\p{L}])(?:n['’]t|no|nor|none|only|about|some|over|under|can|will|claimed|claims|reported|expected|planned|likely|close to|except|until|whether|neither|nobody|nothing|rather|instead|half|between|cannot|unable|barely|supposed|potential|potentially|proposed|so-called|need|needs|have to|has to|hopes?|wants?|tried|plans)(?![\p{L}])|n['’]t/iu;
const ELLIPSES = ['…', '...', '[…]', '[...]'] as const;
const SUBJECT = /^(?:\p{Lu}[\p{L}’'-]+ ){1,3}/u;
/** A clause between commas that describes what precedes it. */
const ASIDE = /, (?:who|which|where|whose|a|an|the)\b[^,;:()"“”]{8,90},(?= )/gu;

/** Fair and unfair ways to shorten each sentence of the articles. */
export function shorteningCases(documents: readonly Document[]): ShorteningCase[] {
  return documents.flatMap((document) =>
    document.sentences
      .filter(({ paragraph }) => document.paragraphs[paragraph]?.kind === 'paragraph')
      .flatMap((sentence, index) => {
        const source = quoteOf(document, sentence);
        // Quotations and lists are shortened differently.
        if (/["“”„«»\n]/u.test(source) || source.split(' ').length < 9) return [];
        return [...unfair(source, index), ...fair(source, index)];
      }),
  );
}

const mark = (index: number): string => ELLIPSES[index % ELLIPSES.length] ?? '…';

function unfair(source: string, index: number): ShorteningCase[] {
  return [...source.matchAll(TURNS)].flatMap((match) => {
    const before = source.slice(0, match.index).trimEnd();
    const after = source.slice(match.index + match[0].length).trimStart();
    const [words, rest] = [before.split(' ').length, after.split(' ').length];
    const make = (kind: string, quote: string): ShorteningCase => ({ kind, turning: true, quote, source });
    return [
      ...(words > 3 && rest > 3
        ? [
            make(`dropped, ${mark(index)}`, `${before} ${mark(index)} ${after}`),
            make('dropped without a mark', `${before} ${after}`),
          ]
        : []),
      ...(rest > 4 && /^\p{L}|^\d/u.test(after) ? [make('begins right behind', after)] : []),
    ];
  });
}

function fair(source: string, index: number): ShorteningCase[] {
  if (DOUBTFUL.test(source) || ANY_TURN.test(source)) {
    // An aside may contain such a word, which does not affect the rest.
    return asides(source, index).filter(({ quote }) => !DOUBTFUL.test(quote) && !ANY_TURN.test(quote));
  }
  const words = source.split(' ');
  const make = (kind: string, quote: string): ShorteningCase => ({ kind, turning: false, quote, source });
  const subject = SUBJECT.exec(source)?.[0].trimEnd();
  const last = words.at(-1) ?? '';
  const middle = Math.floor(words.length / 2);
  const plain = (list: readonly string[]): boolean => list.every((word) => /^[\p{L}’'-]+,?$/u.test(word));
  return [
    ...asides(source, index),
    ...(subject !== undefined && plain(words.slice(subject.split(' ').length, middle))
      ? [make('begins at the subject', `${subject} ${mark(index)} ${words.slice(middle).join(' ')}`)]
      : []),
    ...(plain(words.slice(middle, -1)) && /^\p{L}+\.$/u.test(last)
      ? [make('ends in a single word', `${words.slice(0, middle).join(' ')} ${mark(index)} ${last}`)]
      : []),
    ...words.flatMap((word, at) =>
      at > 2 &&
      at < words.length - 3 &&
      /^(?:said|made|found|took|gave|held|became|began|led|won|lost|grew)$/u.test(word)
        ? [make('a changed verb in brackets', words.with(at, `[${word}s]`).join(' '))]
        : [],
    ),
    make(
      'hyphens of a page',
      words.map((word) => word.replace(/^(\p{Ll}{4})(\p{Ll}{4,})(?=[.,]?$)/u, '$1-\n$2')).join(' '),
    ),
  ];
}

const asides = (source: string, index: number): ShorteningCase[] =>
  [...source.matchAll(ASIDE)].map((match) => ({
    kind: 'an aside left out',
    turning: false,
    quote: `${source.slice(0, match.index)} ${mark(index)} ${source.slice(match.index + match[0].length).trimStart()}`,
    source,
  }));
