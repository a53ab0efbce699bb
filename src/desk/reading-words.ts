import type { ReadingNotes } from '../article/fields.ts';
import type { Text, Words } from '../reply/reply.ts';
import { listed, say } from '../reply/say.ts';
import type { Key } from '../words/catalogue.ts';

/** Where a detail can have been read, as it is stored, and how it is told. */
const ORIGINS: Readonly<Record<string, Text>> = {
  'the page’s JSON-LD': say('origin.json-ld'),
  'a meta tag': say('origin.meta'),
  'a marked element': say('origin.marked'),
  'the page’s headline': say('origin.headline'),
  'the page’s title': say('origin.title'),
  'a line of the text': say('origin.line'),
  'the page’s language': say('origin.language'),
  'the page’s address': say('origin.address'),
  'the feed': say('origin.feed'),
  'the file': say('origin.file'),
  'an editor': say('origin.editor'),
};

const LEFT_OUT = {
  comment: 'left-out.comment',
  caption: 'left-out.caption',
  related: 'left-out.related',
  'sign-up': 'left-out.sign-up',
  advertisement: 'left-out.advertisement',
  'pull-quote': 'left-out.pull-quote',
} as const satisfies Record<string, Key>;

/** Where an article's details come from: "headline: a meta tag · date: a line of the text". */
export function originWords({ origins }: ReadingNotes): Words | undefined {
  const parts = Object.entries(origins).map(([name, from]) =>
    say('origin.of', {
      name: { command: `${name === 'publishedAt' ? 'date' : name}:` },
      from: ORIGINS[from] ?? from,
    }),
  );
  return parts.length === 0 ? undefined : parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part]));
}

/** What an editor should check after a text was read: what was left out, and what could not be read. */
export function cautionWords({ leftOut, lost, fault }: Partial<ReadingNotes> = {}): readonly Text[] {
  return [
    ...(leftOut === undefined ? [] : [say('article.left-out', { what: leftOutWords(leftOut) })]),
    ...(lost === undefined ? [] : [say('reading.lost', { characters: lost })]),
    ...(fault === undefined ? [] : [fault]),
  ];
}

function leftOutWords(leftOut: NonNullable<ReadingNotes['leftOut']>): Words {
  if (typeof leftOut === 'string') return [leftOut];
  const kinds = Object.keys(LEFT_OUT) as (keyof typeof LEFT_OUT)[];
  return listed(
    kinds.flatMap((kind) => {
      const count = leftOut[kind];
      return count === undefined ? [] : [say(LEFT_OUT[kind], { count })];
    }),
  );
}
