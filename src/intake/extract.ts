import { sha256Of } from '../article/article.ts';
import { decodeText } from './charset.ts';
import { draftFields, LINE_MAX, TEXT_MAX, type DraftFields } from '../article/fields.ts';
import { MAX_BYTES, type Hint, type Reading } from './extracted.ts';
import { displayName, IntakeError, megabytes } from './intake-error.ts';
import { kindOf, type Kind } from './kind.ts';

type Reader = (bytes: Uint8Array, hint: Hint, subject: string) => Reading | Promise<Reading>;

/** Each form's reader; the libraries behind them are loaded when one is first needed. */
const READERS: Readonly<Record<Kind, () => Promise<Reader>>> = {
  text: async () => {
    const { readText } = await import('./text.ts');
    return decoding(readText);
  },
  html: async () => {
    const { readHtml } = await import('./html/html.ts');
    return decoding(readHtml);
  },
  docx: async () => {
    const { readDocx } = await import('./docx/docx.ts');
    return (bytes, _hint, subject) => readDocx(bytes, subject);
  },
  pdf: async () => {
    const { readPdf } = await import('./pdf/pdf.ts');
    return (bytes, _hint, subject) => readPdf(bytes, subject);
  },
};

/** A reader of text as one of bytes; what could not be decoded is noted. */
const decoding =
  (read: (text: string, hint: Hint, subject: string) => Reading): Reader =>
  (bytes, hint, subject) => {
    const { text, fault } = decodeText(bytes, hint.contentType, subject);
    const reading = read(text, hint, subject);
    return fault === undefined
      ? reading
      : { ...reading, reading: { origins: {}, ...reading.reading, fault } };
  };

/** A file as far as it is known from its first bytes; `subject` is how refusals call it. */
type Inspected<K extends string> = Readonly<{ kind: K; subject: string }>;

/** Looks at the size and the first bytes alone; quick. Throws {@link IntakeError} for what need not be read further. */
export function inspect(bytes: Uint8Array, hint: Hint): Inspected<Kind> {
  const subject = subjectOf(hint, 'page', 'The text');
  checkSize(bytes, subject);
  return { kind: kindOf(bytes, hint, subject), subject };
}

/** The same for what must be a feed. */
export function inspectFeed(bytes: Uint8Array, hint: Hint): Inspected<'feed'> {
  const subject = subjectOf(hint, 'feed', 'The feed');
  checkSize(bytes, subject);
  return { kind: 'feed', subject };
}

function checkSize(bytes: Uint8Array, subject: string): void {
  if (bytes.length === 0) throw new IntakeError('empty', `${subject} is empty: give one with text in it.`);
  if (bytes.length > MAX_BYTES) {
    throw new IntakeError(
      'too-large',
      `${subject} has ${megabytes(bytes.length)}, more than the ${megabytes(MAX_BYTES)} that are read: split it.`,
    );
  }
}

/** Loads what one form needs. The function reads a file of it and throws {@link IntakeError}, whatever a library throws. */
export async function loadReader(
  kind: Kind,
): Promise<(bytes: Uint8Array, hint: Hint, subject: string) => Promise<DraftFields>> {
  const read = await READERS[kind]();
  return async (bytes, hint, subject) => {
    try {
      const reading = await read(bytes, hint, subject);
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
  };
}

/**
 * Reads an article from bytes. Throws {@link IntakeError}. Runs where it is called, without limits of time and
 * memory: the program calls it through `intakePool`.
 */
export async function extract(bytes: Uint8Array, hint: Hint = {}): Promise<DraftFields> {
  const { kind, subject } = inspect(bytes, hint);
  const read = await loadReader(kind);
  return read(bytes, hint, subject);
}

/** How refusals call the thing: by its file name, else by the host it came from. */
function subjectOf({ name, url }: Hint, what: 'page' | 'feed', other: string): string {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  return displayName(name ?? '') || (host ? `The ${what} of ${displayName(host)}` : other);
}

function finish(reading: Reading, { name }: Hint, subject: string): DraftFields {
  const text = reading.text.toWellFormed();
  if (text.trim() === '') throw new IntakeError('no-text', `${subject} holds no text.`);
  if (text.length > TEXT_MAX) {
    throw new IntakeError(
      'too-large',
      `${subject} has a text of more than ${TEXT_MAX.toLocaleString('en')} characters: split it into articles.`,
    );
  }
  const { text: _text, reading: notes, ...found } = reading;
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
        ([key, value]) => value !== '' && value.length <= LINE_MAX && (key !== 'url' || URL.canParse(value)),
      ),
  );
  const headline =
    fields['headline'] ?? (displayName(name ?? '').replace(/\.[^.]+$/u, '') || openingOf(text));
  const id = slugOf(fields['id'] ?? headline);
  return draftFields.parse({ ...fields, text, headline, id, ...(notes && { reading: notes }) });
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
export function slugOf(text: string): string {
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
