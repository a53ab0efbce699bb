import type { Document, Slice } from '../../article/article.ts';
import type { Asked } from './asked.ts';
import type { LeftOut } from './omissions.ts';
import type { Source } from './passages.ts';
import { isOther, isPublication } from './speakers/same-speaker.ts';
import { textTokens } from './speakers/text-tokens.ts';
import { attributionOf, speechOf } from './speech.ts';
import type { Spoken } from './spoken.ts';

/** What an editor should know of a quotation besides its grade. `words` is a slice of the article, word for word. */
export type QuoteNote =
  /** The article gives the quotation to somebody else; `near` when it says so in the same sentence or right before it. */
  | Readonly<{ kind: 'other speaker'; words: string; near: boolean }>
  /** In the article these words stand in no quotation marks. */
  | Readonly<{ kind: 'not speech' }>
  /** In the article some of these words stand in quotation marks, which the quotation does not show. */
  | Readonly<{ kind: 'marks lost' }>
  /** It runs over the article's quotation marks: these words are the reporter's. */
  | Readonly<{ kind: 'over the marks'; words: string }>
  /** The article interrupts the speaker with these words. */
  | Readonly<{ kind: 'interrupted'; words: string }>
  /** These words are left out and turn what is said. */
  | Readonly<{ kind: 'left out'; words: string; where: LeftOut['where'] }>;

/** Words within the article's marks from which on it matters that a quotation does not show them. */
const SAID_WORDS = 4;

const slice = ({ article: { text } }: Document, { start, end }: Slice): string => text.slice(start, end);

/** Whether a quotation puts the reporter's words into a mouth: it runs over the article's marks and does not show where. */
export function isOver(spoken: Spoken, { marked, spoken: isSpeech }: Asked): boolean {
  if (spoken.state !== 'over' || !marked) return false;
  return isSpeech || (spoken.words >= SAID_WORDS && !(spoken.title && !spoken.cut));
}

/** Notes on how a quotation stands to the article's marks. */
export function spokenNotes({ document }: Source, spoken: Spoken, asked: Asked): QuoteNote[] {
  if (spoken.state === 'without')
    return asked.spoken && !meansPublication(document, asked) ? [{ kind: 'not speech' }] : [];
  if (spoken.state !== 'over') return [];
  return isOver(spoken, asked)
    ? [{ kind: 'over the marks', words: slice(document, spoken.outside) }]
    : [{ kind: 'marks lost' }];
}

/** What is left out, as far as the words around the quotation do not say it themselves. */
export function unsaid(
  { document }: Source,
  leftOut: readonly LeftOut[],
  { before, after }: Asked,
): LeftOut[] {
  return leftOut.filter((each) => {
    if (each.where === 'inside') return true;
    const all = textTokens(document.article.text, each.start, each.end).map(({ key }) => key);
    // A condition is a clause, and may be a quotation of its own before; all else stands next to the quotation.
    if (each.turn === 'condition' && each.where === 'before')
      return !all.slice(0, CONDITION_WORDS).every((word) => before.includes(word));
    const beside = each.where === 'before' ? before.slice(-BESIDE) : after.slice(0, BESIDE);
    return !all.every((word) => beside.includes(word));
  });
}

/** Words next to a quotation that may say what it leaves out. */
const BESIDE = 8;
/** Words by which a condition is known again. */
const CONDITION_WORDS = 4;

/** A warning for each omission. */
export const leftOutNotes = ({ document }: Source, leftOut: readonly LeftOut[]): QuoteNote[] =>
  leftOut.map((each) => ({ kind: 'left out', words: slice(document, each), where: each.where }));

/** Whether the article's own quotation begins, or ends, where this one does: what stands around it is the reporter's. */
export function isWholeSpeech({ document, start, end }: Source, { where }: LeftOut): boolean {
  return speechOf(document).quoted.some(({ inner }) => {
    const { text } = document.article;
    const edge =
      where === 'before'
        ? text.slice(inner.start, start)
        : where === 'after'
          ? text.slice(end, inner.end)
          : 'x';
    return inner.start <= start && end <= inner.end && !/[\p{L}\p{N}]/u.test(edge);
  });
}

/** Who speaks, when the article names another speaker than was claimed in every place where the words stand. */
export function speakerNotes(sources: readonly Source[], asked: Asked): QuoteNote[] {
  const [first] = sources;
  if (!first || asked.claimed.length === 0) return [];
  if (!sources.every((source) => isOthers(source, asked))) return [];
  const attribution = attributionOf(first);
  return attribution
    ? [{ kind: 'other speaker', words: slice(first.document, attribution.speaker), near: attribution.near }]
    : [];
}

/** Whether the article gives a source to none of those who were claimed. */
export function isOthers(source: Source, { claimed }: Asked): boolean {
  const attribution = attributionOf(source);
  if (!attribution || claimed.length === 0) return false;
  const { mentions } = speechOf(source.document);
  const publication = publicationOf(source.document);
  return claimed.every((speaker) => isOther(speaker, attribution, mentions, publication));
}

const meansPublication = (document: Document, { claimed }: Asked): boolean => {
  const words = publicationOf(document);
  return claimed.some((speaker) => isPublication(speaker, words));
};

const publicationOf = ({ article: { publisher = '', byline = '' } }: Document): string[] =>
  `${publisher} ${byline}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3);
