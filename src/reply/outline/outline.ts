import { z } from 'zod';
import { CITE_FORMATS } from '../../answer/cite.ts';

/*
 * What is kept of a reply: its parts in their order, with the place of every word of an article instead of the word itself.
 * A reply can be made again from it and the articles as they are, so that a correction or retraction holds for it too, and
 * nothing of an article's wording stays behind outside the archive. Our own words, and what people typed, stand apart: they may
 * repeat an article, and a retraction takes those that do.
 */

const count = z.int().min(0);
const revision = z.int().min(1);
/** Position in the list of words. */
const index = count;

/** A slice of a revision's text; `head` when it is one of the headline, numbered as a sentence of its own (0). */
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

/** A run of words: of ours, typed, of an article, a name, a date, or a sentence of the catalogue with what is filled in. */
export type OutlineRun =
  | Readonly<{ said: number }>
  | Readonly<{ typed: number; added?: true }>
  | Readonly<{ news: WordPlace; strong?: true; struck?: true; added?: true }>
  | Readonly<{ mention: z.output<typeof mentioned>; id: string }>
  | Readonly<{ day: string }>
  | Readonly<{ minute: string }>
  | OutlineSaid;
export type OutlineSaid = Readonly<{ say: string; with?: Readonly<Record<string, number | OutlineRun[]>> }>;
/** A label of ours. */
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
  z.strictObject({ type: z.enum(['title', 'text', 'note']), words: z.array(run) }),
  z.strictObject({
    type: z.literal('spans'),
    items: z.array(z.strictObject({ news: place, role: text.exactOptional() })),
  }),
  z.strictObject({
    type: z.literal('quote'),
    ...sentences,
    /** Slices of the text, as they are marked. */
    marks: z.array(z.strictObject({ start: count, end: count })),
    label: text.exactOptional(),
    /** The sentence before is shown with it. */
    before: mark,
    buttons: z.array(button).exactOptional(),
  }),
  z.strictObject({ type: z.literal('gap'), sentences: count }),
  z.strictObject({ type: z.literal('list'), items: z.array(z.array(run)) }),
  z.strictObject({ type: z.literal('rule') }),
]);
export type OutlineBlock = Readonly<z.output<typeof block>>;

/** What a reply is beyond its blocks, where that is needed to make it again. */
const made = z.discriminatedUnion('kind', [
  /** A quote as pictures. */
  z.strictObject({ kind: z.literal('card'), ...sentences }),
  /** A passage in a notation. */
  z.strictObject({ kind: z.literal('citation'), ...sentences, format: z.enum(CITE_FORMATS) }),
  /** Pictures of what its quotes tell, of a topic where it is not empty. */
  z.strictObject({ kind: z.enum(['figures', 'timeline']), topic: index }),
  /** Grades of quotations. */
  z.strictObject({ kind: z.literal('check') }),
]);

const shape = z.strictObject({
  tone: z.enum(['found', 'unsure', 'nothing', 'info', 'error']),
  /** The language it was told in, as a tag. */
  language: z.string().exactOptional(),
  blocks: z.array(block),
  buttons: z.array(button),
  made: made.exactOptional(),
});

/** Each word list entry: our own words or what was typed; null once a retraction has taken it. */
const words = z.array(z.string().nullable());

export type Outline = Readonly<z.output<typeof shape> & { words: readonly (string | null)[] }>;

/** An outline as the store keeps it: its shape, and apart from that its words. */
export type KeptOutline = Readonly<{ shape: string; words: string }>;

export function writeOutline({ words: list, ...rest }: Outline): KeptOutline {
  return { shape: JSON.stringify(rest), words: JSON.stringify(list) };
}

/** Reads what {@link writeOutline} wrote; throws a ZodError for anything else. */
export function readOutline(kept: KeptOutline): Outline {
  return { ...shape.parse(JSON.parse(kept.shape)), words: words.parse(JSON.parse(kept.words)) };
}

/** The sentences that something quotes. */
export type CitedSentences = Readonly<{ articleId: string; revision: number; from: number; to: number }>;

/** All sentences that a reply of this outline quotes, in their order. */
export function citedIn({ blocks, made: by }: Pick<Outline, 'blocks' | 'made'>): CitedSentences[] {
  const quoted = blocks.flatMap((each) => (each.type === 'quote' ? [each] : []));
  return by !== undefined && 'from' in by && quoted.length === 0 ? [by] : quoted;
}
