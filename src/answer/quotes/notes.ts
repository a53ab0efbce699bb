import type { Document, Slice } from '../../article/article.ts';
import type { Asked } from './asked.ts';
import type { LeftOut } from './omissions.ts';
import type { Source } from './passages.ts';
import { isOther, isPublication } from './speakers/same-speaker.ts';
import { textTokens } from './speakers/text-tokens.ts';
import { attributionOf, speechOf } from './speech.ts';
import type { Spoken } from './spoken.ts';

/** A remark about a quotation besides its grade. `words` is a slice of the article. */
export type QuoteNote =
  /** The article names another speaker; `near` when it does so in the same sentence or right before. */
  | Readonly<{ kind: 'other speaker'; words: string; near: boolean }>
  /** The article does not have these words in quotation marks. */
  | Readonly<{ kind: 'not speech' }>
  /** The article has some of these words in quotation marks, and the quotation does not show it. */
  | Readonly<{ kind: 'marks lost' }>
  /** It crosses the article's quotation marks: these words are the reporter's. */
  | Readonly<{ kind: 'over the marks'; words: string }>
  /** The article interrupts the speaker with these words. */
  | Readonly<{ kind: 'interrupted'; words: string }>
  /** These words are left out, which changes the meaning. */
  | Readonly<{ kind: 'left out'; words: string; where: LeftOut['where'] }>;

/** Quoting fewer words of a speech without its marks is harmless. */
const SAID_WORDS = 4;

const slice = ({ article: { text } }: Document, { start, end }: Slice): string => text.slice(start, end);

/** Whether a quotation attributes the reporter's words to a speaker: it crosses the article's marks without showing them. */
export function isOver(spoken: Spoken, { marked, spoken: isSpeech }: Asked): boolean {
  if (spoken.state !== 'over' || !marked) return false;
  return isSpeech || (spoken.words >= SAID_WORDS && !(spoken.title && !spoken.cut));
}

/** Notes about a quotation and the article's quotation marks. */
export function spokenNotes({ document }: Source, spoken: Spoken, asked: Asked): QuoteNote[] {
  if (spoken.state === 'without')
    return asked.spoken && !meansPublication(document, asked) ? [{ kind: 'not speech' }] : [];
  if (spoken.state !== 'over') return [];
  return isOver(spoken, asked)
    ? [{ kind: 'over the marks', words: slice(document, spoken.outside) }]
    : [{ kind: 'marks lost' }];
}

/** Omissions that the words around the quotation do not supply. */
export function unsaid(
  { document }: Source,
  leftOut: readonly LeftOut[],
  { before, after }: Asked,
): LeftOut[] {
  return leftOut.filter((each) => {
    if (each.where === 'inside') return true;
    const all = textTokens(document.article.text, each.start, each.end).map(({ key }) => key);
    // A condition may be in an earlier quotation; anything else must be next to this one.
    if (each.turn === 'condition' && each.where === 'before')
      return !all.slice(0, CONDITION_WORDS).every((word) => before.includes(word));
    const beside = each.where === 'before' ? before.slice(-BESIDE) : after.slice(0, BESIDE);
    return !all.every((word) => beside.includes(word));
  });
}

/** Words next to a quotation that may supply what it leaves out. */
const BESIDE = 8;
/** Number of words by which a condition is recognised. */
const CONDITION_WORDS = 4;

/** A note for each omission. */
export const leftOutNotes = ({ document }: Source, leftOut: readonly LeftOut[]): QuoteNote[] =>
  leftOut.map((each) => ({ kind: 'left out', words: slice(document, each), where: each.where }));

/** Whether the article's own quotation begins or ends at the same place, so that the text around it is the reporter's. */
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

/** A note with the speaker, when the article names another than claimed wherever the words occur. */
export function speakerNotes(sources: readonly Source[], asked: Asked): QuoteNote[] {
  const [first] = sources;
  if (!first || asked.claimed.length === 0) return [];
  if (!sources.every((source) => isOthers(source, asked))) return [];
  const attribution = attributionOf(first);
  return attribution
    ? [{ kind: 'other speaker', words: slice(first.document, attribution.speaker), near: attribution.near }]
    : [];
}

/** Whether the article attributes a source to none of the claimed speakers. */
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
