import { sha256Of } from '../../article/article.ts';
import { decodeText } from './charset.ts';
import {
  extractedSchema,
  MAX_BYTES,
  MAX_FIELD,
  MAX_TEXT,
  type Extracted,
  type Hint,
  type Reading,
} from './extracted.ts';
import { displayName, IntakeError, megabytes } from './intake-error.ts';
import { kindOf, type Kind } from './kind.ts';

type Reader = (bytes: Uint8Array, hint: Hint, subject: string) => Promise<Reading>;

/** Each form's reader; the libraries behind them are loaded when one is first needed. */
const READERS: Readonly<Record<Kind, Reader>> = {
  text: async (bytes, hint, subject) =>
    (await import('./text.ts')).readText(decodeText(bytes, hint.contentType), hint, subject),
  html: async (bytes, hint, subject) =>
    (await import('./html/html.ts')).readHtml(decodeText(bytes, hint.contentType), hint, subject),
  docx: async (bytes, _hint, subject) => (await import('./docx.ts')).readDocx(bytes, subject),
  pdf: async (bytes, _hint, subject) => (await import('./pdf.ts')).readPdf(bytes, subject),
};

/**
 * Reads an article from bytes. Throws {@link IntakeError}, also for whatever a library throws. Runs where it is
 * called, without limits of time and memory: the program calls it through `intakePool`.
 */
export async function extract(bytes: Uint8Array, hint: Hint = {}): Promise<Extracted> {
  const subject = subjectOf(hint);
  if (bytes.length === 0) throw new IntakeError('empty', `${subject} is empty: give a file with text in it.`);
  if (bytes.length > MAX_BYTES) {
    throw new IntakeError(
      'too-large',
      `${subject} has ${megabytes(bytes.length)}, more than the ${megabytes(MAX_BYTES)} that are read: split it.`,
    );
  }
  const kind = kindOf(bytes, hint, subject);
  try {
    const reading = await READERS[kind](bytes, hint, subject);
    // A text stays as it was written; what a page or document shows is cleaned.
    return finish(kind === 'text' ? reading : { ...reading, text: printable(reading.text) }, hint, subject);
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    throw new IntakeError(
      'damaged',
      `${subject} cannot be read, it seems damaged: save it anew or paste the text.`,
      { cause: error },
    );
  }
}

/** How refusals call the thing: by its file name, else by the host it came from. */
function subjectOf({ name, url }: Hint): string {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  return displayName(name ?? '') || (host ? `The page of ${displayName(host)}` : 'The text');
}

function finish(reading: Reading, { name }: Hint, subject: string): Extracted {
  const text = reading.text.toWellFormed();
  if (text.trim() === '') throw new IntakeError('no-text', `${subject} holds no text.`);
  if (text.length > MAX_TEXT) {
    throw new IntakeError(
      'too-large',
      `${subject} has a text of more than ${MAX_TEXT.toLocaleString('en')} characters: split it into articles.`,
    );
  }
  const { text: _text, ...found } = reading;
  const fields = Object.fromEntries(
    Object.entries(found)
      .map(
        ([key, value]) =>
          [
            key,
            printable(value ?? '')
              .replace(/\s+/gu, ' ')
              .trim(),
          ] as const,
      )
      .filter(
        ([key, value]) => value !== '' && value.length <= MAX_FIELD && (key !== 'url' || URL.canParse(value)),
      ),
  );
  const headline =
    fields['headline'] ?? (displayName(name ?? '').replace(/\.[^.]+$/u, '') || openingOf(text));
  return extractedSchema.parse({ ...fields, text, headline, id: slugOf(fields['id'] ?? headline) });
}

/** Without lone surrogates and control characters other than tab and line end; a form feed parts pages. */
const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\f', '\n')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '');

/** A text without headline is called by its first words. */
const openingOf = (text: string): string =>
  `${text
    .trim()
    .slice(0, 80)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()}…`;

/** Lower-case ASCII letters and digits with single hyphens, at most 80; from other scripts, by the text's hash. */
function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/gu, '')
    .toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 80)
    .replace(/-$/u, '');
  return slug.length >= 3 ? slug : `article-${sha256Of(text).slice(0, 12)}`;
}
