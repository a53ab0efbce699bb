import type { APIApplicationCommandBasicOption, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { z } from 'zod';
import { fold } from '../english/words.ts';
import { inEnglish, message } from '../words/message.ts';
import type { Choice, Desk } from './ports.ts';

/** Discord's numbers for option types; commands import only types from discord.js. */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  channel: 7,
  role: 8,
  attachment: 11,
} as const;

/** For commands that people can install for themselves and use in any server or direct message. */
export const ANYWHERE: Pick<RESTPostAPIApplicationCommandsJSONBody, 'contexts' | 'integration_types'> = {
  contexts: [0, 1, 2],
  integration_types: [0, 1],
};

/** By default only people with Manage Server see an editors' command; a server's settings can open it to a role. */
export const MANAGE_SERVER = String(1 << 5);

/** The longest text an asker may hand in. Characters; Discord's own limit for a string option is 6,000. */
const TEXT_MAX = 1000;

/** A typed text: trimmed, not empty, at most 1,000 characters. */
export const typedText = z.string().trim().min(1).max(TEXT_MAX);

/** A file given to a command. The sender sets all of its fields. */
export const attachedFile = z.strictObject({
  name: z.string().min(1),
  url: z.url(),
  /** Media type. */
  type: z.string().optional(),
  /** Size. */
  bytes: z.int().min(0),
});
export type AttachedFile = z.output<typeof attachedFile>;

/** Endings of files that can be read, in the form of Discord's `file_types`: at most ten. */
export const READ_TYPES: `.${string}`[] = ['.txt', '.md', '.markdown', '.html', '.htm', '.docx', '.pdf'];

/** The id of a channel, role or person. */
export const snowflake = z.string().regex(/^\d{1,20}$/u, inEnglish(message('fault.list')));

const day = z.iso.date(inEnglish(message('fault.day')));

/** Options of every reading command. */
export const readingInput = { hide: z.boolean().default(false) };
export const readingOptions: APIApplicationCommandBasicOption[] = [
  { type: OPTION.boolean, name: 'hide', description: 'Show the answer to you alone' },
];

export const dateInput = { from: day.optional(), to: day.optional() };
export const dateOptions: APIApplicationCommandBasicOption[] = [
  { type: OPTION.string, name: 'from', description: 'Only articles from this date on, e.g. 2017-07-01' },
  { type: OPTION.string, name: 'to', description: 'Only articles up to this date, e.g. 2017-12-31' },
];

export const companyOption: APIApplicationCommandBasicOption = {
  type: OPTION.string,
  name: 'company',
  description: 'Whose news? Leave it out to ask all articles',
  autocomplete: true,
};

export const articleOption: APIApplicationCommandBasicOption = {
  type: OPTION.string,
  name: 'article',
  description: 'Which article? Its headline or id',
  autocomplete: true,
};

export const topicOption: APIApplicationCommandBasicOption = {
  type: OPTION.string,
  name: 'topic',
  description: 'Only about this: a name or a few words',
  autocomplete: true,
};

/** Choices for options that several commands share. */
export function suggestCommon(option: string, typed: string, desk: Desk): Choice[] {
  if (option === 'company' || option === 'topic') return suggestNames(typed, desk);
  return option === 'article' ? suggestArticles(typed, desk) : [];
}

const squeeze = (text: string): string => fold(text.replace(/\s+/gu, ' ').trim());

/** Names in the archive that contain the typed text; those that begin with it first. */
export function suggestNames(typed: string, desk: Desk): Choice[] {
  const wanted = squeeze(typed);
  const fitting = desk.index.names().filter((name) => name.length <= 100 && squeeze(name).includes(wanted));
  const starting = fitting.filter((name) => squeeze(name).startsWith(wanted));
  return [...new Set([...starting, ...fitting])].slice(0, 25).map((name) => ({ name, value: name }));
}

function suggestArticles(typed: string, desk: Desk): Choice[] {
  const wanted = squeeze(typed);
  return desk.index
    .documents()
    .filter(({ article }) => squeeze(`${article.headline} ${article.id}`).includes(wanted))
    .slice(0, 25)
    .map(({ article }) => ({
      // A label may be shortened at its end, with an ellipsis; the value never is.
      name: article.headline.length <= 100 ? article.headline : `${article.headline.slice(0, 98)} …`,
      value: article.id,
    }));
}
