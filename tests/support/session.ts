import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { customId } from '../../src/desk/action.ts';
import type { Asker } from '../../src/desk/ports.ts';
import { runAction, runCommand, suggestChoices } from '../../src/desk/dispatch.ts';
import type { Newsroom } from '../../src/newsroom/newsroom.ts';
import { runText } from '../../src/reply/say.ts';
import type { Block, Button, Reply } from '../../src/reply/reply.ts';
import type { Modal, Response } from '../../src/reply/response.ts';

/** The result of long work; any other response unchanged. */
export async function finished(response: Response): Promise<Response> {
  return 'work' in response ? response.work(async () => undefined) : response;
}

/** The reply in a response, whether new or an update. */
export function replyOf(response: Response): Reply {
  if ('blocks' in response) return response;
  if ('update' in response) return response.update;
  throw new Error(`This is no reply: ${JSON.stringify(response)}`);
}

export function modalOf(response: Response): Modal {
  if ('modal' in response) return response.modal;
  throw new Error(`This is no form: ${JSON.stringify(response)}`);
}

/** Everything that a reply says, as one text. */
export function textOf(response: Response): string {
  return replyOf(response).blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'quote':
      return [
        block.label === undefined ? undefined : runText(block.label),
        block.quote.before,
        block.quote.text,
        block.quote.headline,
        block.quote.receipt,
      ].join('\n');
    case 'list':
      return block.items.map((words) => words.map(runText).join('')).join('\n');
    case 'spans':
      return block.items.map(({ news, receipt }) => `${news} ${receipt}`).join('\n');
    case 'exact':
      return block.news;
    case 'code':
      return block.text;
    case 'title':
    case 'text':
    case 'note':
      return block.words.map(runText).join('');
    case 'gap':
    case 'rule':
      return '';
  }
}

/** The custom ids of a reply's buttons by label; the first of equal labels. */
export function buttonsOf(response: Response): Readonly<Record<string, string>> {
  const reply = replyOf(response);
  const inside = reply.blocks.flatMap((block) => (block.type === 'quote' ? (block.buttons ?? []) : []));
  const ids = [...inside, ...(reply.buttons ?? [])].toReversed().flatMap((button: Button) => {
    const id = 'action' in button ? customId(button.action, button.args) : undefined;
    return id === undefined ? [] : [[runText(button.label), id] as const];
  });
  return Object.fromEntries(ids);
}

/** A person's actions in a server, through the dispatcher that every edge uses. */
export function sessionIn(newsroom: Pick<Newsroom, 'deskFor'>) {
  const act = async (id: string, asker: Asker, fields: Readonly<Record<string, string>> = {}) =>
    finished(
      await runAction(actions, id, await newsroom.deskFor(asker), asker, { private: true, text: '', fields }),
    );
  const commandNamed = (name: string) => {
    const command = commands.find(({ data }) => data.name === name);
    if (!command) throw new Error(`There is no /${name}.`);
    return command;
  };
  return {
    act,
    run: async (name: string, raw: object, asker: Asker) =>
      finished(await runCommand(commandNamed(name), raw, await newsroom.deskFor(asker), asker)),
    /** Fills in a form. */
    submit: (modal: Modal, asker: Asker, fields: Readonly<Record<string, string>>) =>
      act(customId(modal.action, modal.args) ?? '', asker, fields),
    suggest: async (name: string, option: string, typed: string, asker: Asker) =>
      suggestChoices(commandNamed(name), option, typed, await newsroom.deskFor(asker), asker),
  };
}
