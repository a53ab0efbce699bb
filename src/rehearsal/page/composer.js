/** @import { PageMessage, ChannelView } from '../view.ts' */
/** @import { Slash } from './slash.js' */
import { byId, el, icon } from './dom.js';
import { openCommandLine } from './command-line.js';
import { authorOf } from './message.js';
import { openPopup } from './popup.js';
import { findSlash, readTyped, slashCommands } from './slash.js';

const PLANE = 'M3 4l18 8-18 8 2-7 9-1-9-1z';
const CROSS =
  'M6.400 5 12 10.600 17.600 5 19 6.400 13.400 12l5.600 5.600-1.400 1.400-5.600-5.600L6.400 19 5 17.600l5.600-5.600L5 6.400z';
/** Discord's limit. Characters. */
const MESSAGE_MAX = 2000;
/** A mention being typed: an at sign at the start of a word, and the name so far. */
const MENTION = /(?:^|\s)@(\p{L}*)$/u;

/**
 * What is being written: words, perhaps in answer to a message, or a command with what is filled in.
 * @typedef {Readonly<{ text?: string; answers?: string; path?: string; values?: Record<string, string> }>} Draft
 */

/**
 * The box at the bottom: plain text, or a slash command with its options.
 * @param {Readonly<{
 *   say: (text: string, answers: string | undefined) => void;
 *   run: (command: Slash, options: Record<string, string | number | boolean>) => void;
 *   up: () => void;
 * }>} deeds `up` leaves the box upwards
 */
export function openComposer(deeds) {
  const root = byId('composer');
  const popup = openPopup(root);
  const text = el('textarea', {
    id: 'message-box',
    class: 'message-box',
    rows: 1,
    maxlength: MESSAGE_MAX,
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'choices',
  });
  const send = el(
    'button',
    {
      type: 'button',
      class: 'icon-button send',
      'aria-label': 'Send',
      onclick: () => (line ? void line.submit() : say()),
    },
    icon(PLANE),
  );
  const box = el('div', { class: 'box' }, text, send);
  root.append(box);
  /** @type {ChannelView} */
  let view;
  /** @type {readonly Slash[]} */
  let commands = [];
  /** @type {ReturnType<typeof openCommandLine> | undefined} */
  let line;
  /** @type {PageMessage | undefined} */
  let answered;

  /** @param {Slash} command @param {Record<string, string>} values */
  function start(command, values) {
    popup.hide();
    line = openCommandLine(command, values, popup, view.named, {
      run(options) {
        toText('');
        deeds.run(command, options);
      },
      leave: toText,
    });
    text.replaceWith(line.element);
    line.focus();
  }

  /** @param {string} value */
  function toText(value) {
    line?.element.replaceWith(text);
    line = undefined;
    text.value = value;
    text.focus();
    suggest();
  }

  function suggest() {
    const typed = text.value;
    const mention = MENTION.exec(typed.slice(0, text.selectionStart));
    if (typed.startsWith('/')) {
      const read = readTyped(typed, commands);
      if (read) return start(read.command, read.values);
      const found = findSlash(typed.slice(1).trim(), commands);
      return popup.show(text, {
        title: found.length > 0 ? `Commands of ${view.bot.name}` : undefined,
        hint: found.length > 0 ? undefined : [`There is no command like ${typed}`],
        lines: found.map((command) => ({
          name: `/${command.path}`,
          detail: command.description,
          tall: true,
          pick: () => start(command, {}),
        })),
        first: true,
      });
    }
    if (mention) return suggestNames(mention[1] ?? '');
    return popup.hide();
  }

  /** @param {string} typed */
  function suggestNames(typed) {
    const fitting = [view.bot, ...view.people].filter(({ name }) =>
      name.toLowerCase().startsWith(typed.toLowerCase()),
    );
    popup.show(text, {
      title: 'Members',
      lines: fitting.map(({ name }) => ({
        name,
        pick() {
          const at = text.selectionStart;
          text.setRangeText(`${name} `, at - typed.length, at, 'end');
          popup.hide();
        },
      })),
      first: true,
    });
  }

  function say() {
    const said = text.value.trim();
    if (said === '') return;
    const answers = answered?.id;
    stopAnswering();
    text.value = '';
    popup.hide();
    deeds.say(withMentions(said), answers);
  }

  /** @param {string} said names with an at sign become mentions */
  const withMentions = (said) =>
    [view.bot, ...view.people].reduce(
      (words, { name, id }) => words.replace(new RegExp(`@${name}(?!\\p{L})`, 'giu'), () => `<@${id}>`),
      said,
    );

  function stopAnswering() {
    answered = undefined;
    root.querySelector('.replying')?.remove();
  }

  text.addEventListener('input', suggest);
  text.addEventListener('blur', () => popup.hide());
  text.addEventListener('keydown', (event) => {
    if (event.isComposing || popup.handle(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      say();
    } else if (event.key === 'Escape' && answered) stopAnswering();
    else if (event.key === 'ArrowUp' && text.value === '') {
      event.preventDefault();
      deeds.up();
    }
  });

  return {
    /** @param {ChannelView} next @param {string} channel */
    open(next, channel) {
      view = next;
      commands = slashCommands(next.commands);
      stopAnswering();
      if (line) toText('');
      text.placeholder = `Message #${channel}`;
      text.setAttribute('aria-label', `Message #${channel}`);
    },
    /** The next message answers this one. @param {PageMessage} message */
    answer(message) {
      if (line) toText('');
      stopAnswering();
      answered = message;
      const { name } = authorOf(message.author, view);
      const close = {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'Stop replying',
        onclick: stopAnswering,
      };
      box.before(
        el(
          'div',
          { class: 'replying' },
          el('span', {}, 'Replying to ', el('b', {}, name)),
          el('button', close, icon(CROSS)),
        ),
      );
      text.focus();
    },
    /** Runs a command as it is typed, by way of its fields. @param {string} typed */
    type(typed) {
      const read = readTyped(typed, commands);
      if (!read) return toText(typed);
      if (line) toText('');
      start(read.command, read.values);
      void line?.submit();
    },
    /** What is being written now. @returns {Draft} */
    draft: () => line?.typed() ?? { text: text.value, ...(answered ? { answers: answered.id } : {}) },
    /** Goes on with what was being written. @param {Draft} draft */
    goOn({ text: words = '', answers, path, values = {} }) {
      const command = commands.find((each) => each.path === path);
      if (command) return start(command, values);
      const message = view.messages.find(({ id }) => id === answers);
      if (message) this.answer(message);
      text.value = words;
    },
    focus: () => (line ? line.focus() : text.focus()),
  };
}
