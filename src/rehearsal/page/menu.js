import { el } from './dom.js';

/** @typedef {Readonly<{ name: string; pick: () => void } | { title: string }>} MenuLine */

/** @type {(() => void) | undefined} */
let closeOpen;

/**
 * Opens a menu at a point. Arrow keys, Home, End and Escape work as in any menu; closing returns the focus to the opener.
 * @param {readonly MenuLine[]} lines
 * @param {HTMLElement} opener
 * @param {{ x: number; y: number }} at
 */
export function openMenu(lines, opener, { x, y }) {
  closeOpen?.();
  const items = lines.map((line) =>
    'title' in line
      ? el('div', { class: 'menu-title', role: 'presentation' }, line.title)
      : el(
          'button',
          { type: 'button', role: 'menuitem', tabindex: -1, onclick: () => (close(), line.pick()) },
          line.name,
        ),
  );
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': 'Message' }, ...items);
  const buttons = [...menu.querySelectorAll('button')];
  const focused = document.activeElement;

  function close() {
    menu.remove();
    removeEventListener('pointerdown', onPointer);
    closeOpen = undefined;
    const back = focused instanceof HTMLElement && focused !== document.body ? focused : opener;
    back.focus();
  }

  /** @param {PointerEvent} event */
  function onPointer(event) {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  }

  menu.addEventListener('keydown', (event) => {
    const index = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const next = {
      ArrowDown: index + 1,
      ArrowUp: index - 1 + buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (next !== undefined) buttons[next % buttons.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  });
  addEventListener('pointerdown', onPointer);
  closeOpen = close;

  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  buttons[0]?.focus();
}
