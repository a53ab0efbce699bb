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

  /** @param {PageMessage} message @param {PageMessage | undefined} before */
  function append(message, before) {
    if (!before || !sameDay(before, message)) list.append(drawDay(message));
    const element = draw(message, before);
    list.append(element);
    return element;
  }

  /** @param {string} id */
  const elementOf = (id) => document.getElementById(`message-${id}`);

  return {
    /** Draws a channel from its beginning. @param {ChannelView} next */
    open(next) {
      view = next;
      messages = [...next.messages];
      list = el('div', { class: 'messages' });
      grown.disconnect();
      grown.observe(list);
      scroll.replaceChildren(...drawStart(view, tryOut), list);
      for (const [index, message] of messages.entries()) append(message, messages[index - 1]);
      toEnd();
    },
    /** Shows what came of something that was just done. @param {PageMessage} message */
    show(message) {
      const element = append(message, messages.at(-1));
      messages.push(message);
      lookAt(element);
    },
    /** @param {PageMessage} message */
    replace(message) {
      const index = messages.findIndex(({ id }) => id === message.id);
      if (index === -1) return;
      messages[index] = message;
      elementOf(message.id)?.replaceWith(draw(message, messages[index - 1]));
    },
    /** @param {string} id */
    remove(id) {
      const index = messages.findIndex((message) => message.id === id);
      const after = messages[index + 1];
      messages = messages.filter((message) => message.id !== id);
      elementOf(id)?.remove();
      // What followed it may now need a head of its own.
      if (after) elementOf(after.id)?.replaceWith(draw(after, messages[index - 1]));
    },
    /** Stands in for an answer that takes a while; gives a function that takes it away. */
    think() {
      const dots = el('span', { 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
      const words = el('span', { class: 'thinking' }, dots, ` ${view.bot.name} is thinking…`);
      const waiting = drawFrame(view.bot, { isBot: true }, words);
      list.append(waiting);
      toEnd();
      return () => waiting.remove();
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
