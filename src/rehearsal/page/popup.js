/** @import { Child } from './dom.js' */
import { el } from './dom.js';

/**
 * A line of the list: what it shows and what choosing it does.
 * @typedef {Readonly<{ name: string; detail?: string; tall?: boolean; pick: () => void }>} Line
 */

/**
 * The content of the list. `first`: whether the first line is preselected, so that Enter chooses it.
 * @typedef {{ title?: string | undefined; hint?: Child[] | undefined; isError?: boolean; lines: readonly Line[]; first: boolean }} Content
 */

/**
 * The list above the message box: commands, options, choices or people. The focus stays in the field; the list follows the ARIA
 * combobox pattern.
 * @param {HTMLElement} parent
 */
export function openPopup(parent) {
  const hint = el('div', { class: 'hint', hidden: true });
  const title = el('div', { class: 'popup-title', hidden: true });
  const list = el('div', { class: 'choices', role: 'listbox', id: 'choices', 'aria-label': 'Choices' });
  const popup = el('div', { class: 'popup', hidden: true }, hint, title, list);
  parent.append(popup);
  /** @type {readonly Line[]} */
  let lines = [];
  let active = -1;
  /** @type {HTMLElement | undefined} */
  let field;

  function mark() {
    for (const [index, line] of [...list.children].entries()) {
      line.setAttribute('aria-selected', String(index === active));
      if (index === active) line.scrollIntoView({ block: 'nearest' });
    }
    field?.setAttribute('aria-expanded', String(lines.length > 0 && !popup.hidden));
    if (active >= 0) field?.setAttribute('aria-activedescendant', `choice-${active}`);
    else field?.removeAttribute('aria-activedescendant');
  }

  return {
    /**
     * Shows lines for a field.
     * @param {HTMLElement} owner
     * @param {Content} content
     */
    show(owner, content) {
      field = owner;
      ({ lines } = content);
      active = content.first && lines.length > 0 ? 0 : -1;
      title.textContent = content.title ?? '';
      title.hidden = content.title === undefined;
      hint.replaceChildren(...(content.hint ?? []).filter((child) => child !== undefined && child !== false));
      hint.hidden = content.hint === undefined;
      hint.toggleAttribute('data-error', content.isError ?? false);
      list.hidden = lines.length === 0;
      list.replaceChildren(...lines.map(drawLine));
      popup.hidden = lines.length === 0 && content.hint === undefined;
      list.scrollTop = 0;
      mark();
    },
    hide() {
      popup.hidden = true;
      lines = [];
      active = -1;
      mark();
    },
    get isOpen() {
      return !popup.hidden && lines.length > 0;
    },
    /**
     * Handles a key press in the field while lines are shown. Returns whether it did.
     * @param {KeyboardEvent} event
     */
    handle(event) {
      if (popup.hidden || lines.length === 0) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        active =
          active === -1 && step === -1 ? lines.length - 1 : (active + step + lines.length) % lines.length;
        mark();
      } else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && active >= 0) {
        lines[active]?.pick();
      } else if (event.key === 'Escape') {
        this.hide();
      } else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** @type {(line: Line, index: number) => HTMLElement} */
const drawLine = ({ name, detail, tall, pick }, index) =>
  el(
    'div',
    {
      class: 'choice',
      role: 'option',
      id: `choice-${index}`,
      'aria-selected': 'false',
      'data-tall': tall,
      // Keeps the focus in the field.
      onmousedown: (/** @type {MouseEvent} */ event) => event.preventDefault(),
      onclick: pick,
    },
    el('span', { class: 'choice-name' }, name),
    detail !== undefined && el('span', { class: 'choice-detail' }, detail),
  );
