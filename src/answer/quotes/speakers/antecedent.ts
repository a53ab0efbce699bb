import type { Slice } from '../../../article/article.ts';
import { fromLead } from './around.ts';
import type { Speaker } from './phrase.ts';
import { namesOf, roleSubjectOf, subjectOf } from './subject.ts';
import { textTokens, type TextToken } from './text-tokens.ts';

/** Who a text gives a quotation to. */
export type Attribution = Readonly<{
  speaker: Speaker;
  /** Told in the sentence of the quotation, or right before it in its paragraph. */
  near: boolean;
  /** All whom it may mean: more than one where a pronoun stands for one of those named before. */
  candidates: readonly Speaker[];
}>;

/** A text with its paragraphs and sentences, in order. */
export type ReadText = Readonly<{
  text: string;
  paragraphs: readonly Slice[];
  sentences: readonly Slice[];
}>;

/** Sentences before a pronoun in which it may find its name. */
const SENTENCES_BACK = 3;

/** Whom a pronoun stands for: the subject of a sentence before, or who spoke last. */
export function antecedent(
  { text, paragraphs, sentences }: ReadText,
  { start: at, pronoun }: Speaker,
  before: readonly (Attribution | undefined)[],
): Attribution | undefined {
  const index = sentences.findLastIndex(({ start }) => start <= at);
  const near = sentences.slice(Math.max(0, index - SENTENCES_BACK), index).toReversed();
  const own = sentences[index];
  const tokensOf = ({ start, end }: Slice): TextToken[] => textTokens(text, start, end);
  const spoke = before.findLast((each) => each !== undefined);
  if (PLURAL.test(pronoun ?? '')) return spokenBefore(near[0], text) ?? spoke;
  // One who is a person: whole names, titles, descriptions, and surnames of names told in full.
  const isOne = ({ names, words, heads }: Speaker): boolean =>
    names.length > 0 &&
    (!SINGULAR.test(pronoun ?? '') ||
      names.length > 1 ||
      words.length > 0 ||
      new RegExp(`\\p{Lu}\\p{Ll}+ +${escaped(heads[0])}`, 'iu').test(text.slice(0, at)));
  const beside = own ? tokensOf({ start: own.start, end: at }) : [];
  const inside = namesOf(beside).filter(isOne);
  const role = inside.length === 0 ? roleSubjectOf(beside) : undefined;
  if (role && role.pronoun === undefined) return { speaker: role, near: true, candidates: [role] };
  const subject = near
    .flatMap((sentence) => {
      const about = subjectOf(tokensOf(sentence));
      return (about && isOne(about) ? about : namesOf(tokensOf(sentence)).find(isOne)) ?? [];
    })
    .at(0);
  const latest =
    inside.at(-1) ??
    (subject && spoke && spoke.speaker.start > subject.start ? spoke.speaker : (subject ?? spoke?.speaker));
  if (latest) {
    // In one paragraph either may be meant, the one who spoke or the one the sentence before is about.
    const together = within(paragraphs, latest.start);
    const others = [subject, ...(spoke?.candidates ?? [])].filter(
      (each) => each !== undefined && together !== undefined && within(paragraphs, each.start) === together,
    );
    return {
      speaker: latest,
      near: true,
      candidates: [latest, ...inside, ...others.flatMap((each) => each ?? [])],
    };
  }
  const named = near.flatMap((sentence) => namesOf(tokensOf(sentence)));
  const nameless = near[0] && roleSubjectOf(tokensOf(near[0]));
  const speaker = named.find(isOne) ?? nameless ?? named[0];
  return speaker && { speaker, near: true, candidates: [speaker, ...named] };
}

/** "They" are who said something in the sentence before. */
function spokenBefore(sentence: Slice | undefined, text: string): Attribution | undefined {
  const speaker = sentence && fromLead(textTokens(text, sentence.start, sentence.end), text);
  return speaker && speaker.pronoun === undefined
    ? { speaker, near: true, candidates: [speaker] }
    : undefined;
}

const PLURAL = /^(?:they|ils|elles|ellos|ellas)$/u;

const SINGULAR = /^(?:he|she|him|er|sie|ihm|il|elle|lui|él|ella)$/u;

const escaped = (word: string | undefined): string => (word ?? '').replace(/[^\p{L}\p{N}]/gu, '.');

export const within = <T extends Slice>(slices: readonly T[], at: number): T | undefined => {
  let [low, high] = [0, slices.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const slice = slices[middle];
    if (!slice) return undefined;
    if (at < slice.start) high = middle - 1;
    else if (at >= slice.end) low = middle + 1;
    else return slice;
  }
  return undefined;
};
