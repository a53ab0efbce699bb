import { isBinary, startOf } from './charset.ts';
import type { Hint } from './extracted.ts';
import { displayName, IntakeError } from './intake-error.ts';
import { type CatalogueMessage, type Notice, message } from '../words/message.ts';

/** The formats that intake reads. */
export type Kind = 'text' | 'html' | 'docx' | 'pdf';

/** Formats that are recognised only to name them in the refusal, by their first bytes. Source: their specifications. */
const FOREIGN = [
  {
    form: message('form-of.office'),
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    remedy: message('remedy.docx'),
  },
  {
    form: message('form-of.other', { name: 'RTF' }),
    magic: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    remedy: message('remedy.save'),
  },
  {
    form: message('form-of.picture', { name: 'PNG' }),
    magic: [0x89, 0x50, 0x4e, 0x47],
    remedy: message('remedy.text'),
  },
  {
    form: message('form-of.picture', { name: 'JPEG' }),
    magic: [0xff, 0xd8, 0xff],
    remedy: message('remedy.text'),
  },
  {
    form: message('form-of.picture', { name: 'GIF' }),
    magic: [0x47, 0x49, 0x46, 0x38],
    remedy: message('remedy.text'),
  },
  {
    form: message('form-of.archive', { name: 'gzip' }),
    magic: [0x1f, 0x8b],
    remedy: message('remedy.unpack'),
  },
  {
    form: message('form-of.archive', { name: 'RAR' }),
    magic: [0x52, 0x61, 0x72, 0x21],
    remedy: message('remedy.unpack'),
  },
  {
    form: message('form-of.archive', { name: '7z' }),
    magic: [0x37, 0x7a, 0xbc, 0xaf],
    remedy: message('remedy.unpack'),
  },
  { form: message('form-of.program'), magic: [0x7f, 0x45, 0x4c, 0x46], remedy: message('remedy.file') },
] as const;

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

const NAMES: Readonly<Record<Kind, CatalogueMessage>> = {
  text: message('form-of.text'),
  html: message('form-of.html'),
  docx: message('form-of.docx'),
  pdf: message('form-of.pdf'),
};

/**
 * Decides the format from the bytes, and refuses a file whose stated type or file extension contradicts them (T14). Between
 * text and HTML the statement decides, since a text may mention tags and a page may start with words; but bytes that start
 * like a page are HTML in any case. `subject` names the file in refusals.
 */
export function kindOf(bytes: Uint8Array, hint: Hint, subject: Notice): Kind {
  const actual = look(bytes, subject);
  const stated = statements(hint, subject);
  if (actual === 'text' && stated.includes('html')) return 'html';
  const lie =
    actual === 'html'
      ? stated.find((kind) => kind === 'pdf' || kind === 'docx')
      : stated.find((kind) => kind !== actual);
  if (lie === undefined) return actual;
  const told = message('intake.wrong-type', { subject, stated: NAMES[lie], actual: NAMES[actual] });
  throw new IntakeError('wrong-type', told);
}

/** A file name's extension in lower case, without the dot; '' when it has none. */
function endingOf(name: string): string {
  const [, ending = ''] = /\.([a-z0-9]{1,10})$/iu.exec(name) ?? [];
  return ending.toLowerCase();
}

/** Whether a file name has the extension of a format that intake reads. */
export const isReadableName = (name: string): boolean => BY_ENDING.has(endingOf(name));

function statements(hint: Hint, subject: Notice): Kind[] {
  const { contentType = '', name = '' } = hint;
  const type = contentType.replace(/;.*$/su, '').trim().toLowerCase();
  const byType = BY_TYPE.get(type);
  if (byType === undefined && !OPEN_TYPE.test(type)) {
    throw new IntakeError('unsupported', message('intake.type', { subject, type: displayName(type) }));
  }
  return [byType, BY_ENDING.get(endingOf(name))].filter((kind) => kind !== undefined);
}

function look(bytes: Uint8Array, subject: Notice): Kind {
  const starts = (magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (starts([0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (starts([0x50, 0x4b, 0x03, 0x04]) || starts([0x50, 0x4b, 0x05, 0x06])) return 'docx';
  const foreign = FOREIGN.find(({ magic }) => starts(magic));
  if (foreign) {
    const { form, remedy } = foreign;
    throw new IntakeError('unsupported', message('intake.foreign', { subject, form, remedy }));
  }
  if (isBinary(bytes)) {
    throw new IntakeError('unsupported', message('intake.unknown', { subject }));
  }
  const start = startOf(bytes);
  if (FEED.test(start)) throw new IntakeError('unsupported', message('intake.is-feed', { subject }));
  return PAGE.test(start) ? 'html' : 'text';
}
