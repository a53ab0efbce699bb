import type { SeenIn, SeenMessage } from '../desk/mention.ts';
import type { AttachedFile } from '../desk/options.ts';
import { plainText, type MessageText } from './plain-text.ts';
import type { ReceivedContent, ReceivedFile, ReceivedMessage } from './received.ts';

/** The message at the top of a thread, which refers to the message that the thread was started from. */
const THREAD_STARTER = 21;
/** Number of text files of a message that are read, and their largest size: a `message.txt` is a text too long to type. Bytes. */
const FILES = 3;
const FILE_BYTES = 200_000;

type Text = SeenMessage['more'][number];

/**
 * The readable content of a message: its text, embeds, polls, forwarded messages, small text files and image descriptions. For the first
 * message of a thread it includes `starter`, the message that the thread was started from.
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
  // plainText checks the shape of each component itself.
  plainText({ content, components: components as NonNullable<MessageText['components']> });

/** All readable texts of a message that is itself forwarded or a thread starter, marked with `place`. */
const within = (place: SeenIn, message: ReceivedContent): Text[] =>
  [textOf(message), ...textsOf(message).map(({ text }) => text)]
    .filter((text) => text !== '')
    .map((text) => ({ in: place, text }));

/** The readable texts of a message besides its own. */
function textsOf({ embeds, poll, attachments, components }: ReceivedContent): Text[] {
  const embedded = embeds.flatMap(({ title, description, fields }) => [
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
    ...embedded.map((content): Text => ({ in: 'embed', text: plainText({ content }) })),
    ...asked.map((text): Text => ({ in: 'poll', text })),
    ...described.map((text = ''): Text => ({ in: 'alt', text })),
  ].filter(({ text }) => text !== '');
}

/** Image descriptions in components: in galleries and as accessories. */
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

/** A file in the form that commands and actions take. */
export const attachedOf = ({ filename, url, size, content_type: type }: ReceivedFile): AttachedFile => ({
  name: filename,
  url,
  bytes: size,
  ...(type ? { type } : {}),
});
