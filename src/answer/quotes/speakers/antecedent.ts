import type { Slice } from '../../../article/article.ts';
import { fromLead } from './around.ts';
import type { Speaker } from './phrase.ts';
import { TITLES } from './speech-words.ts';
import { namesOf, roleSubjectOf, subjectOf } from './subject.ts';
import { textTokens } from './text-tokens.ts';

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
  const paragraph = within(paragraphs, at);
  const namesIn = ({ start, end }: Slice): Speaker[] => namesOf(textTokens(text, start, end));
  const inside = own ? namesIn({ start: own.start, end: at }) : [];
  const named = [...inside, ...near.flatMap(namesIn)];
  const spoke = before.findLast((each) => each !== undefined);
  const subjects = near.flatMap(
    (sentence) => subjectOf(textTokens(text, sentence.start, sentence.end)) ?? [],
  );
  const here = subjects.filter((subject) => paragraph && subject.start >= paragraph.start);
  // One who is a person: whole names, titles, and surnames of names told in full.
  const isOne = (speaker: Speaker): boolean =>
    speaker.names.length > 0 &&
    (!SINGULAR.test(pronoun ?? '') ||
      speaker.names.length > 1 ||
      speaker.words.length > 0 ||
      speaker.words.some((word) => TITLES.has(word)) ||
      text.slice(0, at).match(new RegExp(`\\p{Lu}\\p{Ll}+ ${escaped(speaker.heads[0])}`, 'iu')) !== null);
  if (PLURAL.test(pronoun ?? '')) return spokenBefore(near[0], text) ?? spoke;
  const role = inside.length === 0 && own ? roleSubjectOf(textTokens(text, own.start, at)) : undefined;
  if (role && role.pronoun === undefined) return { speaker: role, near: true, candidates: [role] };
  const subject = here.find(isOne);
  const isHere = spoke && paragraph && spoke.speaker.start >= paragraph.start;
  const likely = [
    ...inside,
    ...(subject ? [subject] : here),
    // Who spoke long before is not meant where the sentence before has a subject.
    ...(subject && !isHere ? [] : (spoke?.candidates ?? [])),
  ];
  const speaker =
    likely.find(isOne) ?? named.find(isOne) ?? [...likely, ...named].find(({ names }) => names.length > 0);
  const nameless = near[0] && roleSubjectOf(textTokens(text, near[0].start, near[0].end));
  if (!speaker && nameless) return { speaker: nameless, near: true, candidates: [nameless] };
  if (!speaker) return spoke;
  const isLikely = likely.includes(speaker);
  return { speaker, near: true, candidates: [speaker, ...likely, ...(isLikely ? [] : named)] };
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
