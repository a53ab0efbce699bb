/**
 * Moves between messages with the arrow keys, Home and End; a message that does not fit is scrolled through first. Down from the last
 * one leads to the message box, as does Escape.
 * @param {HTMLElement} scroll
 * @param {() => void} toBox
 */
export function openWalk(scroll, toBox) {
  /** @returns {HTMLElement[]} */
  const all = () =>
    [...scroll.querySelectorAll('.messages > .message[id]')].filter((each) => each instanceof HTMLElement);

  /** @param {HTMLElement | undefined} message */
  function go(message) {
    if (!message) return;
    message.focus({ preventScroll: true });
    message.scrollIntoView({ block: 'nearest' });
  }

  scroll.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!(target instanceof Element) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (key === 'Escape') return toBox();
    const messages = all();
    const at = messages.findIndex((message) => message.contains(target));
    const current = messages[at];
    const last = messages.length - 1;
    /** @type {Record<string, number>} */
    const next = {
      ArrowUp: at === -1 ? last : at - 1,
      ArrowDown: at === -1 ? last : at + 1,
      Home: 0,
      End: last,
    };
    const to = next[key];
    if (to === undefined || messages.length === 0) return;
    // Lets the browser scroll through a message that is taller than the view.
    if (current && goesOn(current, key)) return;
    event.preventDefault();
    if (to > last) toBox();
    else go(messages[Math.max(0, to)]);
  });

  /** Whether there is more of a message to be seen in this direction. @param {HTMLElement} message @param {string} key */
  function goesOn(message, key) {
    const inner = message.getBoundingClientRect();
    const outer = scroll.getBoundingClientRect();
    if (key === 'ArrowUp') return inner.top < outer.top - 1;
    return key === 'ArrowDown' && inner.bottom > outer.bottom + 1;
  }

  return {
    /** Moves to the last message. */
    toLast: () => go(all().at(-1)),
  };
}
