import type { Reply } from '../reply/reply.ts';
import type { LongWork, Modal, Response } from '../reply/response.ts';
import type { Here } from './requests.ts';
import type { NewMessage, MessageLog, MessageFile } from './message-log.ts';
import type { PageChange, PageComponent, PageForm, PageMessage, GuildKey } from './view.ts';

/** Converts replies and forms to Discord's format, which the page draws, and back to text. */
export type PayloadFormat = Readonly<{
  payloadOf(reply: Reply): Readonly<{
    message: Readonly<{ components: readonly PageComponent[] }>;
    files: readonly MessageFile[];
  }>;
  formOf(modal: Modal): PageForm;
  /** The text of a message without markup. */
  plainText(message: Readonly<{ content?: string; components?: readonly PageComponent[] }>): string;
}>;

/** What caused a response: who asked and where, what the new message says about it, and the message acted on. */
export type Cause = Readonly<{ at: Here; about: Partial<NewMessage>; on?: PageMessage }>;

/** Sends a change to the page. */
export type Emit = (change: PageChange) => void;

/** Returns a function that shows the response to a command or button. */
export function carrier(
  messages: MessageLog,
  format: PayloadFormat,
  onShown: (guild: GuildKey, messageId: string, reply: Reply) => void,
): (response: Response, cause: Cause, emit: Emit) => Promise<void> {
  const bodyOf = (reply: Reply): Pick<NewMessage, 'components' | 'files'> => {
    const { message, files } = format.payloadOf(reply);
    return { components: message.components, files };
  };

  function show(reply: Reply, { at, about }: Cause, emit: Emit): PageMessage {
    const onlyFor = reply.private ? { onlyFor: at.person } : {};
    const message = messages.add(at.guild, { author: 'bot', ...bodyOf(reply), ...onlyFor, ...about });
    emit({ do: 'show', message });
    onShown(at.guild, message.id, reply);
    return message;
  }

  function replace(id: string, reply: Reply, { at }: Cause, emit: Emit): void {
    const message = messages.change(id, bodyOf(reply));
    if (!message) return;
    emit({ do: 'replace', message });
    onShown(at.guild, id, { ...reply, private: message.private });
  }

  async function seeThrough({ first, work }: LongWork, cause: Cause, emit: Emit): Promise<void> {
    const { id } = show(first, cause, emit);
    const result = await work(async (progress) => replace(id, progress, cause, emit));
    replace(id, result, cause, emit);
  }

  return async (response, cause, emit) => {
    const { on } = cause;
    if ('blocks' in response) show(response, cause, emit);
    else if ('work' in response) await seeThrough(response, cause, emit);
    else if ('modal' in response)
      emit({ do: 'ask', form: format.formOf(response.modal), ...(on ? { message: on.id } : {}) });
    else if ('update' in response && on) replace(on.id, response.update, cause, emit);
    else if ('remove' in response && on) {
      messages.remove(on.id);
      emit({ do: 'remove', id: on.id });
    }
  };
}
