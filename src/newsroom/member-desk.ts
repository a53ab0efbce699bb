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

/** What every desk is made with. */
export type DeskParts = Readonly<{
  /** What is the same on every desk. */
  common: Pick<Desk, 'commands' | 'png' | 'now' | 'log' | 'textOfFile'>;
  engineOver(index: SearchIndex, vectors: Vectors): SearchEngine;
  /** Finds the pages of quotes, where there are any. */
  receiptLink?(guildId: string | undefined): ReceiptLink;
}>;

/** What the desks of all servers share. */
export type SharedParts = Readonly<{
  messages: KeptMessages;
  latency: ReturnType<typeof latencyMeter>;
  freshness: ReturnType<typeof freshnessKeeper>;
}>;

/** A server as it is when somebody asks; without an archive, the house articles alone. */
export type ServerNow = Readonly<{
  archive: GuildArchive | undefined;
  guildIndex: GuildIndex;
  settings: GuildSettings | undefined;
  /** The index has the house articles alone, and the search engine the server's. */
  isLarge: boolean;
}>;

/** The desk for somebody who asks in a place, without what only editors get. Rejects with a StoreError. */
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
  // The newest of the house articles is not the newest there is.
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
