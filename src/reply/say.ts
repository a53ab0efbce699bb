import type { English, Key } from '../words/catalogue.ts';
import { ENGLISH, type Language } from '../words/spoken.ts';
import type { Counts, Fills } from '../words/pattern.ts';
import type { Run, Said, Text, Filling, Words } from './reply.ts';

type With<Pattern extends string> = Readonly<
  Record<Counts<Pattern>, number> & Record<Fills<Pattern>, Filling>
>;

/** A sentence of the catalogue with its arguments, which the compiler checks. */
export const say = <K extends Key>(
  key: K,
  ...[values]: [keyof With<English[K]>] extends [never] ? [] : [With<English[K]>]
): Said => ({ say: key, ...(values !== undefined && { with: values }) });

/** A day, formatted by the language; `iso` is an ISO 8601 date or time. */
export const day = (iso: string): Run => ({ day: iso });

/** A moment in UTC, to the minute. */
export const minute = (iso: string): Run => ({ minute: iso });

/** Items separated by commas. */
export const listed = (items: readonly (Run | Words)[]): Words =>
  items.flatMap((item, at): Run[] => [
    ...(at === 0 ? [] : [say('list.comma')]),
    ...(Array.isArray(item) ? (item as Words) : [item as Run]),
  ]);

/** Translates the sentences of the catalogue in some words; strings, news and names are left. */
export function spokenIn(words: Words, language: Language): Words {
  const runs: Run[] = [];
  for (const run of words.flatMap((each) => runsIn(each, language))) {
    const last = runs.at(-1);
    if (typeof run === 'string' && typeof last === 'string') runs[runs.length - 1] = last + run;
    else runs.push(run);
  }
  return runs;
}

function runsIn(run: Run, language: Language): Words {
  if (typeof run === 'string') return [run];
  if ('day' in run) return [language.day(run.day)];
  if ('minute' in run) return [language.minute(run.minute)];
  if (!('say' in run)) return [run];
  return language.parts(run.say).flatMap((part): Words => {
    if (typeof part === 'string') return [part];
    const value = run.with?.[part.name] ?? '';
    if (typeof value === 'number')
      return [part.forms ? language.form(value, part.forms) : language.number(value)];
    if (typeof value === 'object' && 'command' in value) return [commandName(value.command, language)];
    return (Array.isArray(value) ? (value as Words) : [value as Run]).flatMap((each) =>
      runsIn(each, language),
    );
  });
}

/**
 * A command as typed in a language, possibly with subcommand and options: `ask question:Who led it?` becomes `/fragen frage:Who led
 * it?`. Message commands have no slash.
 */
function commandName(typed: string, { commands: { names } }: Language): string {
  const told = (name: string): string => names[name] ?? name;
  if (typed !== typed.toLowerCase() && names[typed] !== undefined) return told(typed);
  if (/^[\w.-]+:$/u.test(typed)) return `${told(typed.slice(0, -1))}:`;
  const [, called = '', rest = ''] = /^([a-z-]+(?: [a-z-]+(?=\s|$))*)(.*)$/su.exec(typed) ?? [];
  if (called === '') return typed;
  const options = rest.replaceAll(/(?<=^|\s)([a-z-]+):/gu, (_all, name: string) => `${told(name)}:`);
  return `/${called.split(' ').map(told).join(' ')}${options}`;
}

/** Our own text in a language, as a string. */
export const textIn = (text: Text, language: Language): string =>
  typeof text === 'string' ? text : spokenIn([text], language).map(runText).join('');

/** A run as plain text; sentences of the catalogue in English. */
export function runText(run: Run): string {
  if (typeof run === 'string') return run;
  if ('say' in run || 'day' in run || 'minute' in run) return spokenIn([run], ENGLISH).map(runText).join('');
  if ('mention' in run) return `${run.mention} ${run.id}`;
  return 'news' in run ? run.news : run.typed;
}
