import type { Slice } from '../../article/article.ts';
import type { Place } from '../../search/index/wordings.ts';
import { sourceOf, wordingOf, type Source } from './passages.ts';
import type { Quotation } from './quotation.ts';
import { SPEECH_VERBS } from './speakers/speech-words.ts';
import { speechOf } from './speech.ts';
import type { Token } from './tokens.ts';
import { keyAt } from '../key-at.ts';

/** A place where an article interrupts a speaker to name them, and the quotation does not. */
export type Interrupted = Readonly<{ source: Source; /** The reporter's words between. */ by: Slice }>;

/** Number of sentences searched on each side. */
const BESIDE = 3;
/** Longer interruptions say more than who speaks. Words. */
const LONGEST = 15;
const STOPS = /^[.,;:!?-]$/u;

/**
 * Finds a quotation that joins parts of a speech: "A," he said. "B." Every word must be the speaker's, nothing of theirs may be left
 * out, and the text between may only say who speaks. Undefined otherwise.
 */
export function interruptedIn(quotation: Quotation, { document, from }: Place): Interrupted | undefined {
  const { core, same } = quotation;
  const speech = speechOf(document);
  if (speech.quoted.length < 2 || core.length < 2) return undefined;
  const low = Math.max(0, from - BESIDE);
  const source = wordingOf(document, low, Math.min(document.sentences.length - 1, from + BESIDE));
  const [first, last] = [source[0], source.at(-1)];
  if (!first || !last) return undefined;
  const parts = speech.quoted.filter(({ start, end }) => start < last.end && end > first.start);
  if (parts.length < 2) return undefined;
  const inside = source.map(({ start }) => speech.quotationAt(start));
  for (let at = 0; at < source.length; at++) {
    if (inside[at] === -1 || !isSame(source[at], core[0])) continue;
    const found = followFrom(at);
    if (found) return found;
  }
  return undefined;

  function isSame(token: Token | undefined, quoted: Token | undefined): boolean {
    return token !== undefined && quoted !== undefined && same(token, quoted);
  }

  function followFrom(opening: number): Interrupted | undefined {
    let [place, at] = [opening, 0];
    let by: Slice | undefined;
    while (at < core.length) {
      if (inside[place] !== -1 && isSame(source[place], core[at])) {
        place++;
        at++;
        continue;
      }
      const joint = jointAt(place, at);
      if (!joint) return undefined;
      by ??= joint.by;
      [place, at] = [joint.place, joint.at];
    }
    const [start, end] = [source[opening], source[place - 1]];
    return by && start && end ? { source: sourceOf(document, start, end), by } : undefined;
  }

  /** Skips an interruption. The punctuation on both sides of it is the article's style. */
  function jointAt(reached: number, quoted: number): { place: number; at: number; by: Slice } | undefined {
    let [place, at] = [reached, quoted];
    while (inside[place] !== -1 && STOPS.test(keyAt(source, place))) place++;
    const start = place;
    while (place < source.length && inside[place] === -1) place++;
    const between = source.slice(start, place);
    const words = between.filter(({ kind }) => kind === 'word');
    const [opens, closes] = [words[0], words.at(-1)];
    if (!opens || !closes || words.length > LONGEST || inside[place] === undefined) return undefined;
    if (inside[start - 1] === inside[place] || !words.some(({ key }) => SPEECH_VERBS.has(key)))
      return undefined;
    while (STOPS.test(keyAt(core, at))) at++;
    const next = core[at];
    const token = source[place];
    // The article and the quotation may differ in whether a new sentence begins here.
    if (!next || !token || (!same(token, next) && !sameButCase(token, next))) return undefined;
    return { place: place + 1, at: at + 1, by: { start: opens.start, end: closes.end } };
  }
}

const sameButCase = (token: Token, quoted: Token): boolean =>
  token.kind === 'word' && token.key === quoted.key && token.written.slice(1) === quoted.written.slice(1);
