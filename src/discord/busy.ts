import { errorReply } from '../reply/error-reply.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { runText, say } from '../reply/say.ts';
import type { Language } from '../words/spoken.ts';

/** Work was given up before it began, because there is more than can be done in time. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/** Sent to everyone whose question was given up. */
export const BUSY_REPLY: Reply = errorReply(say('busy.later'));

/** The start of {@link BUSY_REPLY} in English, for programs that count such replies. */
export const BUSY = runText(say('busy.later'));

/** {@link BUSY_REPLY} in a language. Built once per language, because very many get it. */
export function busyIn(language: Language): Reply {
  const reply = busy.get(language) ?? inLanguage(BUSY_REPLY, language);
  busy.set(language, reply);
  return reply;
}

const busy = new Map<Language, Reply>();

/** The reply for work that was given up. Rethrows any other error. */
export function busyReply(error: unknown): Reply {
  if (error instanceof BusyError) return BUSY_REPLY;
  throw error;
}
