/** @import { PageMessage } from '../view.ts' */
import { el } from './dom.js';

/** Messages of an author within this time share one heading. Milliseconds. */
const GROUP_MAX = 7 * 60 * 1000;

/**
 * Messages and their elements, in the order of their ids, with a line at the start of each day.
 * @param {(message: PageMessage, followsOn: boolean) => HTMLElement} drawOne `followsOn` where it stands under the head of the one before
 */
export function openMessageList(drawOne) {
  const element = el('div', { class: 'messages' });
  /** @type {PageMessage[]} */
  let messages = [];
  /** @type {HTMLElement | undefined} */
  let waiting;

  /** @param {PageMessage} message @param {PageMessage | undefined} before */
  const draw = (message, before) => drawOne(message, follows(message, before));

  /** @param {string} id */
  const elementOf = (id) => document.getElementById(`message-${id}`);

  /** Puts the message at `index` where it belongs. @param {number} index */
  function place(index) {
    const [before, message, after] = [messages[index - 1], messages[index], messages[index + 1]];
    if (!message) return undefined;
    const next = after ? elementOf(after.id) : waiting;
    const put = (/** @type {HTMLElement} */ placed) => element.insertBefore(placed, next ?? null);
    if (!before || !sameDay(before, message)) put(drawDay(message));
    const placed = put(draw(message, before));
    if (after) redraw(index + 1);
    return placed;
  }

  /** Draws the message at `index` anew; the focus stays in it. @param {number} index */
  function redraw(index) {
    const message = messages[index];
    const old = message && elementOf(message.id);
    if (!old) return;
    const hadFocus = old.contains(document.activeElement);
    const drawn = draw(message, messages[index - 1]);
    old.replaceWith(drawn);
    if (hadFocus) drawn.focus({ preventScroll: true });
  }

  return {
    element,
    elementOf,
    ids: () => messages.map(({ id }) => id),
    /** The first messages; the list is in the document already. @param {readonly PageMessage[]} first */
    fill(first) {
      messages = [...first];
      for (const index of messages.keys()) place(index);
    },
    /** Ids grow with time. @param {PageMessage} message */
    add(message) {
      const later = messages.findIndex(({ id }) => BigInt(id) > BigInt(message.id));
      const index = later === -1 ? messages.length : later;
      messages.splice(index, 0, message);
      return place(index);
    },
    /** Does nothing where the message is not there, or is newer. @param {PageMessage} message */
    replace(message) {
      const index = messages.findIndex(({ id }) => id === message.id);
      const old = messages[index];
      if (!old || old.change >= message.change) return;
      messages[index] = message;
      redraw(index);
    },
    /** @param {string} id */
    remove(id) {
      const index = messages.findIndex((message) => message.id === id);
      const after = messages[index + 1];
      messages = messages.filter((message) => message.id !== id);
      elementOf(id)?.remove();
      // The next message may now need its own heading.
      if (after) redraw(index);
    },
    /** Keeps an element behind all messages; gives a function that takes it away. @param {HTMLElement} frame */
    waitWith(frame) {
      element.append(frame);
      waiting = frame;
      return () => {
        frame.remove();
        if (waiting === frame) waiting = undefined;
      };
    },
  };
}

/** @type {(message: PageMessage, before: PageMessage | undefined) => boolean} */
function follows(message, before) {
  return (
    before !== undefined &&
    before.author === message.author &&
    before.private === message.private &&
    !message.used &&
    !message.answers &&
    sameDay(before, message) &&
    Date.parse(message.at) - Date.parse(before.at) < GROUP_MAX
  );
}

/** @type {(a: PageMessage, b: PageMessage) => boolean} */
const sameDay = (a, b) => new Date(a.at).toDateString() === new Date(b.at).toDateString();

/** @param {PageMessage} message */
const drawDay = ({ at }) =>
  el('div', { class: 'day' }, new Date(at).toLocaleDateString(undefined, { dateStyle: 'long' }));
