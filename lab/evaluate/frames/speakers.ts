import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Document } from '../../../src/article/article.ts';

/** The speaker of a quotation: every way to name them, and others in the article who are not the speaker. */
export type ToldSpeaker = Readonly<{ right: readonly string[]; wrong: readonly string[] }>;

/** A line of `speakers.jsonl`: the article's id, the beginning of the quotation, and its speaker, if the article names one. */
const line = z.strictObject({
  article: z.string(),
  quote: z.string(),
  right: z.array(z.string()),
  wrong: z.array(z.string()).optional(),
});

const NAME = String.raw`(?:\p{Lu}[\p{L}.'’-]*\p{L} ){0,4}\p{Lu}[\p{L}'’-]+`;
const SAID = 'said|says|added|wrote|explained|warned|stated|commented';
/** A name right before or after the marks, which is unambiguous. */
const BEHIND = new RegExp(
  `^,? (?:(?:${SAID}) (?<name>${NAME})|(?<subject>${NAME}) (?:${SAID}|told)\\b)`,
  'u',
);
const BEFORE = new RegExp(`(?<name>${NAME}) (?:${SAID}|told [^.:,]{3,40})[,:]? $`, 'u');
const MENTION = new RegExp(`(?<=\\p{Ll},? )${NAME}`, 'gu');
const PRONOUN = /^(?:He|She|It|They|I|We)$/u;
const INVENTED = 'Alva Brandt';
/** Speakers of articles outside the project. */
const WRITTEN = join(import.meta.dirname, '../../../tests/golden/quotations/wikinews.jsonl');

/** Manually annotated speakers for a folder of articles, by article and beginning of the quotation. */
export async function readSpeakers(
  folder: string,
  file: string | undefined,
): Promise<readonly z.infer<typeof line>[]> {
  const text = await readFile(file ?? join(folder, 'speakers.jsonl'), 'utf8').catch((error: unknown) => {
    if (file !== undefined) throw error;
    // Articles of the evaluation sets are recognised by their ids.
    return readFile(WRITTEN, 'utf8');
  });
  return text.split('\n').flatMap((each) => (each.trim() === '' ? [] : [line.parse(JSON.parse(each))]));
}

/** The speaker of the quotation at an offset, from annotations or else from the name next to it; undefined when there is none. */
export function toldOf(
  { article }: Document,
  { start, end }: Readonly<{ start: number; end: number }>,
  quote: string,
  known: readonly z.infer<typeof line>[],
): ToldSpeaker | undefined {
  const { text } = article;
  const written = known.find((each) => each.article === article.id && quote.startsWith(each.quote));
  if (!written && known.some((each) => each.article === article.id)) return undefined;
  const groups =
    BEHIND.exec(text.slice(end, end + 120))?.groups ??
    BEFORE.exec(text.slice(Math.max(0, start - 160), start))?.groups;
  const found = groups?.['name'] ?? groups?.['subject'];
  const right = written?.right ?? (found === undefined || PRONOUN.test(found) ? [] : [found]);
  if (right.length === 0) return undefined;
  const own = new Set(right.flatMap((name) => name.split(/[ -]/u)));
  const others = [...text.matchAll(MENTION)]
    .map(([name]) => name)
    .filter((name) => !name.split(/[ -]/u).some((word) => own.has(word)));
  const wrong = written?.wrong ?? [...new Set(others.filter((name) => name.includes(' ')))].slice(0, 3);
  return { right, wrong: [...wrong, INVENTED] };
}
