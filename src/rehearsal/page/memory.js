/** @import { Draft } from './composer.js' */
import { here } from './api.js';

/** Key in the session storage, which each tab has for itself. */
const KEY = 'tab';

/** @typedef {Partial<typeof here> & { draft?: Draft }} Kept */

/**
 * Keeps the person, the server and what is being written, whenever the page may be about to close.
 * @param {() => Draft | undefined} draftNow
 */
export function keepOnLeaving(draftNow) {
  const keep = () => {
    const draft = draftNow();
    sessionStorage.setItem(KEY, JSON.stringify({ ...here, ...(draft ? { draft } : {}) }));
  };
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) keep();
  });
}

/** What this tab kept. @returns {Kept} */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

/** Plays who was played, where it was. @param {Kept} tab */
export function goBack({ person, guild }) {
  if (person === 'member' || person === 'editor') here.person = person;
  if (guild === 'first' || guild === 'second') here.guild = guild;
}
