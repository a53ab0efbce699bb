/** @import { PageChange } from '../view.ts' */
import { here } from './api.js';

/**
 * Receives the changes of the channel that this tab did not cause: those of other tabs, and what the bot posts and edits unasked. A
 * hidden tab disconnects, since a browser opens only six connections to a server, and catches up when it is visible again.
 * @param {Readonly<{ apply: (change: PageChange) => void; catchUp: () => void }>} deeds
 */
export function openEvents({ apply, catchUp }) {
  /** @type {EventSource | undefined} */
  let source;

  function close() {
    source?.close();
    source = undefined;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else if (!source) catchUp();
  });

  return {
    /** Listens in the channel that is shown; `since` is the last change that is. @param {number} since */
    listen(since) {
      close();
      if (document.hidden) return;
      const { guild, person } = here;
      const events = new EventSource(
        `/api/events?${new URLSearchParams({ guild, person, since: String(since) })}`,
      );
      source = events;
      let isLost = false;
      events.addEventListener('message', ({ data }) => apply(JSON.parse(data)));
      events.addEventListener('error', () => (isLost = true));
      // After a restart of the program there may be other messages.
      events.addEventListener('open', () => {
        if (isLost) catchUp();
      });
    },
  };
}
