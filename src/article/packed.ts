import type { Article, Document, Paragraph, Provenance, Sentence, Slice } from './article.ts';

/** Kinds of paragraphs by the number that is stored for them. */
const KINDS = [
  'headline',
  'heading',
  'paragraph',
  'furniture',
] as const satisfies readonly Paragraph['kind'][];
/** Numbers stored per paragraph (start, end, kind) and per sentence (start, end, paragraph). */
const EACH = 3;

/** A slice with the index of its paragraph. */
export type PlacedSlice = Slice & Readonly<{ paragraph: number }>;

type Structure = Pick<Document, 'paragraphs' | 'sentences'>;

/**
 * A document that stores its structure as numbers, 12 bytes per sentence instead of 80, and creates objects on demand. While these are
 * in use they stay the same; later, equal objects may replace them, so compare sentences by their numbers.
 */
export function packedDocument(
  article: Article,
  paragraphs: readonly Paragraph[],
  sentences: readonly PlacedSlice[],
  provenance?: Provenance,
): Document {
  const numbers = new Int32Array(EACH * (paragraphs.length + sentences.length));
  let at = 0;
  for (const { start, end, kind } of paragraphs) {
    numbers.set([start, end, KINDS.indexOf(kind)], at);
    at += EACH;
  }
  for (const { start, end, paragraph } of sentences) {
    numbers.set([start, end, paragraph], at);
    at += EACH;
  }
  return new PackedDocument(article, numbers, paragraphs.length, provenance);
}

/** A class, because getters on a shared prototype take no memory per document. */
class PackedDocument {
  readonly article: Article;
  declare readonly provenance?: Provenance;
  readonly #numbers: Int32Array;
  readonly #paragraphs: number;
  #known: WeakRef<Structure> | undefined;

  constructor(article: Article, numbers: Int32Array, paragraphs: number, provenance: Provenance | undefined) {
    this.article = article;
    this.#numbers = numbers;
    this.#paragraphs = paragraphs;
    if (provenance) Object.assign(this, { provenance });
  }

  get paragraphs(): readonly Paragraph[] {
    return this.#structure().paragraphs;
  }

  get sentences(): readonly Sentence[] {
    return this.#structure().sentences;
  }

  #structure(): Structure {
    const known = this.#known?.deref();
    if (known) return known;
    const made = structureOf(this.article, this.#numbers, this.#paragraphs);
    this.#known = new WeakRef(made);
    return made;
  }
}

function structureOf({ id, revision }: Article, numbers: Int32Array, count: number): Structure {
  // Not checked, since it runs for each sentence of an archive.
  const numberAt = (place: number): number => numbers[place] as number;
  const sentencesFrom = EACH * count;
  const paragraphs = Array.from({ length: count }, (_, index): Paragraph => {
    const at = EACH * index;
    const kind = KINDS[numberAt(at + 2)] ?? 'paragraph';
    return { start: numberAt(at), end: numberAt(at + 1), kind };
  });
  const sentences = Array.from({ length: numbers.length / EACH - count }, (_, index): Sentence => {
    const at = sentencesFrom + EACH * index;
    return {
      articleId: id,
      revision,
      n: index + 1,
      paragraph: numberAt(at + 2),
      start: numberAt(at),
      end: numberAt(at + 1),
    };
  });
  return { paragraphs, sentences };
}
