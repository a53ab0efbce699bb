import * as spec from 'discord-api-spec/zod';
import { failure, MISSING_PERMISSIONS, refuse, type Answer, type Handler } from './fake-answer.ts';
import { PERMISSION, type Channel } from './fake-objects.ts';
import { againstSpec } from './fake-rules.ts';
import { botMay, type World } from './fake-world.ts';

const ARCHIVED = failure(400, 50083, 'Thread is archived');
export const LOCKED = failure(403, 160_005, 'This thread is locked');

/**
 * PATCH /channels/… of a thread: whoever may write in it may reopen it unless it is locked; anything else needs Manage Threads and a
 * thread that is open, or is opened by the same request.
 */
export const changeThread: Handler = (world, [channelId = ''], { body }) => {
  const thread = threadOf(world, channelId);
  const refusal = againstSpec(spec.UpdateThreadRequestPartialSchema, body);
  if (refusal) return refuse(refusal);
  if (!thread) return failure(404, 10003, 'Unknown Channel');
  const { archived, locked } = body as { archived?: boolean; locked?: boolean };
  const opens = archived === false && locked === undefined && !thread.locked;
  const needed = opens ? PERMISSION.sendInThreads : PERMISSION.manageThreads;
  if (!botMay(world, channelId, needed)) return MISSING_PERMISSIONS;
  if (thread.archived && archived !== false) return ARCHIVED;
  Object.assign(thread, body);
  return { status: 200, body: { id: channelId, thread_metadata: thread } };
};

/** The state of a thread; undefined for other channels. */
export const threadOf = (world: World, channelId: string): Channel['thread_metadata'] =>
  world.guilds.flatMap(({ channels }) => channels).find(({ id }) => id === channelId)?.thread_metadata;

/** Whether a thread is closed to the bot: nothing in an archived thread can change, and a locked one needs Manage Threads. */
export function closedThread(world: World, channelId: string): Answer | undefined {
  const thread = threadOf(world, channelId);
  if (thread?.archived) return ARCHIVED;
  return thread?.locked && !botMay(world, channelId, PERMISSION.manageThreads) ? LOCKED : undefined;
}
