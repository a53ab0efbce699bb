import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../src/store/archive.ts';
import { extract } from '../../src/intake/extract.ts';
import { jobRunner } from '../../src/newsroom/job-runner.ts';
import type { Outlet } from '../../src/newsroom/outlet.ts';
import { sourceReader } from '../../src/newsroom/read-source.ts';
import { tellOf } from '../../src/newsroom/tell.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { GUILD } from './newsroom.ts';
import { textOf } from './session.ts';

/** A Discord that records what it gets; `away` makes it fail, `gone` makes it refuse edits, `shut` messages. */
export function fakeOutlet() {
  const edits: { messageId: string; text: string; reply: Reply }[] = [];
  const sent: { channelId: string; text: string; reply: Reply }[] = [];
  const whispered: { userId: string; text: string; reply: Reply }[] = [];
  /** The keys of sent messages, which show duplicates. */
  const keys = new Set<string>();
  const state = { away: false, gone: false, left: false, shut: false };
  const outlet: Outlet = {
    isMember: async () => true,
    async edit({ messageId }, reply) {
      if (state.away) throw new Error('Discord is away.');
      if (state.gone) return 'refused';
      edits.push({ messageId, text: textOf(reply), reply });
      return 'edited';
    },
    async whisper(_guildId, userId, reply, key) {
      if (state.away) throw new Error('Discord is away.');
      if (state.left) return 'left';
      if (!keys.has(key)) whispered.push({ userId, text: textOf(reply), reply });
      keys.add(key);
      return 'sent';
    },
    async send(channelId, reply, key = String(keys.size)) {
      if (state.away) throw new Error('Discord is away.');
      if (state.shut) return undefined;
      if (keys.has(key)) return '951';
      keys.add(key);
      sent.push({ channelId, text: textOf(reply), reply });
      return `95${sent.length}`;
    },
  };
  return { outlet, edits, sent, whispered, state };
}

/** One process that reports the changes of a store to Discord. */
export function tellerOn(store: Store, outlet: Outlet) {
  const note = (): void => {};
  const log = { debug: note, info: note, warn: note, error: note };
  const none = () => Promise.reject(new Error('No network in this test.'));
  const runner = jobRunner(store, sourceReader({ extract }, { page: none, file: none }), log);
  const tell = tellOf({
    png: async (svg) => new TextEncoder().encode(svg),
    store,
    house: new Map(),
    now: () => new Date(),
    log,
    work: () => void runner.work(),
  });
  runner.also(tell.kinds(outlet));
  const waits = async () =>
    (await store.guild(GUILD).jobs.list(50)).some(({ state }) => state === 'waiting' || state === 'running');
  const heard: Promise<void>[] = [];
  const stop = store.onChange((change) => void heard.push(tell.changed(change)));
  return {
    tell,
    /** Resolves when all changes have been reported. */
    async settled(): Promise<void> {
      await Promise.all(heard.splice(0));
      while (await waits()) {
        await runner.work();
        await setImmediate();
      }
    },
    async close(): Promise<void> {
      stop();
      await runner.close();
    },
  };
}
