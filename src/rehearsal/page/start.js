/** @import { ChannelView } from '../view.ts' */
import { here } from './api.js';
import { el } from './dom.js';
import { drawFrame } from './message.js';

const NO_ARTICLES =
  'There are no articles here yet: put .txt or .md files into the folder that ARTICLES_DIR names, and start again.';

/** @type {(count: number, headline: string) => (string | HTMLElement)[]} */
const tellArticles = (count, headline) => [
  count === 1
    ? 'There is one article here to try it on: '
    : `There are ${count.toLocaleString()} articles here, the newest: `,
  el('strong', {}, headline),
];

/**
 * Draws the beginning of a channel: what it is, and a first message with examples to click.
 * @param {ChannelView} view
 * @param {(example: string) => void} tryOut
 * @returns {HTMLElement[]}
 */
export function drawStart({ bot, guilds, examples, archive }, tryOut) {
  const channel = guilds.find(({ key }) => key === here.guild)?.channel ?? '';
  const start = el(
    'div',
    { class: 'start' },
    el('div', { class: 'start-hash', 'aria-hidden': 'true' }, '#'),
    el('h3', { class: 'start-title' }, `Welcome to #${channel}!`),
    el('p', { class: 'start-text' }, `This is the start of the #${channel} channel.`),
  );
  const buttons = examples.map((example) =>
    el('button', { type: 'button', class: 'button', onclick: () => tryOut(example) }, example),
  );
  const message = drawFrame(
    bot,
    { isBot: true, name: bot.name },
    el(
      'div',
      { class: 'parts' },
      el(
        'div',
        { class: 'container', 'data-accent': true },
        el(
          'div',
          { class: 'text' },
          el('h4', {}, 'Ask the articles'),
          'I answer by quoting your articles, ',
          el('strong', {}, 'word for word'),
          ', each quote with its source. I never write a sentence of my own about the news.',
        ),
        ...(archive.headline === undefined
          ? [el('div', { class: 'text' }, NO_ARTICLES)]
          : [
              el('div', { class: 'text' }, ...tellArticles(archive.articles, archive.headline)),
              el(
                'div',
                { class: 'text' },
                el(
                  'small',
                  {},
                  'Click one to try it, type / to see all commands, or ask in your own words with /ask:',
                ),
              ),
              el('div', { class: 'examples' }, ...buttons),
            ]),
      ),
    ),
  );
  return [start, message];
}
