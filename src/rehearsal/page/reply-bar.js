/** @import { PageMessage } from '../view.ts' */
import { el, icon } from './dom.js';

const CROSS =
  'M6.400 5 12 10.600 17.600 5 19 6.400 13.400 12l5.600 5.600-1.400 1.400-5.600-5.600L6.400 19 5 17.600l5.600-5.600L5 6.400z';

/**
 * The bar above the box that names the author of the message replied to.
 * @param {HTMLElement} box
 */
export function openReplyBar(box) {
  /** @type {PageMessage | undefined} */
  let answered;
  /** @type {HTMLElement | undefined} */
  let bar;

  function stop() {
    answered = undefined;
    bar?.remove();
  }

  return {
    /** The id of the message replied to. */
    answers: () => answered?.id,
    /** @param {PageMessage} message @param {string} name its author's */
    start(message, name) {
      stop();
      answered = message;
      const close = { type: 'button', class: 'icon-button', 'aria-label': 'Stop replying', onclick: stop };
      bar = el(
        'div',
        { class: 'replying' },
        el('span', {}, 'Replying to ', el('b', {}, name)),
        el('button', close, icon(CROSS)),
      );
      box.before(bar);
    },
    stop,
  };
}
