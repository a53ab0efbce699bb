/** @import { PageNamed } from '../view.ts' */
/** @import { openPopup } from './popup.js' */
/** @import { Slash } from './slash.js' */
/** @import { openTextBox } from './text-box.js' */
import { openCommandLine } from './command-line.js';

/**
 * The place to type: the text box, or instead the fields of a command.
 * @param {ReturnType<typeof openTextBox>} text
 * @param {ReturnType<typeof openPopup>} popup
 * @param {(command: Slash, options: Record<string, string | number | boolean>) => void} run
 */
export function openEntry(text, popup, run) {
  /** @type {ReturnType<typeof openCommandLine> | undefined} */
  let line;

  /** @param {string} value */
  function toText(value) {
    line?.element.replaceWith(text.field);
    line = undefined;
    text.field.value = value;
    text.field.focus();
    text.suggest();
  }

  return {
    toText,
    /** @param {Slash} command @param {Record<string, string>} values @param {readonly PageNamed[]} named */
    start(command, values, named) {
      popup.hide();
      line = openCommandLine(command, values, popup, named, {
        run(options) {
          toText('');
          run(command, options);
        },
        leave: toText,
      });
      text.field.replaceWith(line.element);
      line.focus();
    },
    /** Discards the command that is being filled in. */
    leave() {
      if (line) toText('');
    },
    send() {
      if (line) void line.submit();
      else text.say();
    },
    /** The command being filled in, with its values; undefined if there is none. */
    typed: () => line?.typed(),
    focus: () => (line ? line.focus() : text.field.focus()),
  };
}
