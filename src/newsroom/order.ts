import { z } from 'zod';
import { slugOf } from '../intake/extract.ts';
import { withSaid, type DraftFields } from '../article/fields.ts';
import { indexFull } from '../intake/intake-error.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { Draft, Submitter } from '../store/articles/stored.ts';
import type { Order, OrderOutcome, TextSource } from '../desk/editor-tools.ts';
import { AskerError } from '../reply/error-reply.ts';

const text = z.string();
const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('text'), text }),
  z.strictObject({ from: z.literal('page'), url: text }),
  z.strictObject({ from: z.literal('kept') }),
  z.strictObject({ from: z.literal('file'), name: text, url: text, type: text.optional() }),
]);
const visibility = z.strictObject({ channels: z.array(text).optional(), embargoUntil: text.optional() });
const aim = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), visibility }),
  z.strictObject({ do: z.enum(['correct', 'restore']), id: text }),
]);
const field = text.nullable().optional();
const fields = z.strictObject({
  headline: text.optional(),
  byline: field,
  publisher: field,
  publishedAt: field,
  url: field,
  language: field,
});

/** An order as it comes back from the store. */
export const orderSchema = z.strictObject({ source, fields, aim });
/** An outcome as it comes back from the store. */
export const outcomeSchema = z.strictObject({
  outcome: z.enum(['added', 'corrected', 'restored', 'same', 'url-taken', 'retracted', 'live', 'unknown']),
  id: text,
});

/** Reads what a source says of an article, and the host it was fetched from. Throws IntakeError. */
export type ReadSource = (
  source: Exclude<TextSource, { from: 'kept' }>,
) => Promise<Readonly<{ extracted: DraftFields; host?: string }>>;

/** Reads an order's source and does with it what the order says. Throws IntakeError, AskerError and StoreError. */
export async function performOrder(
  { source: from, fields: given, aim: goal }: Order,
  by: string,
  archive: GuildArchive,
  read: ReadSource,
): Promise<OrderOutcome> {
  const before = goal.do === 'add' ? undefined : await knownOf(archive, goal.id);
  const { extracted, host } = from.from === 'kept' ? { extracted: undefined } : await read(from);
  const provenance: Submitter = { by, ...(host !== undefined && { host }) };
  // A page or a pasted text is called by the headline that was given; a file keeps its name.
  const named = from.from !== 'file' && given.headline !== undefined && { id: slugOf(given.headline) };
  const taken = extracted && withoutMadeUpHeadline(extracted, from, before);
  const said = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const draft = merged([before, taken, given, named || {}], said);
  if (goal.do === 'add') {
    const [added] = await archive.add([{ draft, visibility: goal.visibility }], provenance);
    if (!added) throw new Error('Adding one article has one outcome.');
    if (added.outcome === 'full') throw indexFull();
    if (added.outcome === 'added') return { outcome: 'added', id: added.stored.article.id };
    return { outcome: added.outcome, id: 'id' in added ? added.id : added.tombstone.id };
  }
  const placed = { ...draft, id: goal.id };
  const { outcome } =
    goal.do === 'correct'
      ? await archive.correct(placed, provenance)
      : await archive.restore(placed, provenance);
  return { outcome, id: goal.id };
}

/** What is known of the article; what a correction or a restored text does not name stays. A damaged one can be corrected too. */
async function knownOf(archive: GuildArchive, id: string): Promise<Partial<Draft> | undefined> {
  const found = await archive.article(id);
  if (found.state === 'retracted') return { headline: found.tombstone.headline, ...found.tombstone.printed };
  if (found.state !== 'live') return undefined;
  const { article, reading } = found.stored;
  const { revision: _revision, sha256: _sha256, ...draft } = article;
  return { ...draft, reading };
}

/** The later parts win; what a part does not know, it leaves; what the last one that knows it takes away, is not there. */
function merged(
  parts: readonly (Partial<DraftFields> | Order['fields'] | undefined)[],
  said: readonly string[],
): Draft {
  const known = parts
    .flatMap((part) => Object.entries(part ?? {}))
    .filter(([, value]) => value !== undefined);
  const draft = Object.fromEntries(
    Object.entries(Object.fromEntries(known)).filter(([, value]) => value !== null),
  ) as Partial<Draft>;
  if (draft.text === undefined) throw new AskerError('There is no text to keep here: give the text again.');
  return { ...(draft as Draft), reading: withSaid(draft, said) };
}

/** A text without headline is called by its first words or its file's name; the headline it had is better. */
function withoutMadeUpHeadline(
  extracted: DraftFields,
  from: TextSource,
  before: Partial<Draft> | undefined,
): Partial<DraftFields> {
  const { headline, ...rest } = extracted;
  const opening = headline.endsWith('…') && extracted.text.trim().startsWith(headline.slice(0, -1));
  const fileName = from.from === 'file' && from.name.replace(/\.[^.]+$/u, '').trim() === headline;
  return (opening || fileName) && before ? rest : extracted;
}
