/** @import { PageMessage, ChannelView } from '../view.ts' */
/** @import { Slash } from './slash.js' */
import { byId, el, icon } from './dom.js';
import { openReplyBar } from './reply-bar.js';
import { openTextBox } from './text-box.js';
import { openEntry } from './entry.js';
import { authorOf } from './message.js';
import { openPopup } from './popup.js';
import { readTyped, slashCommands } from './slash.js';

const PLANE = 'M3 4l18 8-18 8 2-7 9-1-9-1z';

/**
 * What is being written: a message, perhaps in reply to another, or a command with its values.
 * @typedef {Readonly<{ text?: string; answers?: string; path?: string; values?: Record<string, string> }>} Draft
 */

/**
 * The box at the bottom, for plain text or a slash command with its options.
 * @param {Readonly<{
 *   say: (text: string, answers: string | undefined) => void;
 *   run: (command: Slash, options: Record<string, string | number | boolean>) => void;
 *   up: () => void;
 * }>} deeds `up` leaves the box upwards
 */
export function openComposer(deeds) {
  const root = byId('composer');
  const popup = openPopup(root);
  const text = openTextBox(popup, {
    start: (command, values) => entry.start(command, values, view.named),
    say(said) {
      const answers = replying.answers();
      replying.stop();
      deeds.say(said, answers);
    },
    escape: () => replying.stop(),
    up: deeds.up,
  });
  const entry = openEntry(text, popup, deeds.run);
  const send = el(
    'button',
    {
      type: 'button',
      class: 'icon-button send',
      'aria-label': 'Send',
      onclick: () => entry.send(),
    },
    icon(PLANE),
  );
  const box = el('div', { class: 'box' }, text.field, send);
  root.append(box);
  const replying = openReplyBar(box);
  /** @type {ChannelView} */
  let view;
  /** @type {readonly Slash[]} */
  let commands = [];

  return {
    /** @param {ChannelView} next @param {string} channel */
    open(next, channel) {
      view = next;
      commands = slashCommands(next.commands);
      text.open(next, commands, channel);
      replying.stop();
      entry.leave();
    },
    /** The next message answers this one. @param {PageMessage} message */
    answer(message) {
      entry.leave();
      replying.start(message, authorOf(message.author, view).name);
      text.field.focus();
    },
    /** Runs a command as it is typed, by way of its fields. @param {string} typed */
    type(typed) {
      const read = readTyped(typed, commands);
      if (!read) return entry.toText(typed);
      entry.leave();
      entry.start(read.command, read.values, view.named);
      entry.send();
    },
    /** What is being written now. @returns {Draft} */
    draft() {
      const answers = replying.answers();
      return entry.typed() ?? { text: text.field.value, ...(answers === undefined ? {} : { answers }) };
    },
    /** Goes on with what was being written. @param {Draft} draft */
    goOn({ text: words = '', answers, path, values = {} }) {
      const command = commands.find((each) => each.path === path);
      if (command) return entry.start(command, values, view.named);
      const message = view.messages.find(({ id }) => id === answers);
      if (message) this.answer(message);
      text.field.value = words;
    },
    focus: entry.focus,
  };
}
