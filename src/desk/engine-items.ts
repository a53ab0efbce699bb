import { plural } from '../reply/count.ts';
import type { EngineState } from './engine-state.ts';
import { minuteWords } from '../article/date-words.ts';

/** How the search engine is, as lines of /status; of the comparison, this server's part. */
export function engineItems(state: EngineState, guildId: string): string[][] {
  const { place, problem, outbox, building, reconciled } = state;
  const since = outbox.since === undefined ? '' : `, the first since ${minuteWords(outbox.since)}`;
  return [
    [`Search engine at ${place}: ${problem ?? 'answers'}`],
    ...(building
      ? [[`Its index is being built: ${share(building.done)} of ${plural(building.all, 'article')} so far`]]
      : []),
    [`${plural(outbox.waiting, 'article')} waiting to be sent to it${since}`],
    [reconciled ? comparison(reconciled, guildId) : 'Index and archive were not compared yet'],
  ];
}

function comparison({ at, servers }: NonNullable<EngineState['reconciled']>, guildId: string): string {
  const when = `Index and archive were compared on ${minuteWords(at)}`;
  const found = servers.get(guildId);
  if (!found || found.missing + found.outdated + found.surplus === 0) return `${when}: they were the same`;
  return `${when}: ${share(found.missing)} missing, ${share(found.outdated)} outdated and ${share(found.surplus)} surplus articles were put right`;
}

const share = (count: number): string => count.toLocaleString('en-US');
