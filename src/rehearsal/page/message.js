/** @import { PageMessage, ChannelView } from '../view.ts' */
/** @import { Child } from './dom.js' */
import { drawComponents } from './components.js';
import { el, icon } from './dom.js';
import { drawMarkdown } from './markup.js';

/**
 * The actions on a message.
 * @typedef {Readonly<{
 *   click: (message: PageMessage, button: HTMLButtonElement, id: string) => void;
 *   dismiss: (message: PageMessage) => void;
 *   reply: (message: PageMessage) => void;
 *   menu: (message: PageMessage, opener: HTMLElement, at: { x: number; y: number }) => void;
 * }>} Deeds
 */
/** @typedef {Readonly<{ name: string; avatar: string }>} Author */

const EYE =
  'M12 5c5 0 9 4 10 7-1 3-5 7-10 7S3 15 2 12c1-3 5-7 10-7zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4z';
const ARROW = 'M10 5v4c7 0 11 3 12 11-2-4-5-6-12-6v4L2 11.5z';
const DOTS =
  'M5 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4z';

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const calendar = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });

/**
 * Returns the displayed author of a message.
 * @param {PageMessage['author']} author
 * @param {Pick<ChannelView, 'bot' | 'people'>} view
 */
export function authorOf(author, { bot, people }) {
  return (author === 'bot' ? bot : people.find(({ key }) => key === author)) ?? bot;
}

/**
 * Draws a message; `follows`: whether it follows another of the same author, and so needs no heading.
 * @param {PageMessage} message
 * @param {ChannelView} view
 * @param {Deeds} deeds
 * @param {boolean} follows
 */
export function drawMessage(message, view, deeds, follows) {
  const author = authorOf(message.author, view);
  const { above, label } = drawAbove(message, view);
  const context = {
    message,
    named: view.named,
    /** @param {HTMLButtonElement} button @param {string} id */
    click: (button, id) => deeds.click(message, button, id),
  };
  const element = drawFrame(
    author,
    {
      id: `message-${message.id}`,
      isBot: message.author === 'bot',
      isPrivate: message.private,
      at: message.at,
      name: `${author.name}${label}, ${timeOf(message.at, false)}${message.private ? ', only you can see this' : ''}`,
      above,
      follows,
    },
    message.content !== undefined &&
      el('div', { class: 'text' }, ...drawMarkdown(message.content, view.named)),
    message.components && el('div', { class: 'parts' }, ...drawComponents(message.components, context)),
    message.edited && el('span', { class: 'edited' }, '(edited)'),
    message.private && drawFooter(() => deeds.dismiss(message)),
    drawTools(message, deeds),
  );
  element.addEventListener('contextmenu', (event) => {
    // Links and fields keep the browser's menu.
    if (event.target instanceof Element && event.target.closest('a, input')) return;
    event.preventDefault();
    deeds.menu(message, element, { x: event.clientX, y: event.clientY });
  });
  return element;
}

/**
 * Draws the frame of a message: avatar, author, time and content. `name` is for screen readers.
 * @param {Author} author
 * @param {Readonly<{ id?: string; name?: string; at?: string; isBot?: boolean; isPrivate?: boolean; follows?: boolean; above?: HTMLElement | undefined }>} about
 * @param {...Child} children
 */
export function drawFrame({ name: author, avatar }, about, ...children) {
  const { id, name, at, isBot = false, isPrivate = false, follows = false, above } = about;
  const time = at === undefined ? undefined : el('time', { datetime: at }, timeOf(at, follows));
  const head = el(
    'div',
    { class: 'head' },
    el('span', { class: 'author' }, author),
    isBot && el('span', { class: 'tag' }, 'APP'),
    !follows && time,
  );
  return el(
    'article',
    {
      class: 'message',
      id,
      tabindex: id === undefined ? undefined : -1,
      'aria-label': name,
      'data-private': isPrivate,
      'data-follows': follows,
    },
    above,
    follows ? el('div', { class: 'gutter' }, time) : el('img', { class: 'avatar', src: avatar, alt: '' }),
    el('div', { class: 'body' }, !follows && head, ...children),
  );
}

/**
 * Draws the line above a message: "Mia used /ask", or the message that it replies to; `label` is for screen readers.
 * @param {PageMessage} message
 * @param {ChannelView} view
 * @returns {{ above?: HTMLElement; label: string }}
 */
function drawAbove({ used, answers }, view) {
  const cause = used?.by ?? answers?.author;
  if (cause === undefined) return { label: '' };
  const { name, avatar } = authorOf(cause, view);
  const who = [
    el('img', { src: avatar, alt: '' }),
    cause === 'bot' && el('span', { class: 'tag' }, 'APP'),
    el('span', { class: 'above-name' }, name),
  ];
  const text = answers && el('span', { class: 'above-text' }, answers.text || 'Click to see attachment');
  if (!used) return { above: el('div', { class: 'above' }, ...who, text), label: ` answers ${name}` };
  const command = `${used.slash ? '/' : ''}${used.name}`;
  return {
    above: el('div', { class: 'above' }, ...who, 'used', el('span', { class: 'used' }, command), text),
    label: ` answers ${name}, who used ${command}`,
  };
}

/** @param {() => void} dismiss */
const drawFooter = (dismiss) =>
  el(
    'div',
    { class: 'footer' },
    icon(EYE),
    'Only you can see this ·',
    el('button', { type: 'button', onclick: dismiss }, 'Dismiss message'),
  );

/** @type {(message: PageMessage, deeds: Deeds) => HTMLElement} */
function drawTools(message, deeds) {
  /** @type {HTMLButtonElement} */
  const more = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Message actions',
      'aria-haspopup': 'menu',
      onclick() {
        const { left, bottom } = more.getBoundingClientRect();
        deeds.menu(message, more, { x: left, y: bottom });
      },
    },
    icon(DOTS),
  );
  const reply = {
    type: 'button',
    class: 'icon-button',
    'aria-label': 'Reply',
    onclick: () => deeds.reply(message),
  };
  return el('div', { class: 'tools' }, el('button', reply, icon(ARROW)), more);
}

/** The time alone on the day itself, or where there is little room. @type {(at: string, short: boolean) => string} */
function timeOf(at, short) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return (short || isToday ? clock : calendar).format(date);
}
