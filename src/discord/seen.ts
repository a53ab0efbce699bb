import type { SeenIn, SeenMessage } from '../desk/mention.ts';
import type { AttachedFile } from '../desk/options.ts';
import { plainText, type MessageText } from './plain-text.ts';
import type { ReceivedContent, ReceivedFile, ReceivedMessage } from './received.ts';

/** A message that Discord puts at the top of a thread: the one that the thread was begun from. */
const THREAD_STARTER = 21;
/** Text files of a message that are read, and the largest of them: a `message.txt` is a text too long to be typed. Bytes. */
const FILES = 3;
const FILE_BYTES = 200_000;

type Text = SeenMessage['more'][number];

/**
 * What people see of a message: its text, and what stands in embeds, polls, forwarded messages, small text files and the descriptions
 * of its pictures; of the first message of a thread what it was begun from. `starter` is that message.
 */
export function seenIn(message: ReceivedMessage, botId: string, starter?: ReceivedMessage): SeenMessage {
  const forwarded = (message.message_snapshots ?? []).map(({ message: snapshot }) => snapshot);
  const begun = message.type === THREAD_STARTER ? starter : undefined;
  if (begun?.author.id === botId) return seenIn(begun, botId);
  const all = [message, ...forwarded, ...(begun ? [begun] : [])];
  return {
    ours: message.author.id === botId,
    text: textOf(message),
    more: [
      ...textsOf(message),
      ...forwarded.flatMap((each) => within('forwarded', each)),
      ...(begun ? within('starter', begun) : []),
    ],
    files: all.flatMap(filesOf).slice(0, FILES),
  };
}

/** The text of a message and of its components. */
const textOf = ({ content, components }: ReceivedContent): string =>
  // Their form is not checked here: plainText looks at each for itself.
  plainText({ content, components: components as NonNullable<MessageText['components']> });

/** All that can be read in a message, told by where the whole of it stands. */
const within = (place: SeenIn, message: ReceivedContent): Text[] =>
  [textOf(message), ...textsOf(message).map(({ text }) => text)]
    .filter((text) => text !== '')
    .map((text) => ({ in: place, text }));

/** What can be read in a message besides its own text. */
function textsOf({ embeds, poll, attachments, components }: ReceivedContent): Text[] {
  const told = embeds.flatMap(({ title, description, fields }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  const asked = poll ? [poll.question.text, ...poll.answers.map(({ poll_media }) => poll_media.text)] : [];
  const described = [
    ...attachments.map(({ description }) => description),
    ...embeds.flatMap(({ image, thumbnail }) => [image?.description, thumbnail?.description]),
    ...descriptionsIn(components),
  ];
  return [
    ...told.map((content): Text => ({ in: 'embed', text: plainText({ content }) })),
    ...asked.map((text): Text => ({ in: 'poll', text })),
    ...described.map((text = ''): Text => ({ in: 'alt', text })),
  ].filter(({ text }) => text !== '');
}

/** Descriptions of pictures among components: of galleries, and beside texts. */
function descriptionsIn(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    const {
      description,
      items,
      components: inside,
      accessory,
    } = component as Readonly<Record<string, unknown>>;
    const more = [items, inside, accessory === undefined ? [] : [accessory]].flatMap((each) =>
      Array.isArray(each) ? (each as unknown[]) : [],
    );
    return [...(typeof description === 'string' ? [description] : []), ...descriptionsIn(more)];
  });
}

function filesOf({ attachments }: ReceivedContent): AttachedFile[] {
  return attachments
    .filter(
      ({ filename, content_type: type, size }) =>
        size <= FILE_BYTES &&
        (/^text\/(?:plain|markdown)\b/u.test(type ?? '') || /\.(?:txt|md)$/iu.test(filename)),
    )
    .map(attachedOf);
}

/** A file as commands and actions take it. */
export const attachedOf = ({ filename, url, size, content_type: type }: ReceivedFile): AttachedFile => ({
  name: filename,
  url,
  bytes: size,
  ...(type ? { type } : {}),
});
