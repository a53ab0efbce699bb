import { mayQuote } from '../store/articles/stored.ts';
import type { SearchEngine } from '../answer/ask.ts';
import type { Desk } from '../desk/ports.ts';
import type { ReceiptLink } from '../desk/receipt-links.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import type { Vectors } from '../search/index/vectors.ts';
import type { GuildSettings } from '../store/desk/guild-settings.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { freshnessKeeper } from './freshness.ts';
import type { GuildIndex } from './guild-index.ts';
import type { KeptMessages } from './kept-messages.ts';
import type { SeenWhere } from './kept-replies.ts';
import type { latencyMeter } from './latency.ts';
import { keptNotes } from './notes.ts';
import { pastOf } from './past.ts';
import { revisionsOf } from './revisions.ts';
import { visibleIn } from './visible.ts';

/** Parts of every desk. */
export type DeskParts = Readonly<{
  /** The same on every desk. */
  common: Pick<Desk, 'commands' | 'png' | 'now' | 'log' | 'textOfFile'>;
  engineOver(index: SearchIndex, vectors: Vectors): SearchEngine;
  /** Finds the public page of a quote. Default: there are none. */
  receiptLink?(guildId: string | undefined): ReceiptLink;
}>;

/** Parts that the desks of all servers share. */
export type SharedParts = Readonly<{
  messages: KeptMessages;
  latency: ReturnType<typeof latencyMeter>;
  freshness: ReturnType<typeof freshnessKeeper>;
}>;

/** The state of a server at the time of a question; without an archive, there are only house articles. */
export type ServerNow = Readonly<{
  archive: GuildArchive | undefined;
  guildIndex: GuildIndex;
  settings: GuildSettings | undefined;
  /** Whether the search engine has the server's articles; `guildIndex` then has only the house articles. */
  isLarge: boolean;
}>;

/** Creates the desk for an asker in a channel, without the editors' tools. Rejects with a StoreError. */
export async function memberDesk(
  { common, engineOver, receiptLink }: DeskParts,
  { messages, latency, freshness }: SharedParts,
  { archive, guildIndex, settings, isLarge }: ServerNow,
  seen: SeenWhere,
): Promise<Desk> {
  const { here, at } = seen;
  const { index, vectors } = visibleIn(guildIndex, here, at);
  const opening = guildIndex.progress();
  const { newest, ...late } = (archive && (await freshness.of(archive, index))) ?? {};
  // In a large archive, the index has only house articles; the server's newest article is unknown.
  const fresh = isLarge || newest === undefined ? late : { ...late, newest };
  return {
    ...common,
    index,
    ask: engineOver(index, vectors),
    notes: keptNotes(archive, common.log),
    editorRoles: settings?.editorRoles ?? [],
    answerChannels: settings?.answerChannels ?? [],
    revision: revisionsOf(archive, index, seen),
    retracted: () => retractedIn(archive, seen),
    past: archive ? pastOf(archive, index, here, at) : () => Promise.resolve(undefined),
    again: messages.againIn(archive, seen),
    answersHere: messages.answersIn(archive, seen),
    took: (milliseconds) => latency.note(milliseconds),
    ...(opening && { opening }),
    ...(archive && { follows: archive.follows }),
    ...(receiptLink && { receiptLink: receiptLink(archive?.guildId) }),
    ...(Object.keys(fresh).length > 0 && { freshness: fresh }),
  };
}

async function retractedIn(
  archive: GuildArchive | undefined,
  { here, at }: SeenWhere,
): Promise<readonly string[]> {
  const tombstones = (await archive?.tombstones()) ?? [];
  return tombstones.filter(({ visibility }) => mayQuote(visibility, here, at)).map(({ id }) => id);
}
