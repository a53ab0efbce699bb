import { sha256Of, type Document, type Paragraph, type Sentence } from './article.ts';

const known = new WeakMap<Document, Document>();

/**
 * The headline as a document of one sentence with number 0. If the text begins with the headline, it is a slice of the text; pages and
 * feeds keep it apart, and then it has a text of its own.
 */
export function headlineOf(document: Document): Document {
  const before = known.get(document);
  if (before) return before;
  const made = readHeadline(document);
  known.set(document, made);
  known.set(made, made);
  return made;
}

function readHeadline({ article, paragraphs, sentences: _sentences, ...rest }: Document): Document {
  const { headline, text } = article;
  const at = paragraphs.findIndex(
    ({ kind, start, end }) =>
      kind === 'headline' && text.slice(start, end).replace(/\s+/gu, ' ') === headline,
  );
  const inText = paragraphs[at];
  if (inText) return { ...rest, article, paragraphs, sentences: numbered(article, inText, at) };
  const alone: Paragraph = { kind: 'headline', start: 0, end: headline.length };
  return {
    ...rest,
    article: { ...article, text: headline, sha256: sha256Of(headline) },
    paragraphs: [alone],
    sentences: headline === '' ? [] : numbered(article, alone, 0),
  };
}

const numbered = (
  { id: articleId, revision }: Document['article'],
  { start, end }: Paragraph,
  paragraph: number,
): Sentence[] => [{ articleId, revision, n: 0, paragraph, start, end }];

/** Sentence `n` of an article, with the document that contains it; 0 is the headline. Undefined when there is none. */
export function sentenceAt(
  document: Document,
  n: number,
): Readonly<{ document: Document; sentence: Sentence }> | undefined {
  const holder = n === 0 ? headlineOf(document) : document;
  const sentence = holder.sentences[Math.max(0, n - 1)];
  return sentence && { document: holder, sentence };
}
