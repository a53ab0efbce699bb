/** @import { ChannelView } from '../view.ts' */
/** @import { openPopup } from './popup.js' */
/** @import { Slash } from './slash.js' */
import { el } from './dom.js';
import { readTyped } from './slash.js';
import { commandSuggestions, nameSuggestions } from './suggestions.js';

/** Discord's limit. Characters. */
const MESSAGE_MAX = 2000;
/** A mention being typed: an at sign at the start of a word, and the name so far. */
const MENTION = /(?:^|\s)@(\p{L}*)$/u;

/**
 * The field for plain text; it suggests commands after a slash and names after an at sign.
 * @param {ReturnType<typeof openPopup>} popup
 * @param {Readonly<{
 *   start: (command: Slash, values: Record<string, string>) => void;
 *   say: (text: string) => void;
 *   escape: () => void;
 *   up: () => void;
 * }>} deeds `start` begins a command; `escape` gives up answering; `up` leaves the field upwards
 */
export function openTextBox(popup, deeds) {
  const field = el('textarea', {
    id: 'message-box',
    class: 'message-box',
    rows: 1,
    maxlength: MESSAGE_MAX,
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'choices',
  });
  /** @type {ChannelView} */
  let view;
  /** @type {readonly Slash[]} */
  let commands = [];

  function suggest() {
    const typed = field.value;
    if (typed.startsWith('/')) {
      const read = readTyped(typed, commands);
      if (read) return deeds.start(read.command, read.values);
      return popup.show(field, commandSuggestions(typed, commands, view, deeds.start));
    }
    const mention = MENTION.exec(typed.slice(0, field.selectionStart));
    if (!mention) return popup.hide();
    const [, name = ''] = mention;
    popup.show(
      field,
      nameSuggestions(name, view, (chosen) => insert(chosen, name.length)),
    );
  }

  /** @param {string} name @param {number} typed characters of it that are there already */
  function insert(name, typed) {
    const at = field.selectionStart;
    field.setRangeText(`${name} `, at - typed, at, 'end');
    popup.hide();
  }

  function say() {
    const said = field.value.trim();
    if (said === '') return;
    field.value = '';
    popup.hide();
    deeds.say(withMentions(said, view));
  }

  field.addEventListener('input', suggest);
  field.addEventListener('blur', () => popup.hide());
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || popup.handle(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      say();
    } else if (event.key === 'Escape') deeds.escape();
    else if (event.key === 'ArrowUp' && field.value === '') {
      event.preventDefault();
      deeds.up();
    }
  });

  return {
    field,
    say,
    suggest,
    /** @param {ChannelView} next @param {readonly Slash[]} itsCommands @param {string} channel */
    open(next, itsCommands, channel) {
      view = next;
      commands = itsCommands;
      field.placeholder = `Message #${channel}`;
      field.setAttribute('aria-label', `Message #${channel}`);
    },
  };
}

/** Names with an at sign become mentions. @type {(said: string, view: ChannelView) => string} */
const withMentions = (said, { bot, people }) =>
  [bot, ...people].reduce(
    (words, { name, id }) => words.replace(new RegExp(`@${name}(?!\\p{L})`, 'giu'), () => `<@${id}>`),
    said,
  );
