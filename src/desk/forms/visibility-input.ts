import type { APIApplicationCommandBasicOption } from 'discord.js';
import type { Visibility } from '../../store/articles/stored.ts';
import { AskerError } from '../../reply/error-reply.ts';
import type { Said, Words } from '../../reply/reply.ts';
import type { Asker, Choice } from '../ports.ts';
import { OPTION } from '../options.ts';
import { listed, minute, say, textIn } from '../../reply/say.ts';
import { LANGUAGES } from '../../words/language.ts';
import { languageFor } from '../worded.ts';

/** Where and from when an article may be quoted, as typed. */
export type VisibilityInput = Readonly<{ channels?: string | undefined; embargo?: string | undefined }>;

export const visibilityOptions: APIApplicationCommandBasicOption[] = [
  {
    type: OPTION.string,
    name: 'channels',
    description: 'Quote it only in these channels, e.g. #politics #desk; or: everywhere',
    autocomplete: true,
  },
  {
    type: OPTION.string,
    name: 'embargo',
    description: 'Quote it from this time on: 2026-03-04 08:00 UTC, or 90m, 3h, 2d; or: none',
    autocomplete: true,
  },
];

/** Choices for {@link visibilityOptions}. */
export function suggestVisibility(option: string, asker: Asker): Choice[] {
  const [here] = asker.channels ?? [];
  const told = (text: Said): string => textIn(text, languageFor(asker, true));
  const [everywhere, none] = [told(EVERYWHERE), told(NONE)];
  if (option === 'embargo') return [none, '1h', '3h', '1d'].map((value) => ({ name: value, value }));
  if (option !== 'channels') return [];
  const only = here === undefined ? [] : [{ name: told(say('seen-by.only-here')), value: `<#${here}>` }];
  return [{ name: everywhere, value: everywhere }, ...only];
}

const EVERYWHERE = say('seen-by.word-everywhere');
const NONE = say('seen-by.word-none');

/** Whether a word of ours was typed, in any language. */
const isSaid = (word: Said, typed: string): boolean =>
  LANGUAGES.some((language) => textIn(word, language).toLowerCase() === typed.trim().toLowerCase());

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Applies typed changes to an article's visibility. Throws {@link AskerError} when one cannot be read. */
export function changedVisibility(
  before: Visibility,
  { channels, embargo }: VisibilityInput,
  now: Date,
): Visibility {
  const wanted = channels === undefined ? before.channels : readChannels(channels);
  const until = embargo === undefined ? before.embargoUntil : readEmbargo(embargo, now);
  return {
    ...(wanted && wanted.length > 0 && { channels: wanted }),
    ...(until !== undefined && { embargoUntil: until }),
  };
}

/** Channel ids from `<#1> <#2>` or bare ids; empty for “everywhere”. Throws {@link AskerError}. */
export function readChannels(typed: string): readonly string[] {
  if (isSaid(EVERYWHERE, typed)) return [];
  const words = typed.split(/[\s,]+/u).filter(Boolean);
  const ids = words.map((word) => /^(?:<#)?(\d{1,20})>?$/u.exec(word)?.[1]);
  const wrong = words.find((_word, at) => ids[at] === undefined);
  if (wrong !== undefined || ids.length === 0 || ids.length > 100)
    throw new AskerError(say('seen-by.no-channel', { typed: wrong ?? typed }));
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

/** The end of an embargo, ISO 8601 in UTC; undefined for “none”. Throws {@link AskerError}. */
function readEmbargo(typed: string, now: Date): string | undefined {
  const text = typed.trim();
  if (isSaid(NONE, text)) return undefined;
  const span = /^(\d{1,4})\s*([mhd])$/iu.exec(text);
  if (span) return new Date(now.getTime() + Number(span[1]) * unitOf(span[2])).toISOString();
  const time =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)\s*(Z|UTC|[+-]\d{2}:\d{2})?$/iu.exec(text);
  const at = time ? Date.parse(`${time[1]}T${time[2]}${zoneOf(time[3])}`) : Number.NaN;
  if (Number.isNaN(at)) throw new AskerError(say('seen-by.no-time', { typed: text }));
  return new Date(at).toISOString();
}

const unitOf = (letter = 'm'): number => UNITS[letter.toLowerCase() as keyof typeof UNITS];

const zoneOf = (zone = 'Z'): string => (/^utc$/iu.test(zone) ? 'Z' : zone);

/** Where and from when an article may be quoted, in words. */
export function visibilityWords({ channels, embargoUntil }: Visibility, now: Date): Words {
  const where = channels
    ? say('seen-by.channels', { channels: listed(channels.map((id) => ({ mention: 'channel', id }))) })
    : say('seen-by.everywhere');
  if (embargoUntil === undefined) return [where];
  const over = Date.parse(embargoUntil) <= now.getTime();
  return [say(over ? 'seen-by.since' : 'seen-by.until', { where, minute: minute(embargoUntil) })];
}
