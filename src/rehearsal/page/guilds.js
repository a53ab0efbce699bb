/** @import { PersonKey, GuildKey, ChannelView } from '../view.ts' */
import { here } from './api.js';
import { byId, el } from './dom.js';

/**
 * Draws the servers, the channel and the current person; `move` is called after a switch.
 * @param {ChannelView} view
 * @param {() => void} move
 */
export function drawGuilds(view, move) {
  const focused = document.activeElement?.id ?? '';
  const guild = view.guilds.find(({ key }) => key === here.guild);
  const me = view.people.find(({ key }) => key === here.person);
  if (!guild || !me) return;
  byId('servers').replaceChildren(
    ...view.guilds.map(({ key, name, initials }) =>
      el(
        'button',
        {
          type: 'button',
          id: `server-${key}`,
          class: 'server',
          title: name,
          'aria-current': key === here.guild && 'true',
          onclick: () => go({ guild: key }, move),
        },
        el('span', { 'aria-hidden': 'true' }, initials),
        el('span', { class: 'unseen' }, name),
      ),
    ),
  );
  byId('server-name').textContent = guild.name;
  byId('channel-name').replaceChildren(el('span', { class: 'hash' }, '# '), guild.channel);
  byId('scroll').setAttribute('aria-label', `Messages in #${guild.channel}`);
  byId('channels').replaceChildren(
    el(
      'li',
      {},
      el(
        'span',
        { class: 'channel', 'aria-current': 'page' },
        el('span', { class: 'hash' }, '#'),
        guild.channel,
      ),
    ),
  );
  byId('me').replaceChildren(
    el('img', { src: me.avatar, alt: '' }),
    el('div', {}, el('span', { class: 'me-name' }, me.name), el('span', { class: 'me-role' }, me.role)),
  );
  byId('people').replaceChildren(
    el('legend', { class: 'unseen' }, 'Play as'),
    ...view.people.map(({ key, role }) =>
      el(
        'label',
        {},
        el('input', {
          type: 'radio',
          id: `play-${key}`,
          name: 'person',
          checked: key === here.person,
          onchange: () => go({ person: key }, move),
        }),
        role,
      ),
    ),
  );
  // Restores the focus, because the focused element was replaced.
  document.getElementById(focused)?.focus();
}

/** @param {{ person?: PersonKey; guild?: GuildKey }} where @param {() => void} move */
function go(where, move) {
  Object.assign(here, where);
  move();
}
