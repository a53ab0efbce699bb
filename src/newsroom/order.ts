import { z } from 'zod';
import { slugOf } from '../intake/extract.ts';
import { withSaid, type DraftFields } from '../article/fields.ts';
import { indexFull, IntakeError } from '../intake/intake-error.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { Draft, Submitter } from '../store/articles/stored.ts';
import type { Order, OrderOutcome, TextSource } from '../desk/editor-tools.ts';
import { message } from '../words/message.ts';

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

/** Validates an order that was stored as a job. */
export const orderSchema = z.strictObject({ source, fields, aim });
/** Validates the outcome of a stored job. */
export const outcomeSchema = z.strictObject({
  outcome: z.enum(['added', 'corrected', 'restored', 'same', 'url-taken', 'retracted', 'live', 'unknown']),
  id: text,
});

/** Reads an article from a source, and the host that it was fetched from. Throws IntakeError. */
export type ReadSource = (
  source: Exclude<TextSource, { from: 'kept' }>,
) => Promise<Readonly<{ extracted: DraftFields; host?: string }>>;

/** Reads an order's source and carries out the order. Throws IntakeError, AskerError and StoreError. */
export async function performOrder(
  { source: from, fields: given, aim: goal }: Order,
  by: string,
  archive: GuildArchive,
  read: ReadSource,
): Promise<OrderOutcome> {
  const before = goal.do === 'add' ? undefined : await knownOf(archive, goal.id);
  const { extracted, host } = from.from === 'kept' ? { extracted: undefined } : await read(from);
  const provenance: Submitter = { by, ...(host !== undefined && { host }) };
  // Names a page or pasted text after the given headline; a file keeps its name.
  const named = from.from !== 'file' && given.headline !== undefined && { id: slugOf(given.headline) };
  const taken = extracted && withoutMadeUpHeadline(extracted, from, before);
  const said = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const draft = merged([before, taken, given, named || {}], said);
  if (goal.do === 'add') {
    const [added] = await archive.add([{ draft, visibility: goal.visibility }], provenance);
    if (!added) throw new Error('Adding one article must have one outcome.');
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

/** The known details of an article, which a correction or restoration keeps unless it names others. Also works for damaged articles. */
async function knownOf(archive: GuildArchive, id: string): Promise<Partial<Draft> | undefined> {
  const found = await archive.article(id);
  if (found.state === 'retracted') return { headline: found.tombstone.headline, ...found.tombstone.printed };
  if (found.state !== 'live') return undefined;
  const { article, reading } = found.stored;
  const { revision: _revision, sha256: _sha256, ...draft } = article;
  return { ...draft, reading };
}

/** Merges details: later parts override earlier ones, `undefined` keeps the earlier value, and null removes it. */
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
  if (draft.text === undefined) throw new IntakeError('no-text', message('job.no-text'));
  return { ...(draft as Draft), reading: withSaid(draft, said) };
}

/** Drops a headline made from the text's first words or the file's name, since the known headline is better. */
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
