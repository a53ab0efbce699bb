import type { Place } from '../../search/index/wordings.ts';
import { leftOutAround, type LeftOut } from './omissions.ts';
import { sourceOf, wordingOf, type Source } from './passages.ts';
import { isVerbatim, type Quotation } from './quotation.ts';
import { splitsAfter, splitsBefore } from './sense.ts';
import { spokenOf, type Spoken } from './spoken.ts';
import type { Token } from './tokens.ts';

/** A place with all words of a quotation in order. */
export type Occurrence = Readonly<{
  source: Source;
  /** True for an exact match; otherwise typography, case or white space differ. */
  verbatim: boolean;
  spoken: Spoken;
  /** Words that the quotation leaves out and that change its meaning. */
  leftOut: readonly LeftOut[];
}>;

/** Every occurrence of a quotation in neighbouring sentences, without words in between. */
export function occurrencesIn(quotation: Quotation, { document, from, to }: Place): Occurrence[] {
  const source = wordingOf(document, from, to);
  const { core, text } = quotation;
  const found: Occurrence[] = [];
  for (let at = 0; at + core.length <= source.length; at++) {
    if (!standsAt(quotation, source, at) || !isWhole(quotation, source, at)) continue;
    const [first, last] = [source[at], source[at + core.length - 1]];
    const [firstQuoted, lastQuoted] = [core[0], core.at(-1)];
    if (!first || !last || !firstQuoted || !lastQuoted) continue;
    const stored = document.article.text.slice(first.start, last.end);
    const pairs = source.slice(at, at + core.length).map((token, quoted) => ({ quoted, token }));
    found.push({
      source: sourceOf(document, first, last),
      verbatim: isVerbatim(stored, text.slice(firstQuoted.start, lastQuoted.end)),
      spoken: spokenOf(quotation, { document }, pairs),
      leftOut: leftOutAround(source, at, at + core.length),
    });
  }
  return found;
}

const standsAt = ({ core, same }: Quotation, source: readonly Token[], at: number): boolean =>
  core.every((quoted, index) => {
    const token = source[at + index];
    return token !== undefined && same(token, quoted);
  });

/** Whether the ends of a quotation do not cut a number, nor turn a question into a statement. */
function isWhole({ core, stop }: Quotation, source: readonly Token[], at: number): boolean {
  const next = source[at + core.length];
  if (splitsBefore(source[at - 1], source[at]) || splitsAfter(source[at + core.length - 1], next))
    return false;
  if (stop === undefined || next?.key === stop) return true;
  return stop === '.' && next?.key !== '?' && next?.key !== '!';
}
