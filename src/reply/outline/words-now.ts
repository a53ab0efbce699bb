import { receiptOf } from '../../answer/answer.ts';
import type { Document } from '../../article/article.ts';
import { isKey } from '../../words/message.ts';
import type { Filling, Run, Said, SpanItem, Text, Words } from '../reply.ts';
import type { Outline, OutlineRun, OutlineSaid, OutlineText, WordPlace } from './outline.ts';
import { bothOf, type Both, type Sights } from './sights.ts';
import { holderOf, sliceNow, type SliceOf } from './slice-now.ts';

/** What rebuilding words needs. */
export type WordSources = Readonly<{
  words: Outline['words'];
  sights: Sights;
  /** Keeps news unchanged, because a check compares the pasted text with the wording at that time. */
  asThen: boolean;
}>;

/** Replaces words that a retraction removed. */
const TAKEN = '…';

/** Words as they read now. Undefined when they are about an article that may not be shown, or a retraction removed all of them. */
export function wordsNow(runs: readonly OutlineRun[], sources: WordSources): Words | undefined {
  const shown = filledNow(runs, sources);
  const isEmpty = runs.length > 0 && runs.every((run) => isTaken(run, sources.words));
  return isEmpty ? undefined : shown;
}

/** Blank text counts as removed, as does a sentence whose arguments were all removed. */
function isTaken(run: OutlineRun, words: Outline['words']): boolean {
  if ('say' in run) {
    const filled = Object.values(run.with ?? {});
    return (
      filled.length > 0 &&
      filled.every((value) => typeof value !== 'number' && value.every((each) => isTaken(each, words)))
    );
  }
  if (!('said' in run) && !('typed' in run)) return false;
  return (words['said' in run ? run.said : run.typed] ?? '').trim() === '';
}

function filledNow(runs: readonly OutlineRun[], sources: WordSources): Words | undefined {
  const shown: Run[] = [];
  for (const run of runs) {
    const found = runNow(run, sources);
    if (!found) return undefined;
    shown.push(...found);
  }
  return shown;
}

function runNow(run: OutlineRun, sources: WordSources): readonly Run[] | undefined {
  const { words } = sources;
  if ('said' in run) return [words[run.said] ?? TAKEN];
  if ('typed' in run) return [{ typed: words[run.typed] ?? TAKEN, ...(run.added && { added: true }) }];
  if ('news' in run) return newsNow(run, sources);
  if (!('say' in run)) return [run];
  const sentence = sentenceNow(run, sources);
  return sentence && [sentence];
}

function sentenceNow({ say, with: filled }: OutlineSaid, sources: WordSources): Said | undefined {
  if (!isKey(say)) return undefined;
  if (!filled) return { say };
  const values: [string, Filling][] = [];
  for (const [name, value] of Object.entries(filled)) {
    const now = typeof value === 'number' ? value : filledNow(value, sources);
    if (now === undefined) return undefined;
    const [only, ...more] = typeof now === 'number' ? [] : now;
    values.push([name, only !== undefined && more.length === 0 ? only : now]);
  }
  return { say, with: Object.fromEntries(values) };
}

/** A label of our own. */
export function textNow(text: OutlineText, sources: WordSources): Text {
  if ('said' in text) return sources.words[text.said] ?? TAKEN;
  return sentenceNow(text, sources) ?? TAKEN;
}

/** Words of an article as they were; changed ones are struck, with the new wording beside them. */
function newsNow(
  run: Extract<OutlineRun, { news: WordPlace }>,
  { sights, asThen }: WordSources,
): Run[] | undefined {
  const { news: place, strong, struck, added } = run;
  const both = bothOf(sights, place);
  if (!both) return undefined;
  const marks = { ...(strong && { strong }), ...(struck && { struck }), ...(added && { added }) };
  const was = textAt(both.cited, place);
  const now = asThen ? was : nowAt(both, place);
  if (now === was) return [{ news: was, ...marks }];
  const before: Run = { news: was, struck: true };
  return now === undefined ? [before] : [before, ' ', { news: now, ...marks }];
}

/** A span as it reads now; empty when its article may not be shown. */
export function spanNow(place: WordPlace, role: Text | undefined, sights: Sights): SpanItem[] {
  const both = bothOf(sights, place);
  if (!both) return [];
  const was = textAt(both.cited, place);
  const slice = sliceNow(both.cited, both.newest, place);
  const told = role === undefined ? {} : { role };
  if (!slice) return [{ ...told, news: was, struck: true, receipt: receiptAt(both.cited, place) }];
  const now = textAt(both.newest, { ...place, ...slice });
  const receipt = receiptAt(both.newest, { ...place, ...slice });
  return [{ ...told, news: now, receipt, ...(now !== was && { was }) }];
}

const textAt = (document: Document, place: SliceOf): string =>
  holderOf(document, place).article.text.slice(place.start, place.end);

function nowAt({ cited, newest }: Both, place: WordPlace): string | undefined {
  const slice = sliceNow(cited, newest, place);
  return slice && textAt(newest, { ...place, ...slice });
}

function receiptAt(document: Document, place: SliceOf): string {
  const holder = holderOf(document, place);
  const inside = holder.sentences.find(({ start, end }) => start <= place.start && place.start < end);
  return receiptOf(holder.article, inside ?? { n: 0 });
}
