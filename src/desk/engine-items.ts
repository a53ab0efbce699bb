import type { Said, Words } from '../reply/reply.ts';
import { minute, say } from '../reply/say.ts';
import type { EngineState } from './engine-state.ts';

/** State of the search engine as lines of /status, with this server's part of the last comparison. */
export function engineItems(state: EngineState, guildId: string): Words[] {
  const { place, problem, outbox, building, reconciled } = state;
  const waiting = { articles: outbox.waiting };
  return [
    [say('status.engine', { place, problem: problem ?? say('status.engine-answers') })],
    ...(building ? [[say('status.engine-building', { done: building.done, articles: building.all })]] : []),
    [
      outbox.since === undefined
        ? say('status.engine-waiting', waiting)
        : say('status.engine-waiting-since', { ...waiting, minute: minute(outbox.since) }),
    ],
    [reconciled ? comparison(reconciled, guildId) : say('status.engine-not-compared')],
  ];
}

function comparison({ at, servers }: NonNullable<EngineState['reconciled']>, guildId: string): Said {
  const found = servers.get(guildId);
  if (!found || found.missing + found.outdated + found.surplus === 0)
    return say('status.engine-same', { minute: minute(at) });
  const { missing, outdated, surplus } = found;
  return say('status.engine-mended', { minute: minute(at), missing, outdated, surplus });
}
