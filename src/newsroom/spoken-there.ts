import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { languageOf } from '../words/language.ts';
import type { Outlet } from './outlet.ts';

/** Puts a message that nobody asked for into the language of its server. */
export const spokenThere = (reply: Reply, { localeOf }: Pick<Outlet, 'localeOf'>, guildId: string): Reply =>
  inLanguage(reply, languageOf(localeOf?.(guildId)));
