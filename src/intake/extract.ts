import { sha256Of } from '../article/article.ts';
import { decodeText } from './charset.ts';
import { draftFields, LINE_MAX, TEXT_MAX, type DraftFields } from '../article/fields.ts';
import { MAX_BYTES, type Hint, type Reading } from './extracted.ts';
import { displayName, IntakeError, megabytes } from './intake-error.ts';
import { kindOf, type Kind } from './kind.ts';
import { type Notice, message } from '../words/message.ts';

type Reader = (bytes: Uint8Array, hint: Hint, subject: Notice) => Reading | Promise<Reading>;

/** The reader of each format. Libraries are loaded on first use. */
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

/** Turns a reader of text into a reader of bytes that notes what could not be decoded. */
const decoding =
  (read: (text: string, hint: Hint, subject: Notice) => Reading): Reader =>
  (bytes, hint, subject) => {
    const { text, lost } = decodeText(bytes, hint.contentType, subject);
    const reading = read(text, hint, subject);
    return lost === undefined ? reading : { ...reading, reading: { origins: {}, ...reading.reading, lost } };
  };

/** What the first bytes of a file show; `subject` names the file in refusals. */
type Inspected<K extends string> = Readonly<{ kind: K; subject: Notice }>;

/** Checks only the size and the first bytes. Throws {@link IntakeError} for a file that cannot be an article. */
export function inspect(bytes: Uint8Array, hint: Hint): Inspected<Kind> {
  const subject = subjectOf(hint, 'intake.page-of', 'intake.the-text');
  checkSize(bytes, subject);
  return { kind: kindOf(bytes, hint, subject), subject };
}

/** The same check for a file that must be a feed. */
export function inspectFeed(bytes: Uint8Array, hint: Hint): Inspected<'feed'> {
  const subject = subjectOf(hint, 'intake.feed-of', 'intake.the-feed');
  checkSize(bytes, subject);
  return { kind: 'feed', subject };
}

function checkSize(bytes: Uint8Array, subject: Notice): void {
  if (bytes.length === 0) throw new IntakeError('empty', message('intake.empty', { subject }));
  if (bytes.length > MAX_BYTES) {
    const sizes = { size: megabytes(bytes.length), most: megabytes(MAX_BYTES) };
    throw new IntakeError('too-large', message('intake.too-large', { subject, ...sizes }));
  }
}

/** Loads the reader of a format. The returned function throws {@link IntakeError} for any error of a library. */
export async function loadReader(
  kind: Kind,
): Promise<(bytes: Uint8Array, hint: Hint, subject: Notice) => Promise<DraftFields>> {
  const read = await READERS[kind]();
  return async (bytes, hint, subject) => {
    try {
      const reading = await read(bytes, hint, subject);
      // Plain text stays as it was written; the text of other formats is cleaned.
      return finish(kind === 'text' ? reading : { ...reading, text: printable(reading.text) }, hint, subject);
    } catch (error) {
      if (error instanceof IntakeError) throw error;
      throw new IntakeError('damaged', message('intake.damaged', { subject }), { cause: error });
    }
  };
}

/**
 * Reads an article from bytes. Throws {@link IntakeError}. It has no limits of time and memory: the program calls it in a
 * worker, through `intakePool`.
 */
export async function extract(bytes: Uint8Array, hint: Hint = {}): Promise<DraftFields> {
  const { kind, subject } = inspect(bytes, hint);
  const read = await loadReader(kind);
  return read(bytes, hint, subject);
}

/** The name of a file in refusals: its file name, else the host that it came from. */
function subjectOf(
  { name = '', url }: Hint,
  of: 'intake.page-of' | 'intake.feed-of',
  other: 'intake.the-text' | 'intake.the-feed',
): Notice {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  return displayName(name) || (host ? message(of, { host: displayName(host) }) : message(other));
}

function finish(reading: Reading, { name = '' }: Hint, subject: Notice): DraftFields {
  const text = reading.text.toWellFormed();
  if (text.trim() === '') throw new IntakeError('no-text', message('intake.no-text', { subject }));
  if (text.length > TEXT_MAX) {
    throw new IntakeError('too-large', message('intake.too-long', { subject, characters: TEXT_MAX }));
  }
  const { text: _text, reading: notes, ...found } = reading;
  const fields = Object.fromEntries(
    Object.entries(found)
      .map(
        ([key, value]) =>
          [key, value === undefined ? '' : printable(value).replace(/\s+/gu, ' ').trim()] as const,
      )
      .filter(
        ([key, value]) => value !== '' && value.length <= LINE_MAX && (key !== 'url' || URL.canParse(value)),
      ),
  );
  const headline = fields['headline'] ?? (displayName(name).replace(/\.[^.]+$/u, '') || openingOf(text));
  const id = slugOf(fields['id'] ?? headline);
  return draftFields.parse({ ...fields, text, headline, id, ...(notes && { reading: notes }) });
}

/** Removes lone surrogates and control characters except tabs and line ends. A form feed, which ends a page, becomes a line end. */
const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\f', '\n')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '');

/** The first words of a text, as its headline when it has none. */
const openingOf = (text: string): string =>
  `${text
    .trim()
    .slice(0, 80)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()}…`;

/** Makes a slug of a text: at most 80 lower-case ASCII letters, digits and single hyphens; a hash for text in other scripts. */
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
