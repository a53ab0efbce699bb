import { isBinary, startOf } from './charset.ts';
import type { Hint } from './extracted.ts';
import { displayName, IntakeError } from './intake-error.ts';

/** The formats that intake reads. */
export type Kind = 'text' | 'html' | 'docx' | 'pdf';

/** Formats that are recognised only to name them in the refusal, by their first bytes. Source: their specifications. */
const FOREIGN = [
  {
    seen: 'an old Office file or one with a password',
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    remedy: 'save it as .docx or PDF without a password',
  },
  {
    seen: 'an RTF file',
    magic: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    remedy: 'save it as .docx, PDF or plain text',
  },
  { seen: 'a PNG picture', magic: [0x89, 0x50, 0x4e, 0x47], remedy: 'give the text instead' },
  { seen: 'a JPEG picture', magic: [0xff, 0xd8, 0xff], remedy: 'give the text instead' },
  { seen: 'a GIF picture', magic: [0x47, 0x49, 0x46, 0x38], remedy: 'give the text instead' },
  { seen: 'a gzip archive', magic: [0x1f, 0x8b], remedy: 'unpack it first' },
  { seen: 'a RAR archive', magic: [0x52, 0x61, 0x72, 0x21], remedy: 'unpack it first' },
  { seen: 'a 7z archive', magic: [0x37, 0x7a, 0xbc, 0xaf], remedy: 'unpack it first' },
  { seen: 'a program', magic: [0x7f, 0x45, 0x4c, 0x46], remedy: 'give a text, HTML, .docx or PDF file' },
] as const;

const READABLE = 'text, Markdown, HTML, .docx or PDF';

const BY_TYPE: ReadonlyMap<string, Kind> = new Map([
  ['text/plain', 'text'],
  ['text/markdown', 'text'],
  ['text/x-markdown', 'text'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
]);
const BY_ENDING: ReadonlyMap<string, Kind> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'text'],
  ['markdown', 'text'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['pdf', 'pdf'],
  ['docx', 'docx'],
]);
/** Stated types that do not tell the format: none, any bytes, any text, or ZIP (which a .docx is). */
const OPEN_TYPE =
  /^(?:|text\/.*|binary\/octet-stream|application\/(?:octet-stream|x-download|force-download|zip|x-zip-compressed))$/u;
/** Pages and feeds are recognised by their first element. */
const PAGE = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html[\s>])/iu;
const FEED = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:rss|feed|rdf:rdf)[\s>]/iu;

const NAMES: Readonly<Record<Kind, string>> = {
  text: 'a text file',
  html: 'a web page',
  docx: 'a Word document',
  pdf: 'a PDF',
};

/**
 * Decides the format from the bytes, and refuses a file whose stated type or file extension contradicts them (T14). Between
 * text and HTML the statement decides, since a text may mention tags and a page may start with words; but bytes that start
 * like a page are HTML in any case. `subject` names the file in refusals.
 */
export function kindOf(bytes: Uint8Array, hint: Hint, subject: string): Kind {
  const actual = look(bytes, subject);
  const stated = statements(hint, subject);
  if (actual === 'text' && stated.includes('html')) return 'html';
  const lie =
    actual === 'html'
      ? stated.find((kind) => kind === 'pdf' || kind === 'docx')
      : stated.find((kind) => kind !== actual);
  if (lie === undefined) return actual;
  throw new IntakeError(
    'wrong-type',
    `${subject} says it is ${NAMES[lie]} but holds ${NAMES[actual]}: send it with its right type and ending.`,
  );
}

/** A file name's extension in lower case, without the dot; '' when it has none. */
function endingOf(name: string): string {
  const [, ending = ''] = /\.([a-z0-9]{1,10})$/iu.exec(name) ?? [];
  return ending.toLowerCase();
}

/** Whether a file name has the extension of a format that intake reads. */
export const isReadableName = (name: string): boolean => BY_ENDING.has(endingOf(name));

function statements(hint: Hint, subject: string): Kind[] {
  const { contentType = '', name = '' } = hint;
  const type = contentType.replace(/;.*$/su, '').trim().toLowerCase();
  const byType = BY_TYPE.get(type);
  if (byType === undefined && !OPEN_TYPE.test(type)) {
    throw new IntakeError(
      'unsupported',
      `${subject} is of type ${displayName(type)}, which cannot be read: give ${READABLE}.`,
    );
  }
  return [byType, BY_ENDING.get(endingOf(name))].filter((kind) => kind !== undefined);
}

function look(bytes: Uint8Array, subject: string): Kind {
  const starts = (magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (starts([0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (starts([0x50, 0x4b, 0x03, 0x04]) || starts([0x50, 0x4b, 0x05, 0x06])) return 'docx';
  const foreign = FOREIGN.find(({ magic }) => starts(magic));
  if (foreign)
    throw new IntakeError(
      'unsupported',
      `${subject} is ${foreign.seen}, which cannot be read: ${foreign.remedy}.`,
    );
  if (isBinary(bytes)) {
    throw new IntakeError('unsupported', `${subject} is not in a form that can be read: give ${READABLE}.`);
  }
  const start = startOf(bytes);
  if (FEED.test(start))
    throw new IntakeError('unsupported', `${subject} is a feed, not an article: add it with /feed add.`);
  return PAGE.test(start) ? 'html' : 'text';
}
