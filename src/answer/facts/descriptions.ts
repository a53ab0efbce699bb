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

/** A sentence that says who or what a name is; its only span is the description. */
export type Description = Readonly<{ passage: Passage; rank: number }>;

/** How a sentence describes a name in the surest way it does; the rank is 0 for the surest. */
export function descriptionIn(passage: Passage, name: string): Description | undefined {
  return describer(name)?.(passage);
}

/** How the articles describe a name, the surest ways first, then in the order of the archive. Each sentence once. */
export function descriptions(documents: readonly Document[], name: string): Description[] {
  const describe = describer(name);
  if (!describe) return [];
  const found = documents.flatMap((document) =>
    document.sentences.flatMap((sentence) => describe(passageOf(document, sentence)) ?? []),
  );
  return found.toSorted((a, b) => a.rank - b.rank);
}

/** Ways in which a sentence says who or what a name is, the surest first. */
const WAYS: readonly ((at: NameAt) => readonly [rank: number, what: Slice] | undefined)[] = [
  (at) => (isMembership(at) ? undefined : ranked(1, appositionBehind(at.text, at.tokens, at.to))),
  (at) => saidOf(at),
  (at) => ranked(2, appositionBefore(at.text, at.tokens, startOfName(at), at.to)),
  (at) => ranked(3, titleBefore(at.text, at.tokens, startOfName(at), at.to)),
];

/** "Chau of the University of Sarn, the lead author": the description is of the person, not of where she belongs. */
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

/** A name is written with a capital, or just as it was typed; a short one all in capitals only so ("WHO" is not "who"). */
function isWritten(found: string, typed: string): boolean {
  if (/^\p{Lu}{2,5}$/u.test(typed)) return found === typed;
  return !/^\p{Ll}/u.test(found) || found === typed;
}

/** Mentions in one sentence that are read for a description. */
const MENTIONS_MAX = 20;
/** Characters on each side of a name that can describe it; keeps time linear in sentences of any length. */
const NEAR = 400;

/** The words around a name, where they begin, and the name's place among them. */
function around(text: string, index: number, length: number): { offset: number; at: NameAt | undefined } {
  const low = Math.max(0, index - NEAR);
  // Not within a word.
  const offset = low === 0 ? 0 : Math.min(index, low + text.slice(low, index).search(/\s|$/u));
  const near = masked(text.slice(offset, index + length + NEAR));
  const tokens = nameTokensOf(near);
  const start = index - offset;
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < start + length) + 1;
  // "the Lumera X9" is another name than "Lumera".
  const goesOn = /^ $/u.test(gapAfter(near, tokens, to - 1)) && /^\p{Lu}*\d/u.test(tokens[to]?.text ?? '');
  return { offset, at: goesOn || from === -1 || to <= from ? undefined : { text: near, tokens, from, to } };
}

/** A name as a pattern: its words with any white space between, straight or curly apostrophes, whole words only, in any case. */
function namePattern(name: string): RegExp | undefined {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return undefined;
  const escaped = parts.map((part) =>
    part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
