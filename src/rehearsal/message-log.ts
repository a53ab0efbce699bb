import type { PageChange, PageMessage, PersonKey, GuildKey } from './view.ts';

/** Messages kept for each guild; older ones are forgotten, as is everything when the program ends. */
const KEPT = 200;
/** The first millisecond of 2015, from which Discord counts; the lower 22 bits of an id distinguish messages of the same millisecond. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** A file of a message; `description` is the alternative text of a picture. */
export type MessageFile = Readonly<{ name: string; data: Uint8Array; description?: string }>;

/** A new message, before the log gives it an id and a time. */
export type NewMessage = Omit<PageMessage, 'id' | 'change' | 'at' | 'edited' | 'attachments' | 'private'> &
  Readonly<{ files?: readonly MessageFile[]; onlyFor?: PersonKey }>;

type Place = Readonly<{ guild: GuildKey; onlyFor?: PersonKey }>;
type Kept = Place & Readonly<{ message: PageMessage; files: readonly MessageFile[] }>;
/** A removed message, remembered for watchers that were not connected at the time. */
type Removed = Place & Readonly<{ id: string; change: number }>;
type Watcher = Readonly<{ guild: GuildKey; person: PersonKey; tell(change: PageChange): void }>;

/** The messages of all channels, in memory, in the role of Discord. */
export type MessageLog = Readonly<{
  add(guild: GuildKey, draft: NewMessage): PageMessage;
  /** Replaces components and files of a message, and marks it as edited. Returns undefined if it no longer exists. */
  change(id: string, parts: Pick<NewMessage, 'components' | 'files'>): PageMessage | undefined;
  remove(id: string): void;
  /** A message, if this person sees it in this guild. */
  find(guild: GuildKey, person: PersonKey, id: string): PageMessage | undefined;
  /** All messages that this person sees in this guild, oldest first. */
  seen(guild: GuildKey, person: PersonKey): readonly PageMessage[];
  /** A file of a message, by its position. */
  file(id: string, index: number): MessageFile | undefined;
  /** The number of the last change. */
  lastChange(): number;
  /**
   * Reports what this person sees change in this guild: first the changes after `since` that have already happened, then further ones
   * as they happen. Returns a function that stops it.
   */
  watch(guild: GuildKey, person: PersonKey, since: number, tell: (change: PageChange) => void): () => void;
}>;

/** Makes an empty log of messages; `now` is the clock. */
export function openMessageLog(now: () => Date): MessageLog {
  const kept = new Map<string, Kept>();
  let removed: readonly Removed[] = [];
  const watchers = new Set<Watcher>();
  let count = 0n;
  let last = now().getTime();
  const nextChange = (): number => {
    last = Math.max(last + 1, now().getTime());
    return last;
  };
  const tell = (place: Place, change: PageChange): void => {
    for (const watcher of watchers) if (isSeen(place, watcher.guild, watcher.person)) watcher.tell(change);
  };
  return {
    add(guild, { files = [], onlyFor, ...draft }) {
      const at = now();
      count += 1n;
      const id = idOf(at, count);
      const change = nextChange();
      const message = {
        ...draft,
        id,
        change,
        at: at.toISOString(),
        private: onlyFor !== undefined,
        attachments: attachmentsOf({ id, change }, files),
        edited: false,
      };
      const place = { guild, ...(onlyFor === undefined ? {} : { onlyFor }) };
      kept.set(id, { ...place, message, files });
      const here = [...kept].filter(([, each]) => each.guild === guild);
      if (here.length > KEPT && here[0]) kept.delete(here[0][0]);
      tell(place, { do: 'show', message });
      return message;
    },
    change(id, { components, files = [] }) {
      const old = kept.get(id);
      if (!old) return undefined;
      const change = nextChange();
      const message = {
        ...old.message,
        ...(components ? { components } : {}),
        change,
        attachments: attachmentsOf({ id, change }, files),
        edited: true,
      };
      kept.set(id, { ...old, message, files });
      tell(old, { do: 'replace', message });
      return message;
    },
    remove(id) {
      const old = kept.get(id);
      if (!old || !kept.delete(id)) return;
      const { guild, onlyFor } = old;
      const place = { guild, ...(onlyFor === undefined ? {} : { onlyFor }) };
      removed = [...removed.slice(1 - KEPT), { ...place, id, change: nextChange() }];
      tell(place, { do: 'remove', id });
    },
    find(guild, person, id) {
      const found = kept.get(id);
      return found && isSeen(found, guild, person) ? found.message : undefined;
    },
    seen: (guild, person) =>
      [...kept.values()].filter((each) => isSeen(each, guild, person)).map(({ message }) => message),
    file: (id, index) => kept.get(id)?.files[index],
    lastChange: () => last,
    watch(guild, person, since, listener) {
      const watcher: Watcher = { guild, person, tell: listener };
      const seen = (place: Place): boolean => isSeen(place, guild, person);
      for (const change of changedSince(since, [...kept.values()].filter(seen), removed.filter(seen)))
        listener(change);
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

const isSeen = ({ guild, onlyFor }: Place, inGuild: GuildKey, by: PersonKey): boolean =>
  guild === inGuild && (onlyFor === undefined || onlyFor === by);

const idOf = (at: Date, count: bigint): string =>
  String(((BigInt(at.getTime()) - DISCORD_EPOCH) << 22n) + (count & 0x3f_ffffn));

/** The changes after `since`, in the order of the messages. */
const changedSince = (since: number, kept: readonly Kept[], removed: readonly Removed[]): PageChange[] => [
  ...kept
    .filter(({ message }) => message.change > since)
    .map(({ message }) => ({ do: 'show', message }) as const),
  ...removed.filter(({ change }) => change > since).map(({ id }) => ({ do: 'remove', id }) as const),
];

/** Attachments get a new address with each change, so that browsers do not show a cached picture. */
const attachmentsOf = (
  { id, change }: Pick<PageMessage, 'id' | 'change'>,
  files: readonly MessageFile[],
): PageMessage['attachments'] =>
  files.map(({ name, data, description }, index) => ({
    name,
    url: `/files/${id}/${index}?${change}`,
    bytes: data.length,
    image: name.endsWith('.png'),
    ...(description === undefined ? {} : { alt: description }),
  }));
