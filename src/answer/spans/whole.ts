import { CLASS, classOf } from '../../english/word-class.ts';
import type { Range } from './ranges.ts';
import type { Reading } from './reading.ts';
import type { Tag } from './tags.ts';

/**
 * A span as a reader would cut it, which short answer keys do not show: with its article, an amount with what it counts
 * ("170 million *cameras*"), a place with its noun ("a KFC *restaurant*").
 */
export function wholePhrase(reading: Reading, range: Range): Range {
  const { group, tags, plain } = reading;
  let { from, to } = range;
  if (group === 'name') return nameOf(reading, range);
  if (group === 'amount') to = endOfAmount(reading, range);
  if (group === 'thing') to = endOfSuperlative(reading, range);
  if (group === 'place') while (tags[to] === 'noun' && plain[to] && tags[to - 1] !== 'number') to += 1;
  if (group !== 'amount' && plain[from] && isArticle(reading, from - 1)) from -= 1;
  return { from, to };
}

const isArticle = ({ words }: Reading, at: number): boolean => /^(?:an?|the)$/u.test(words[at]?.folded ?? '');

const UNIT = CLASS.duration | CLASS.measure | CLASS.currency | CLASS.magnitude | CLASS.percent;

/** An amount goes on over its unit, and to the noun that was asked for when its own count does. */
function endOfAmount({ mentions, place, form, words, plain }: Reading, { from, to }: Range): number {
  let end = to;
  while (plain[end] && classOf(words[end]?.folded ?? '') & UNIT) end += 1;
  const whole = mentions.find(
    (mention) => mention.kind === 'count' && mention.from <= from && mention.to > to,
  );
  const counted = whole ? place.subarray(end, whole.to).indexOf(form.counted) : -1;
  return counted >= 0 ? end + counted + 1 : end;
}

const SUPERLATIVE = /est$|^most$|^least$/u;
const IN_PHRASE: ReadonlySet<Tag | undefined> = new Set([
  'determiner',
  'possessive',
  'adjective',
  'noun',
  'name',
  'number',
]);

/** "The biggest valuation" says nothing without "for a start-up": a superlative goes on over the phrase that bounds it. */
function endOfSuperlative({ words, tags, plain }: Reading, { from, to }: Range): number {
  const holds = words
    .slice(from, to)
    .some(
      ({ folded }, at) =>
        SUPERLATIVE.test(folded) && tags[from + at] !== 'noun' && tags[from + at] !== 'name',
    );
  if (!holds || !plain[to] || !/^(?:of|for|in|among|to)$/u.test(words[to]?.folded ?? '')) return to;
  let end = to + 1;
  while (end < words.length && plain[end] && IN_PHRASE.has(tags[end])) end += 1;
  return end > to + 1 ? end : to;
}

/** A name without the words that describe it ("the Chinese giant *Alibaba*"), where it is the last of the span. */
function nameOf({ mentions, tags, gaps }: Reading, range: Range): Range {
  const names = mentions.filter(
    ({ kind, from, to }) => kind === 'name' && from >= range.from && to <= range.to,
  );
  const [name] = names;
  if (names.length !== 1 || !name || name.to !== range.to || name.from === range.from) return range;
  for (let at = range.from; at < name.from; at++) {
    const describes =
      tags[at] === 'determiner' ||
      tags[at] === 'possessive' ||
      tags[at] === 'adjective' ||
      tags[at] === 'noun';
    if (!describes || (at > range.from && (gaps[at] ?? '').trim() !== '')) return range;
  }
  return { from: name.from, to: name.to };
}
