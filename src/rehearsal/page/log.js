/** @import { PageMessage, ChannelView } from '../view.ts' */
/** @import { Deeds } from './message.js' */
import { byId, el } from './dom.js';
import { drawFrame, drawMessage } from './message.js';
import { drawStart } from './start.js';

/** Messages of one author within this time stand under one head. Milliseconds. */
const GROUP_MAX = 7 * 60 * 1000;
/** Closer to the end than this counts as being at the end. Pixels. */
const NEAR_END = 120;

/**
 * The messages of a channel.
 * @param {Deeds} deeds
 * @param {(example: string) => void} tryOut
 */
export function openLog(deeds, tryOut) {
  const scroll = byId('scroll');
  /** @type {ChannelView} */
  let view;
  /** @type {PageMessage[]} */
  let messages = [];
  /** @type {HTMLElement} */
  let list;
  /** Whether the end is looked at, and is to be kept in sight. */
  let atEnd = true;
  /** Ids of messages that are gone: what is told of them late, by the other of two ways, is not shown again. */
  const gone = new Set();
  /** @type {HTMLElement | undefined} */
  let waiting;

  const toEnd = () => {
    scroll.scrollTop = scroll.scrollHeight;
    atEnd = true;
  };
  scroll.addEventListener('scroll', () => {
    atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
  });
  // Pictures are loaded after their message is there.
  const grown = new ResizeObserver(() => {
    if (atEnd) toEnd();
  });

  /** Shows a new message: its end, or its beginning where it does not fit. @param {HTMLElement} element */
  function lookAt(element) {
    if (element.offsetHeight <= scroll.clientHeight) return toEnd();
    scroll.scrollTop += element.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
    atEnd = false;
  }

  /** @param {PageMessage} message @param {PageMessage | undefined} before */
  const draw = (message, before) => drawMessage(message, view, deeds, follows(message, before));

  /** @param {string} id */
  const elementOf = (id) => document.getElementById(`message-${id}`);

  /** Puts the message at `index` where it belongs. @param {number} index */
  function place(index) {
    const [before, message, after] = [messages[index - 1], messages[index], messages[index + 1]];
    if (!message) return undefined;
    const next = after ? elementOf(after.id) : waiting;
    const put = (/** @type {HTMLElement} */ element) => list.insertBefore(element, next ?? null);
    if (!before || !sameDay(before, message)) put(drawDay(message));
    const element = put(draw(message, before));
    if (after) redraw(index + 1);
    return element;
  }

  /** Draws the message at `index` anew; the focus stays in it. @param {number} index */
  function redraw(index) {
    const message = messages[index];
    const old = message && elementOf(message.id);
    if (!old) return;
    const hadFocus = old.contains(document.activeElement);
    const element = draw(message, messages[index - 1]);
    old.replaceWith(element);
    if (hadFocus) element.focus({ preventScroll: true });
  }

  /** Ids grow with time. @param {PageMessage} message */
  function add(message) {
    const later = messages.findIndex(({ id }) => BigInt(id) > BigInt(message.id));
    const index = later === -1 ? messages.length : later;
    messages.splice(index, 0, message);
    return place(index);
  }

  return {
    /** Draws a channel from its beginning. @param {ChannelView} next */
    open(next) {
      view = next;
      messages = [...next.messages];
      list = el('div', { class: 'messages' });
      grown.disconnect();
      grown.observe(list);
      waiting = undefined;
      scroll.replaceChildren(...drawStart(view, tryOut), list);
      for (const index of messages.keys()) place(index);
      toEnd();
    },
    /** Shows what has changed meanwhile, and nothing anew. @param {ChannelView} next */
    catchUp(next) {
      view = next;
      const there = new Set(next.messages.map(({ id }) => id));
      for (const { id } of messages.filter((message) => !there.has(message.id))) this.remove(id);
      for (const message of next.messages) this.show(message, false);
    },
    /**
     * Shows a message, which may be there already: each is told in two ways. What came of something that was just done
     * here is looked at; anything else only moves what is seen when its end is.
     * @param {PageMessage} message
     * @param {boolean} isOwn
     */
    show(message, isOwn) {
      if (gone.has(message.id)) return;
      const index = messages.findIndex(({ id }) => id === message.id);
      if (index !== -1) this.replace(message);
      const element = index === -1 ? add(message) : elementOf(message.id);
      if (isOwn && element) lookAt(element);
      else if (atEnd) toEnd();
    },
    /** @param {PageMessage} message */
    replace(message) {
      const index = messages.findIndex(({ id }) => id === message.id);
      const old = messages[index];
      if (!old || old.change >= message.change) return;
      messages[index] = message;
      redraw(index);
    },
    /** @param {string} id */
    remove(id) {
      gone.add(id);
      const index = messages.findIndex((message) => message.id === id);
      const after = messages[index + 1];
      messages = messages.filter((message) => message.id !== id);
      elementOf(id)?.remove();
      // What followed it may now need a head of its own.
      if (after) redraw(index);
    },
    /** Stands in for an answer that takes a while; gives a function that takes it away. */
    think() {
      const dots = el('span', { 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
      const words = el('span', { class: 'thinking' }, dots, ` ${view.bot.name} is thinking…`);
      const frame = drawFrame(view.bot, { isBot: true }, words);
      list.append(frame);
      waiting = frame;
      toEnd();
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
