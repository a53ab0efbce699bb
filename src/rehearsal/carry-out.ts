import type { Reply } from '../reply/reply.ts';
import type { LongWork, Modal, Response } from '../reply/response.ts';
import type { Here } from './requests.ts';
import type { Draft, Room, RoomFile } from './room.ts';
import type { Change, Component, Form, Message, PlaceKey } from './view.ts';

/** How replies and forms are put for Discord, and read back; the page draws the very same bodies. */
export type Wire = Readonly<{
  payloadOf(reply: Reply): Readonly<{
    message: Readonly<{ components: readonly Component[] }>;
    files: readonly RoomFile[];
  }>;
  formOf(modal: Modal): Form;
  /** The text of a message with its markup taken off. */
  plainText(message: Readonly<{ content?: string; components?: readonly Component[] }>): string;
}>;

/** Where a response belongs: who asked where, what the new message says about its cause, and the message acted on. */
export type Cause = Readonly<{ at: Here; about: Partial<Draft>; on?: Message }>;

/** Tells the page of a change as it happens. */
export type Emit = (change: Change) => void;

/** Makes a function that does what a command or button asked for. */
export function carrier(
  room: Room,
  wire: Wire,
  onPublic: (place: PlaceKey, messageId: string, reply: Reply) => void,
): (response: Response, cause: Cause, emit: Emit) => Promise<void> {
  const bodyOf = (reply: Reply): Pick<Draft, 'components' | 'files'> => {
    const { message, files } = wire.payloadOf(reply);
    return { components: message.components, files };
  };

  function show(reply: Reply, { at, about }: Cause, emit: Emit): Message {
    const onlyFor = reply.private ? { onlyFor: at.person } : {};
    const message = room.add(at.place, { author: 'bot', ...bodyOf(reply), ...onlyFor, ...about });
    emit({ do: 'show', message });
    if (!reply.private) onPublic(at.place, message.id, reply);
    return message;
  }

  function replace(id: string, reply: Reply, emit: Emit): void {
    const message = room.change(id, bodyOf(reply));
    if (message) emit({ do: 'replace', message });
  }

  async function seeThrough({ first, work }: LongWork, cause: Cause, emit: Emit): Promise<void> {
    const { id } = show(first, cause, emit);
    const result = await work(async (progress) => replace(id, progress, emit));
    replace(id, result, emit);
  }

  return async (response, cause, emit) => {
    const { on } = cause;
    if ('blocks' in response) show(response, cause, emit);
    else if ('work' in response) await seeThrough(response, cause, emit);
    else if ('modal' in response)
      emit({ do: 'ask', form: wire.formOf(response.modal), ...(on ? { message: on.id } : {}) });
    else if ('update' in response && on) replace(on.id, response.update, emit);
    else if ('remove' in response && on) {
      room.remove(on.id);
      emit({ do: 'remove', id: on.id });
    }
  };
}
