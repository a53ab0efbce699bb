import { note } from '../../reply/blocks.ts';
import type { File, Reply } from '../../reply/reply.ts';
import { say } from '../../reply/say.ts';
import { failureReply } from '../dispatch.ts';
import type { Desk } from '../ports.ts';
import { DRAFT_FILE, writeDraft, type TypedFields } from './draft.ts';

/**
 * The refusal of a form. The input is attached as a file, so that nobody types it twice, and a button reopens the form with it.
 * Everything is in the message, so this also works after a restart. `args` are the form's arguments.
 */
export function refusedForm(
  error: Error,
  args: readonly string[],
  typed: TypedFields,
  desk: Pick<Desk, 'log'>,
): Reply {
  const refusal = failureReply(error, 'a form', desk);
  const file: File = { name: DRAFT_FILE, data: new TextEncoder().encode(writeDraft(typed)) };
  return {
    ...refusal,
    blocks: [...refusal.blocks, note(say('form.handed-back'))],
    files: [file],
    buttons: [{ label: say('button.again'), action: 'again', args }],
  };
}
