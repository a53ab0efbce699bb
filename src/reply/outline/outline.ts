import { z } from 'zod';
import { CITE_FORMATS } from '../../answer/cite.ts';

/*
 * The stored form of a reply: its parts in order, with references to an article's words instead of the words. A reply can be rebuilt
 * from it and the current articles, so that corrections and retractions apply to it, and no wording of an article stays outside the
 * archive. Our own words and people's input are stored apart, because they may repeat an article; a retraction removes those that do.
 */

const count = z.int().min(0);
const revision = z.int().min(1);
/** Index in the list of words. */
const index = count;

/** A slice of a revision's text; with `head`, of one of its headlines, which has sentence number 0. */
const place = z.strictObject({
  articleId: z.string(),
  revision,
  head: z.literal(true).exactOptional(),
  start: count,
  end: count,
});
export type WordPlace = Readonly<z.output<typeof place>>;

const mark = z.literal(true).exactOptional();
const mentioned = z.enum(['user', 'channel', 'role']);

/** A run of words: our own, typed, from an article, a name, a date, or a sentence of the catalogue with its arguments. */
export type OutlineRun =
  | Readonly<{ said: number }>
  | Readonly<{ typed: number; added?: true }>
  | Readonly<{ news: WordPlace; strong?: true; struck?: true; added?: true }>
  | Readonly<{ mention: z.output<typeof mentioned>; id: string }>
  | Readonly<{ day: string }>
  | Readonly<{ minute: string }>
  | OutlineSaid;
export type OutlineSaid = Readonly<{ say: string; with?: Readonly<Record<string, number | OutlineRun[]>> }>;
/** A label of our own. */
export type OutlineText = Readonly<{ said: number }> | OutlineSaid;

const said = z.strictObject({ said: index });
const sentence: z.ZodType<OutlineSaid> = z.strictObject({
  say: z.string(),
  with: z.record(z.string(), z.union([z.number(), z.array(z.lazy(() => run))])).exactOptional(),
});
const text: z.ZodType<OutlineText> = z.union([said, sentence]);
const run: z.ZodType<OutlineRun> = z.union([
  said,
  z.strictObject({ typed: index, added: mark }),
  z.strictObject({ news: place, strong: mark, struck: mark, added: mark }),
  z.strictObject({ mention: mentioned, id: z.string() }),
  z.strictObject({ day: z.string() }),
  z.strictObject({ minute: z.string() }),
  sentence,
]);

const button = z.union([
  z.strictObject({ label: text, url: z.string() }),
  z.strictObject({ label: text, action: z.string(), args: z.array(z.string()), danger: mark }),
]);
export type OutlineButton = Readonly<z.output<typeof button>>;

const sentences = { articleId: z.string(), revision, from: count, to: count };

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['title', 'note']), words: z.array(run) }),
  z.strictObject({ type: z.literal('text'), words: z.array(run), heads: mark }),
  z.strictObject({
    type: z.literal('spans'),
    items: z.array(z.strictObject({ news: place, role: text.exactOptional() })),
  }),
  z.strictObject({
    type: z.literal('quote'),
    ...sentences,
    /** Marked slices of the text. */
    marks: z.array(z.strictObject({ start: count, end: count })),
    label: text.exactOptional(),
    /** Whether the sentence before is shown too. */
    before: mark,
    buttons: z.array(button).exactOptional(),
  }),
  z.strictObject({ type: z.literal('gap'), sentences: count }),
  z.strictObject({ type: z.literal('list'), items: z.array(z.array(run)) }),
  z.strictObject({ type: z.literal('rule') }),
]);
export type OutlineBlock = Readonly<z.output<typeof block>>;

/** The kind of a reply, where rebuilding it needs more than its blocks. */
const made = z.discriminatedUnion('kind', [
  /** A quote as pictures. */
  z.strictObject({ kind: z.literal('card'), ...sentences }),
  /** A passage in a notation. */
  z.strictObject({ kind: z.literal('citation'), ...sentences, format: z.enum(CITE_FORMATS) }),
  /** Pictures of a reply's facts, with its topic, which may be empty. */
  z.strictObject({ kind: z.enum(['figures', 'timeline']), topic: index }),
  /** Grades of quotations. */
  z.strictObject({ kind: z.literal('check') }),
]);

const shape = z.strictObject({
  tone: z.enum(['found', 'unsure', 'nothing', 'info', 'error']),
  /** Language tag. */
  language: z.string().exactOptional(),
  blocks: z.array(block),
  buttons: z.array(button),
  made: made.exactOptional(),
});

/** Our own and typed words by index; null after a retraction removed them. */
const words = z.array(z.string().nullable());

export type Outline = Readonly<z.output<typeof shape> & { words: readonly (string | null)[] }>;

/** An outline as stored: its structure, and separately its words. */
export type KeptOutline = Readonly<{ shape: string; words: string }>;

export function writeOutline({ words: list, ...rest }: Outline): KeptOutline {
  return { shape: JSON.stringify(rest), words: JSON.stringify(list) };
}

/** Parses what {@link writeOutline} wrote. Throws a ZodError for anything else. */
export function readOutline(kept: KeptOutline): Outline {
  return { ...shape.parse(JSON.parse(kept.shape)), words: words.parse(JSON.parse(kept.words)) };
}

/** A quoted range of sentences. */
export type CitedSentences = Readonly<{ articleId: string; revision: number; from: number; to: number }>;

/** All sentences that a reply quotes, in order. */
export function citedIn({ blocks, made: by }: Pick<Outline, 'blocks' | 'made'>): CitedSentences[] {
  const quoted = blocks.flatMap((each) => (each.type === 'quote' ? [each] : []));
  return by !== undefined && 'from' in by && quoted.length === 0 ? [by] : quoted;
}
