import type { Message, PersonKey, PlaceKey } from './view.ts';

/** Messages kept for each place; older ones are forgotten, as is everything when the program ends. */
const KEPT = 200;
/** Discord counts milliseconds from the first of January 2015; the lower 22 bits tell messages of one millisecond apart. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** A file of a message; `description` is the alternative text of a picture. */
export type RoomFile = Readonly<{ name: string; data: Uint8Array; description?: string }>;

/** What a new message is made of; the room gives it an id and a time. */
export type Draft = Omit<Message, 'id' | 'at' | 'edited' | 'attachments' | 'private'> &
  Readonly<{ files?: readonly RoomFile[]; onlyFor?: PersonKey }>;

type Kept = Readonly<{ place: PlaceKey; message: Message; onlyFor?: PersonKey; files: readonly RoomFile[] }>;

/** The messages of all places, in memory, as Discord would keep them. */
export type Room = Readonly<{
  add(place: PlaceKey, draft: Draft): Message;
  /** Puts new parts and files into a message, which then counts as edited; undefined when it is gone. */
  change(id: string, parts: Pick<Draft, 'components' | 'files'>): Message | undefined;
  remove(id: string): void;
  /** A message, if this person sees it in this place. */
  find(place: PlaceKey, person: PersonKey, id: string): Message | undefined;
  /** All that this person sees in this place, oldest first. */
  seen(place: PlaceKey, person: PersonKey): readonly Message[];
  /** A file of a message, by its position. */
  file(id: string, index: number): RoomFile | undefined;
}>;

/** Makes an empty room; `now` is the clock. */
export function openRoom(now: () => Date): Room {
  const kept = new Map<string, Kept>();
  let count = 0n;
  const isSeen = (each: Kept, place: PlaceKey, person: PersonKey): boolean =>
    each.place === place && (each.onlyFor === undefined || each.onlyFor === person);
  return {
    add(place, { files = [], onlyFor, ...draft }) {
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
      kept.set(id, { place, message, files, ...(onlyFor === undefined ? {} : { onlyFor }) });
      const here = [...kept].filter(([, each]) => each.place === place);
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
    find(place, person, id) {
      const found = kept.get(id);
      return found && isSeen(found, place, person) ? found.message : undefined;
    },
    seen: (place, person) =>
      [...kept.values()].filter((each) => isSeen(each, place, person)).map(({ message }) => message),
    file: (id, index) => kept.get(id)?.files[index],
  };
}

const attachmentsOf = (id: string, files: readonly RoomFile[]): Message['attachments'] =>
  files.map(({ name, data, description }, index) => ({
    name,
    url: `/files/${id}/${index}`,
    bytes: data.length,
    image: name.endsWith('.png'),
    ...(description === undefined ? {} : { alt: description }),
  }));
