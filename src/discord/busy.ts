import { errorReply } from '../reply/error-reply.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { runText, say } from '../reply/say.ts';
import type { Language } from '../words/spoken.ts';

/** Work that was given up unbegun: there is more to do than can be done in time. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/** Told to those whose question was given up. */
export const BUSY_REPLY: Reply = errorReply(say('busy.later'));

/** How it begins in English, for who counts such replies. */
export const BUSY = runText(say('busy.later'));

/** The same in a language; made once for each, since it is told to very many. */
export function busyIn(language: Language): Reply {
  const reply = busy.get(language) ?? inLanguage(BUSY_REPLY, language);
  busy.set(language, reply);
  return reply;
}

const busy = new Map<Language, Reply>();

/** What to reply when work was given up. Throws any other error on. */
export function busyReply(error: unknown): Reply {
  if (error instanceof BusyError) return BUSY_REPLY;
  throw error;
}
