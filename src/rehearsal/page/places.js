/** @import { PersonKey, PlaceKey, Scene } from '../view.ts' */
import { here } from './api.js';
import { byId, el } from './dom.js';

/**
 * Draws the servers, the channel and the person played; `move` is called after a switch.
 * @param {Scene} scene
 * @param {() => void} move
 */
export function drawPlaces(scene, move) {
  const focused = document.activeElement?.id ?? '';
  const place = scene.places.find(({ key }) => key === here.place);
  const me = scene.people.find(({ key }) => key === here.person);
  if (!place || !me) return;
  byId('servers').replaceChildren(
    ...scene.places.map(({ key, name, initials }) =>
      el(
        'button',
        {
          type: 'button',
          id: `server-${key}`,
          class: 'server',
          title: name,
          'aria-current': key === here.place && 'true',
          onclick: () => go({ place: key }, move),
        },
        el('span', { 'aria-hidden': 'true' }, initials),
        el('span', { class: 'unseen' }, name),
      ),
    ),
  );
  byId('server-name').textContent = place.name;
  byId('channel-name').replaceChildren(el('span', { class: 'hash' }, '# '), place.channel);
  byId('scroll').setAttribute('aria-label', `Messages in #${place.channel}`);
  byId('channels').replaceChildren(
    el(
      'li',
      {},
      el(
        'span',
        { class: 'channel', 'aria-current': 'page' },
        el('span', { class: 'hash' }, '#'),
        place.channel,
      ),
    ),
  );
  byId('me').replaceChildren(
    el('img', { src: me.avatar, alt: '' }),
    el('div', {}, el('span', { class: 'me-name' }, me.name), el('span', { class: 'me-role' }, me.role)),
  );
  byId('people').replaceChildren(
    el('legend', { class: 'unseen' }, 'Play as'),
    ...scene.people.map(({ key, role }) =>
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
  // What was switched with the keyboard was drawn anew.
  document.getElementById(focused)?.focus();
}

/** @param {{ person?: PersonKey; place?: PlaceKey }} where @param {() => void} move */
function go(where, move) {
  Object.assign(here, where);
  move();
}
