/** @import { PageChange } from '../view.ts' */
import { here } from './api.js';

/**
 * Hears what changes in the channel without anything being done here: in another tab, or by the bot of its own accord. A
 * tab that is not seen listens to nothing, since a browser keeps only six connections to a server; it catches up when it
 * is looked at again.
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
