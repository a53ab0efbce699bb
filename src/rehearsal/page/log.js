/** @import { PageMessage, ChannelView } from '../view.ts' */
/** @import { Deeds } from './message.js' */
import { byId, el } from './dom.js';
import { keepEnd } from './keep-end.js';
import { drawFrame, drawMessage } from './message.js';
import { openMessageList } from './message-list.js';
import { drawStart } from './start.js';

/**
 * The messages of a channel.
 * @param {Deeds} deeds
 * @param {(example: string) => void} tryOut
 */
export function openLog(deeds, tryOut) {
  const scroll = byId('scroll');
  const end = keepEnd(scroll);
  /** @type {ChannelView} */
  let view;
  /** @type {ReturnType<typeof openMessageList>} */
  let list;
  /** Ids of removed messages. Each change arrives twice, in a response and in the stream; a late one must not show the message again. */
  const gone = new Set();

  return {
    /** Draws a channel from its beginning. @param {ChannelView} next */
    open(next) {
      view = next;
      list = openMessageList((message, followsOn) => drawMessage(message, view, deeds, followsOn));
      end.watch(list.element);
      scroll.replaceChildren(...drawStart(view, tryOut), list.element);
      list.fill(next.messages);
      end.toEnd();
    },
    /** Shows only what has changed meanwhile. @param {ChannelView} next */
    catchUp(next) {
      view = next;
      const there = new Set(next.messages.map(({ id }) => id));
      for (const id of list.ids()) if (!there.has(id)) this.remove(id);
      for (const message of next.messages) this.show(message, false);
    },
    /**
     * Shows a message, or updates it if it is shown already. Scrolls to it if it results from an action in this tab; otherwise only if
     * the log is at its end.
     * @param {PageMessage} message
     * @param {boolean} isOwn
     */
    show(message, isOwn) {
      if (gone.has(message.id)) return;
      const isThere = list.ids().includes(message.id);
      if (isThere) this.replace(message);
      const element = isThere ? list.elementOf(message.id) : list.add(message);
      if (isOwn && element) end.lookAt(element);
      else end.follow();
    },
    /** @param {PageMessage} message */
    replace(message) {
      list.replace(message);
    },
    /** @param {string} id */
    remove(id) {
      gone.add(id);
      list.remove(id);
    },
    /** Shows a placeholder for an answer that takes a while; returns a function that removes it. */
    think() {
      const dots = el('span', { 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
      const words = el('span', { class: 'thinking' }, dots, ` ${view.bot.name} is thinking…`);
      const stop = list.waitWith(drawFrame(view.bot, { isBot: true }, words));
      end.toEnd();
      return stop;
    },
  };
}
