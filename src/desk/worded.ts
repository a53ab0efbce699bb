import { formInLanguage, inLanguage } from '../reply/in-language.ts';
import type { Response } from '../reply/response.ts';
import { languageOf } from '../words/language.ts';
import type { Language } from '../words/spoken.ts';
import type { Asker } from './ports.ts';

/** The language of a message: the client's language when only the asker sees it, else the server's. */
export const languageFor = (
  { locale, guildLocale }: Pick<Asker, 'locale' | 'guildLocale'>,
  alone: boolean,
): Language => languageOf(alone ? locale : (guildLocale ?? locale));

/**
 * Translates the bot's own words in a response; quotes are never translated. `alone` says whether only the asker sees the result; by
 * default the reply's own setting decides.
 */
export function worded(response: Response, asker: Asker, alone?: boolean): Response {
  const language = (isPrivate: boolean): Language => languageFor(asker, alone ?? isPrivate);
  if ('blocks' in response) return inLanguage(response, language(response.private));
  if ('update' in response) return { update: inLanguage(response.update, language(response.update.private)) };
  if ('modal' in response) return { modal: formInLanguage(response.modal, languageFor(asker, true)) };
  if (!('work' in response)) return response;
  const { first, work } = response;
  const told = language(first.private);
  return {
    first: inLanguage(first, told),
    work: async (show) => inLanguage(await work((progress) => show(inLanguage(progress, told))), told),
  };
}
