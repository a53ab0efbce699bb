import type { Document, Slice } from '../../article/article.ts';
import { passageOf, spanOf, type Passage } from '../answer.ts';
import { appositionBefore } from './apposition-before.ts';
import { appositionBehind } from './apposition-behind.ts';
import { masked } from './masked.ts';
import {
  gapAfter,
  saysPerson,
  saysThing,
  startOfName,
  nameTokensOf,
  type NameAt,
} from './name-in-sentence.ts';
import { saidOf } from './said-of.ts';
import { titleBefore } from './title-before.ts';

/** A sentence that describes a name; its only span is the description. `rank` is 0 for the most certain pattern. */
export type Description = Readonly<{ passage: Passage; rank: number }>;

/** The most certain description of a name in a sentence; undefined when there is none. */
export function descriptionIn(passage: Passage, name: string): Description | undefined {
  return describer(name)?.(passage);
}

/** Descriptions of a name in some articles, most certain first, then in archive order. One per sentence. */
export function descriptions(documents: readonly Document[], name: string): Description[] {
  const describe = describer(name);
  if (!describe) return [];
  const found = documents.flatMap((document) =>
    document.sentences.flatMap((sentence) => describe(passageOf(document, sentence)) ?? []),
  );
  return found.toSorted((a, b) => a.rank - b.rank);
}

/** Patterns of descriptions, most certain first. */
const WAYS: readonly ((at: NameAt) => readonly [rank: number, what: Slice] | undefined)[] = [
  (at) => (isMembership(at) ? undefined : ranked(1, appositionBehind(at.text, at.tokens, at.to))),
  (at) => saidOf(at),
  (at) => ranked(2, appositionBefore(at.text, at.tokens, startOfName(at), at.to)),
  (at) => ranked(3, titleBefore(at.text, at.tokens, startOfName(at), at.to)),
];

/** "Chau of the University of Sarn, the lead author": the description is of the person, not of the affiliation. */
function isMembership({ text, tokens, from }: NameAt): boolean {
  const article = tokens[from - 1]?.key === 'the' ? 1 : 0;
  const [person, link] = [tokens[from - 2 - article], tokens[from - 1 - article]];
  return (
    link?.key === 'of' &&
    person?.tag === 'name' &&
    !saysPerson(person) &&
    !saysThing(person) &&
    gapAfter(text, tokens, from - 2 - article) === ' '
  );
}

const ranked = (rank: number, what: Slice | undefined): readonly [number, Slice] | undefined =>
  what && [rank, what];

function describer(name: string): ((passage: Passage) => Description | undefined) | undefined {
  const wanted = namePattern(name);
  if (!wanted) return undefined;
  return (passage) => {
    let best: readonly [number, Slice] | undefined;
    for (const match of passage.quote.matchAll(wanted).take(MENTIONS_MAX)) {
      if (!isWritten(match[0], name.trim())) continue;
      const { offset, at } = around(passage.quote, match.index, match[0].length);
      for (const way of WAYS) {
        const found = at && way(at);
        if (!found || (best && best[0] <= found[0])) continue;
        best = [found[0], { start: offset + found[1].start, end: offset + found[1].end }];
      }
    }
    if (!best) return undefined;
    const [rank, { start, end }] = best;
    return { passage: { ...passage, spans: [spanOf(passage, start, end)] }, rank };
  };
}

/** A name must be capitalised, or written as typed. A short one in capitals must be written as typed ("WHO" is not "who"). */
function isWritten(found: string, typed: string): boolean {
  if (/^\p{Lu}{2,5}$/u.test(typed)) return found === typed;
  return !/^\p{Ll}/u.test(found) || found === typed;
}

/** Most mentions in one sentence that are checked for a description. */
const MENTIONS_MAX = 20;
/** Characters on each side of a name that can describe it. Keeps time linear in long sentences. */
const NEAR = 400;

/** The text around a name, its offset, and the position of the name in it. */
function around(text: string, index: number, length: number): { offset: number; at: NameAt | undefined } {
  const low = Math.max(0, index - NEAR);
  // Start at a word boundary.
  const offset = low === 0 ? 0 : Math.min(index, low + text.slice(low, index).search(/\s|$/u));
  const near = masked(text.slice(offset, index + length + NEAR));
  const tokens = nameTokensOf(near);
  const start = index - offset;
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < start + length) + 1;
  // "the Lumera X9" is not the name "Lumera".
  const goesOn = /^ $/u.test(gapAfter(near, tokens, to - 1)) && /^\p{Lu}*\d/u.test(tokens[to]?.text ?? '');
  return { offset, at: goesOn || from === -1 || to <= from ? undefined : { text: near, tokens, from, to } };
}

/** A pattern for a name in any case: whole words with any white space between, and straight or curly apostrophes. */
function namePattern(name: string): RegExp | undefined {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return undefined;
  const escaped = parts.map((part) =>
    part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
