import type { Slice } from '../../../article/article.ts';
import { fromLead } from './around.ts';
import type { Speaker } from './phrase.ts';
import { namesOf, roleSubjectOf, subjectOf } from './subject.ts';
import { textTokens, type TextToken } from './text-tokens.ts';

/** The speaker that a text names for a quotation. */
export type Attribution = Readonly<{
  speaker: Speaker;
  /** Named in the sentence of the quotation, or right before it in the paragraph. */
  near: boolean;
  /** Possible speakers: several when a pronoun could mean each of them. */
  candidates: readonly Speaker[];
}>;

/** A text with its paragraphs and sentences, in order. */
export type ReadText = Readonly<{
  text: string;
  paragraphs: readonly Slice[];
  sentences: readonly Slice[];
}>;

/** How far before a pronoun a surname may have been introduced with its first name. Characters. */
const NAMED_BEFORE = 5000;
const MOST_CANDIDATES = 8;
/** Most earlier quotations, and characters of a sentence, that are searched. Keeps time linear in any text. */
const SPOKEN_BEFORE = 50;
const LONGEST = 2000;
/** Number of sentences before a pronoun that are searched for its name. */
const SENTENCES_BACK = 3;

/** The person a pronoun refers to: the subject of an earlier sentence, or the last speaker. */
export function antecedent(
  { text, paragraphs, sentences }: ReadText,
  { start: at, pronoun }: Speaker,
  before: readonly (Attribution | undefined)[],
): Attribution | undefined {
  const index = lastFrom(sentences, at);
  const near = sentences.slice(Math.max(0, index - SENTENCES_BACK), index).toReversed();
  const own = sentences[index];
  const tokensOf = ({ start, end }: Slice): TextToken[] =>
    textTokens(text, Math.max(start, end - LONGEST), end);
  const spoke = before.slice(-SPOKEN_BEFORE).findLast((each) => each !== undefined);
  if (PLURAL.test(pronoun ?? '')) return spokenBefore(near[0], text) ?? spoke;
  // Must be a person: a full name, a title, a description, or the surname of a name given in full.
  const isOne = ({ names, words, heads }: Speaker): boolean =>
    names.length > 0 &&
    (!SINGULAR.test(pronoun ?? '') ||
      names.length > 1 ||
      words.length > 0 ||
      new RegExp(`\\p{Lu}\\p{Ll}+ +${escaped(heads[0])}`, 'iu').test(
        text.slice(Math.max(0, at - NAMED_BEFORE), at),
      ));
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
    // In one paragraph, either the last speaker or the subject of the sentence before may be meant.
    const together = within(paragraphs, latest.start);
    const others = [subject, ...(spoke?.candidates ?? [])].filter(
      (each) => each !== undefined && together !== undefined && within(paragraphs, each.start) === together,
    );
    return {
      speaker: latest,
      near: true,
      candidates: different([latest, ...inside, ...others.flatMap((each) => each ?? [])]),
    };
  }
  const named = near.flatMap((sentence) => namesOf(tokensOf(sentence)));
  const nameless = near[0] && roleSubjectOf(tokensOf(near[0]));
  const speaker = named.find(isOne) ?? nameless ?? named[0];
  return speaker && { speaker, near: true, candidates: different([speaker, ...named]) };
}

/** Distinct speakers, likeliest first. Only few are kept, because each pronoun passes its candidates on to the next. */
const different = (speakers: readonly Speaker[]): Speaker[] =>
  [...new Map(speakers.map((speaker) => [speaker.start, speaker])).values()].slice(0, MOST_CANDIDATES);

/** "They" refers to the speakers of the sentence before. */
function spokenBefore(sentence: Slice | undefined, text: string): Attribution | undefined {
  const speaker = sentence && fromLead(textTokens(text, sentence.start, sentence.end), text);
  return speaker && speaker.pronoun === undefined
    ? { speaker, near: true, candidates: [speaker] }
    : undefined;
}

const PLURAL = /^(?:they|ils|elles|ellos|ellas)$/u;

const SINGULAR = /^(?:he|she|him|er|sie|ihm|il|elle|lui|él|ella)$/u;

const escaped = (word: string | undefined): string => (word ?? '').replace(/[^\p{L}\p{N}]/gu, '.');

/** The index of the last slice that begins at or before an offset; -1 when none does. Binary search over sorted slices. */
export function lastFrom(slices: readonly Slice[], at: number): number {
  let [low, high] = [0, slices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const slice = slices[middle];
    if (slice && slice.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The slice that contains an offset. */
export function within<T extends Slice>(slices: readonly T[], at: number): T | undefined {
  const slice = slices[lastFrom(slices, at)];
  return slice && at < slice.end ? slice : undefined;
}
