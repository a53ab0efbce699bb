import type { Asker } from '../../../src/desk/ports.ts';
import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import { changedList, mentionsOf } from './lists.ts';
import { line, note } from '../../../src/reply/blocks.ts';

type Input = Readonly<{ add?: string | undefined; remove?: string | undefined }>;

/** Shows or changes the editors' roles. An editor by role cannot appoint others. */
export async function setEditors({ add, remove }: Input, tools: EditorTools, asker: Asker): Promise<Reply> {
  const { archive, settings } = tools;
  const changes = add !== undefined || remove !== undefined;
  if (changes && !asker.mayEdit) throw new AskerError(say('desk.only-managers'));
  const { editorRoles } = changes
    ? await archive.settings.set({ editorRoles: changedList(settings.editorRoles, add, remove, 20) })
    : settings;
  return {
    tone: 'info',
    private: true,
    blocks: [
      line(
        editorRoles.length === 0
          ? say('desk.editors')
          : say('desk.editors-roles', { roles: mentionsOf('role', editorRoles) }),
      ),
      note(say('desk.hidden')),
    ],
  };
}
