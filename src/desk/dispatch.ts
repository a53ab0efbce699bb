import { randomUUID } from 'node:crypto';
import { EngineError } from '../search/index/opensearch/engine-error.ts';
import { type Focus, focusOfArguments, focusOfOptions, focusOfTexts, focusOfTyping } from './focus.ts';
import { StoreError } from '../store/db/db.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { causeOf } from './cause.ts';
import { AskerError, errorReply } from '../reply/error-reply.ts';
import type { Reply, Words } from '../reply/reply.ts';
import { listed, say } from '../reply/say.ts';
import type { LongWork, Response } from '../reply/response.ts';
import { readCustomId, type Action, type ClickedMessage } from './action.ts';
import { type Asker, type Choice, type Command, isEditor, type Desk } from './ports.ts';
import type { Mention, MentionHandler } from './mention.ts';
import { withReceiptLinks } from './receipt-links.ts';
import { faultNotice } from '../words/fault.ts';
import { worded } from './worded.ts';
import { line, note } from '../reply/blocks.ts';

/** Discord's limits for autocomplete: 25 choices of at most 100 characters. */
const MAX_CHOICES = 25;
const MAX_CHOICE = 100;

/**
 * Runs a command with raw option values: checks the input, then the permission. Never throws: any failure becomes a reply of one plain
 * sentence, with a reference id that also appears in the log.
 */
export const runCommand = async (
  command: Command,
  raw: unknown,
  desk: Desk,
  asker: Asker,
): Promise<Response> => worded(await ran(command, raw, desk, asker), asker);

async function ran(command: Command, raw: unknown, desk: Desk, asker: Asker): Promise<Response> {
  const input = command.input.safeParse(raw);
  if (!input.success) {
    const faults = input.error.issues.flatMap((issue, at): Words => [
      ...(at === 0 ? [] : ['; ']),
      say('fault.of', {
        name: { command: `${issue.path.join('.') || 'input'}:` },
        fault: faultNotice(issue),
      }),
    ]);
    return errorReply(say('error.input', { command: { command: command.data.name }, faults }));
  }
  if (command.editorsOnly && !isEditor(desk, asker)) {
    return errorReply(say('error.editors', { command: { command: command.data.name } }));
  }
  if (!command.editorsOnly && !answersHere(desk, asker)) return elsewhereReply(desk);
  const focus = (): Focus =>
    focusOfOptions(raw, command.editorsOnly === true || command.data.name === 'help');
  return guarded(
    async (focused) => command.run(input.data, focused, asker),
    `/${command.data.name}`,
    desk,
    focus,
  );
}

/**
 * Runs the action of a button or form. A `custom_id` that is not ours, or whose arguments are invalid, only gets a reply that says so.
 * Never throws, like {@link runCommand}.
 */
export async function runAction(
  actions: readonly Action[],
  id: string,
  desk: Desk,
  asker: Asker,
  origin: ClickedMessage,
): Promise<Response> {
  const response = await acted(actions, id, desk, asker, origin);
  return worded(response, asker, 'update' in response ? origin.private : undefined);
}

async function acted(
  actions: readonly Action[],
  id: string,
  desk: Desk,
  asker: Asker,
  origin: ClickedMessage,
): Promise<Response> {
  const read = readCustomId(id);
  const action = actions.find(({ name }) => name === read?.action);
  const args = action?.args.safeParse(read?.args);
  if (!action || !args?.success) return errorReply(say('error.old-button'));
  if (action.editorsOnly && !isEditor(desk, asker)) return errorReply(say('error.editors-button'));
  const meant = action.standsFor?.(args.data, desk.commands);
  if (meant) return ran(meant.command, meant.raw, desk, asker);
  const focus = (): Focus => focusOfArguments(read?.args ?? [], origin.fields);
  return guarded(
    async (focused) => action.run(args.data, focused, asker, origin),
    `button ${action.name}`,
    desk,
    focus,
  );
}

/** Answers a mention or a follow-up. Never throws, like {@link runCommand}. */
export async function runMention(
  answer: MentionHandler,
  mention: Mention,
  desk: Desk,
  asker: Asker,
): Promise<Response> {
  const focus = (): Focus =>
    focusOfTexts([mention.text, ...(mention.previous === undefined ? [] : [mention.previous])]);
  const response = answersHere(desk, asker)
    ? await guarded(async (focused) => answer(mention, focused, asker), 'a mention', desk, focus)
    : elsewhereReply(desk);
  // Everyone who sees the message sees its answer.
  return worded(response, asker, false);
}

/** Whether questions are answered in this channel; editors may ask anywhere. */
const answersHere = (desk: Desk, asker: Asker): boolean =>
  desk.answerChannels.length === 0 ||
  asker.outside === true ||
  isEditor(desk, asker) ||
  desk.answerChannels.some((id) => asker.channels?.includes(id) ?? false);

function elsewhereReply({ answerChannels }: Desk): Reply {
  const channels = listed(answerChannels.slice(0, 5).map((id) => ({ mention: 'channel', id })));
  return errorReply(say('error.elsewhere', { channels }));
}

async function guarded(
  run: (desk: Desk) => Promise<Response>,
  what: string,
  desk: Desk,
  focus: () => Focus,
): Promise<Response> {
  const begun = performance.now();
  try {
    const focused = await focusedOn(desk, focus());
    const response = await linked(await run(focused), desk);
    desk.took(performance.now() - begun);
    if ('blocks' in response) return lookedAtSome(stillOpening(response, desk), focused);
    if (!('work' in response)) return response;
    const work: LongWork['work'] = async (show) =>
      stillOpening(
        await withReceiptLinks(await workSafely(() => response.work(show), what, desk), desk.receiptLink),
        desk,
      );
    return { ...response, work };
  } catch (error) {
    return stillOpening(failureReply(error, what, desk), desk);
  }
}

/** Links quotes to their public pages where their articles have no URL. */
async function linked(response: Response, { receiptLink }: Desk): Promise<Response> {
  if ('blocks' in response) return withReceiptLinks(response, receiptLink);
  if ('update' in response) return { update: await withReceiptLinks(response.update, receiptLink) };
  return response;
}

/** The desk with the articles for this focus, when its index does not contain all of them. */
const focusedOn = async (desk: Desk, focus: Focus): Promise<Desk> => (await desk.focus?.(focus)) ?? desk;

/** Adds a note while the index is still loading. A reply that found nothing is replaced, because nothing can be ruled out yet. */
function stillOpening(reply: Reply, { opening }: Desk): Reply {
  if (!opening) return reply;
  const far = { read: opening.read, articles: opening.all };
  if (reply.tone === 'nothing')
    return { tone: 'unsure', private: true, blocks: [line(say('error.opening-none', far))] };
  return { ...reply, blocks: [...reply.blocks, note(say('error.opening', far))] };
}

/** Adds a note when only some articles about a topic were searched, so that counts are not taken for totals. */
function lookedAtSome(reply: Reply, { lookedAt }: Desk): Reply {
  if (!lookedAt || reply.tone === 'error') return reply;
  return { ...reply, blocks: [...reply.blocks, note(say('error.looked-at', lookedAt))] };
}

async function workSafely(work: () => Promise<Reply>, what: string, desk: Desk): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    return failureReply(error, what, desk);
  }
}

/**
 * A reply of one plain sentence about a failure. Errors that the asker can fix have their own words; anything else is logged with its
 * cause, under the reference id that the reply shows.
 */
export function failureReply(error: unknown, what: string, { log }: Pick<Desk, 'log'>): Reply {
  if (error instanceof AskerError || error instanceof IntakeError) return errorReply(error.told);
  if (error instanceof EngineError) {
    log.warn(
      { what, fault: error.fault, cause: String(error.cause) },
      'the search engine could not be asked',
    );
    return errorReply(error.told);
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, what, cause: causeOf(error) }, 'a command failed');
  const told = error instanceof StoreError ? error.told : say('error.unexpected');
  return errorReply(say('error.reference', { what: told, reference }));
}

/** Autocomplete choices, cut to Discord's limits. Never throws: a failure gives an empty list and a log line. */
export async function suggestChoices(
  command: Command,
  option: string,
  typed: string,
  desk: Desk,
  asker: Asker,
): Promise<readonly Choice[]> {
  if (command.editorsOnly ? !isEditor(desk, asker) : !answersHere(desk, asker)) return [];
  try {
    const focused = await focusedOn(desk, focusOfTyping(typed));
    const choices = (await command.suggest?.(option, typed, focused, asker)) ?? [];
    return choices
      .filter(({ name, value }) => name.length <= MAX_CHOICE && value.length <= MAX_CHOICE)
      .slice(0, MAX_CHOICES);
  } catch (error) {
    desk.log.error(
      { what: `autocomplete of /${command.data.name}`, cause: String(error) },
      'autocomplete failed',
    );
    return [];
  }
}
