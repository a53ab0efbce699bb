/** @import { openPopup } from './popup.js' */
/** @import { Slash } from './slash.js' */
import { el } from './dom.js';

/**
 * The button after a command's fields: it offers the options without a field, or runs a command that has no options.
 * @param {Slash} command
 * @param {() => Slash['options']} rest the options without a field
 * @param {ReturnType<typeof openPopup>} popup
 * @param {Readonly<{
 *   submit: () => void;
 *   key: (event: KeyboardEvent) => void;
 *   pick: (option: Slash['options'][number]) => void;
 * }>} deeds
 */
export function openMoreOptions(command, rest, popup, deeds) {
  const button = el('button', {
    type: 'button',
    class: 'more-options',
    'aria-haspopup': 'listbox',
    'aria-controls': 'choices',
    onclick: () => (command.options.length === 0 ? deeds.submit() : show()),
    onblur: () => popup.hide(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => deeds.key(event),
  });

  function show() {
    popup.show(button, {
      title: 'Options',
      lines: rest().map((option) => ({
        name: option.name,
        detail: option.description,
        pick: () => deeds.pick(option),
      })),
      first: true,
    });
  }

  return {
    button,
    /** Shows how many options have no field. */
    update() {
      const count = rest().length;
      button.hidden = count === 0 && command.options.length > 0;
      button.textContent = command.options.length === 0 ? 'Run' : `+${count} optional`;
    },
  };
}
