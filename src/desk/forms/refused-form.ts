import { note } from '../../reply/blocks.ts';
import type { File, Reply } from '../../reply/reply.ts';
import { say } from '../../reply/say.ts';
import { failureReply } from '../dispatch.ts';
import type { Desk } from '../ports.ts';
import { DRAFT_FILE, writeDraft, type TypedFields } from './draft.ts';

/**
 * A refusal of a form. What was typed goes along as a file, so that nobody types it twice, and one button opens the form with it
 * again: all is in the message, so that this works after a restart too. `args` are those of the form.
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
