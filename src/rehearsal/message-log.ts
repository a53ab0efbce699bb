import type { PageMessage, PersonKey, GuildKey } from './view.ts';

/** Messages kept for each guild; older ones are forgotten, as is everything when the program ends. */
const KEPT = 200;
/** Discord counts milliseconds from the first of January 2015; the lower 22 bits tell messages of one millisecond apart. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** A file of a message; `description` is the alternative text of a picture. */
export type MessageFile = Readonly<{ name: string; data: Uint8Array; description?: string }>;

/** What a new message is made of; the log gives it an id and a time. */
export type NewMessage = Omit<PageMessage, 'id' | 'at' | 'edited' | 'attachments' | 'private'> &
  Readonly<{ files?: readonly MessageFile[]; onlyFor?: PersonKey }>;

type Kept = Readonly<{
  guild: GuildKey;
  message: PageMessage;
  onlyFor?: PersonKey;
  files: readonly MessageFile[];
}>;

/** The messages of all channels, in memory, as Discord would keep them. */
export type MessageLog = Readonly<{
  add(guild: GuildKey, draft: NewMessage): PageMessage;
  /** Puts new parts and files into a message, which then counts as edited; undefined when it is gone. */
  change(id: string, parts: Pick<NewMessage, 'components' | 'files'>): PageMessage | undefined;
  remove(id: string): void;
  /** A message, if this person sees it in this guild. */
  find(guild: GuildKey, person: PersonKey, id: string): PageMessage | undefined;
  /** All that this person sees in this guild, oldest first. */
  seen(guild: GuildKey, person: PersonKey): readonly PageMessage[];
  /** A file of a message, by its position. */
  file(id: string, index: number): MessageFile | undefined;
}>;

/** Makes an empty log of messages; `now` is the clock. */
export function openMessageLog(now: () => Date): MessageLog {
  const kept = new Map<string, Kept>();
  let count = 0n;
  const isSeen = (each: Kept, guild: GuildKey, person: PersonKey): boolean =>
    each.guild === guild && (each.onlyFor === undefined || each.onlyFor === person);
  return {
    add(guild, { files = [], onlyFor, ...draft }) {
      const at = now();
      count += 1n;
      const id = String(((BigInt(at.getTime()) - DISCORD_EPOCH) << 22n) + (count & 0x3f_ffffn));
      const message = {
        ...draft,
        id,
        at: at.toISOString(),
        private: onlyFor !== undefined,
        attachments: attachmentsOf(id, files),
        edited: false,
      };
      kept.set(id, { guild, message, files, ...(onlyFor === undefined ? {} : { onlyFor }) });
      const here = [...kept].filter(([, each]) => each.guild === guild);
      if (here.length > KEPT && here[0]) kept.delete(here[0][0]);
      return message;
    },
    change(id, { components, files = [] }) {
      const old = kept.get(id);
      if (!old) return undefined;
      const attachments = attachmentsOf(id, files);
      const message = { ...old.message, ...(components ? { components } : {}), attachments, edited: true };
      kept.set(id, { ...old, message, files });
      return message;
    },
    remove: (id) => void kept.delete(id),
    find(guild, person, id) {
      const found = kept.get(id);
      return found && isSeen(found, guild, person) ? found.message : undefined;
    },
    seen: (guild, person) =>
      [...kept.values()].filter((each) => isSeen(each, guild, person)).map(({ message }) => message),
    file: (id, index) => kept.get(id)?.files[index],
  };
}

const attachmentsOf = (id: string, files: readonly MessageFile[]): PageMessage['attachments'] =>
  files.map(({ name, data, description }, index) => ({
    name,
    url: `/files/${id}/${index}`,
    bytes: data.length,
    image: name.endsWith('.png'),
    ...(description === undefined ? {} : { alt: description }),
  }));
