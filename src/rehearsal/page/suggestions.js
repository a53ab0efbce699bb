/** @import { ChannelView } from '../view.ts' */
/** @import { Content } from './popup.js' */
/** @import { Slash } from './slash.js' */
import { findSlash } from './slash.js';

/**
 * The commands that match what is typed after a slash.
 * @param {string} typed
 * @param {readonly Slash[]} commands
 * @param {ChannelView} view
 * @param {(command: Slash, values: Record<string, string>) => void} start
 * @returns {Content}
 */
export function commandSuggestions(typed, commands, view, start) {
  const found = findSlash(typed.slice(1).trim(), commands);
  return {
    title: found.length > 0 ? `Commands of ${view.bot.name}` : undefined,
    hint: found.length > 0 ? undefined : [`There is no command like ${typed}`],
    lines: found.map((command) => ({
      name: `/${command.path}`,
      detail: command.description,
      tall: true,
      pick: () => start(command, {}),
    })),
    first: true,
  };
}

/**
 * The people whose names start with what is typed after an at sign.
 * @param {string} typed
 * @param {ChannelView} view
 * @param {(name: string) => void} pick
 * @returns {Content}
 */
export function nameSuggestions(typed, { bot, people }, pick) {
  const fitting = [bot, ...people].filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));
  return {
    title: 'Members',
    lines: fitting.map(({ name }) => ({ name, pick: () => pick(name) })),
    first: true,
  };
}
