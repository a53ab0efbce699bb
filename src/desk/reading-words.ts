import type { ReadingNotes } from '../article/fields.ts';
import type { Text } from '../reply/reply.ts';
import { say } from '../reply/say.ts';

const LABELS: Readonly<Record<string, string>> = { publishedAt: 'date' };

/** Where an article's details were read: "headline: a meta tag · date: a line of the text". */
export function originWords({ origins }: ReadingNotes): string | undefined {
  const parts = Object.entries(origins).map(([name, from]) => `${LABELS[name] ?? name}: ${from}`);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** What an editor should look at after a text was read: what was left out, and what could not be read. */
export function cautionWords(reading: ReadingNotes | undefined): readonly Text[] {
  return [
    ...(reading?.leftOut === undefined ? [] : [say('article.left-out', { what: reading.leftOut })]),
    ...(reading?.fault === undefined ? [] : [reading.fault]),
  ];
}
