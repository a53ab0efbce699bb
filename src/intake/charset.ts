import chardet from 'chardet';
import { IntakeError } from './intake-error.ts';
import { type Notice, message } from '../words/message.ts';

/** Bytes to search for a stated charset. The HTML standard searches the first 1024; today's heads are longer. */
const PRESCAN_BYTES = 4096;
const META = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/iu;
const XML_DECLARATION = /^\s{0,10}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})["']/iu;
const HEADER = /charset\s*=\s*["']?\s*([\w-]{2,40})/iu;
/** A text with at most this many invalid sequences, and at most one per this many valid ones, still counts as UTF-8. */
const MAX_FAULTS = 20;
const RIGHT_PER_FAULT = 3;
/** Guesses of the detector below this confidence are ignored. Percent. */
const LEAST_CONFIDENCE = 15;
/** The same for two-byte encodings, which can decode nearly any bytes. A text of one sentence already reaches 100. Percent. */
const LEAST_WIDE = 60;
const WIDE = /^(?:GB|Big5|Shift_JIS|EUC)/iu;
/** Another guess must beat Western European, by far the most common encoding, by this much. Percent. */
const WESTERN_LEAD = 10;
/** Bytes to examine when detecting an encoding. */
const SAMPLE = 100_000;

/** Decoded text; `lost` counts the characters that could not be decoded. */
export type Decoded = Readonly<{ text: string; lost?: number }>;

/**
 * Decodes bytes by, in this order: their byte order mark; UTF-8 if they are valid, whatever is stated, since other
 * encodings hardly ever are; the charset that the header or the document states, if they are valid in it; detection.
 * Drops NULs. Throws {@link IntakeError} `damaged`, with the best guess, when no encoding fits.
 */
export function decodeText(
  bytes: Uint8Array,
  contentType = '',
  subject: Notice = message('intake.the-text'),
): Decoded {
  const mark = markOf(bytes);
  if (mark !== undefined) return counted(clean(new TextDecoder(mark).decode(bytes)));
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const stated = [HEADER.exec(contentType)?.[1], statedInside(bytes)]
    .map(decoderFor)
    .filter((decoder) => decoder !== undefined);
  const faults = countOf(utf8, '\ufffd');
  const isSevenBit = faults === 0 && !hasHighBytes(bytes);
  if (isSevenBit)
    return {
      text: clean((isShifted(bytes) ? new TextDecoder('iso-2022-jp') : undefined)?.decode(bytes) ?? utf8),
    };
  if (faults === 0) return { text: clean(utf8) };
  const right = rightSequences(bytes);
  if (faults <= MAX_FAULTS && right >= faults * RIGHT_PER_FAULT) return counted(clean(utf8));
  for (const decoder of stated) {
    const text = decoder.decode(bytes);
    if (decoder.encoding !== 'utf-8' && !text.includes('\ufffd')) return { text: clean(text) };
  }
  return recognised(bytes, subject);
}

function recognised(bytes: Uint8Array, subject: Notice): Decoded {
  const sample = withoutTags(bytes.subarray(0, SAMPLE));
  const guesses = chardet
    .analyse(sample)
    .filter(
      ({ name, confidence }) =>
        confidence >= (WIDE.test(name) ? LEAST_WIDE : LEAST_CONFIDENCE) && !/^(?:UTF|ASCII)/iu.test(name),
    );
  const [best] = guesses;
  const western = guesses.find(({ name }) => /^(?:windows-1252|ISO-8859-1)$/iu.test(name));
  const order =
    western && best && western.confidence >= best.confidence - WESTERN_LEAD ? [western, ...guesses] : guesses;
  for (const { name } of order) {
    const text = decoderFor(name)?.decode(bytes);
    if (text !== undefined && !text.includes('\ufffd') && isPlausible(text)) return { text: clean(text) };
  }
  const told =
    best === undefined
      ? message('intake.encoding', { subject })
      : message('intake.encoding-perhaps', { subject, name: best.name });
  throw new IntakeError('damaged', told);
}

/** Whether a text looks decoded: hardly any unusual characters, and few capitals inside words. */
function isPlausible(text: string): boolean {
  const high = text.slice(0, SAMPLE).match(/[^\p{ASCII}]/gu) ?? [];
  const usual = high.filter((character) =>
    /[\p{L}\p{M}\p{N}‘’“”„‚«»‹›–—…•·°€£§©®™¡¿ªº、。・「」『』（）　！？：；，\u00a0]/u.test(character),
  );
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  const odd = text.slice(0, SAMPLE).match(/\p{Ll}\p{Lu}/gu) ?? [];
  return usual.length >= high.length * 0.8 && odd.length <= 2 + letters.length * 0.1;
}

/** A text, with the number of its replacement characters if it has any. */
function counted(text: string): Decoded {
  const lost = countOf(text, '\ufffd');
  return lost === 0 ? { text } : { text, lost };
}

const countOf = (text: string, character: string): number => text.split(character).length - 1;

const hasHighBytes = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0x80);

/** Whether the bytes have an escape sequence of ISO-2022-JP, such as ESC $ B. */
const isShifted = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, SAMPLE)).includes('\u001b$');

/** Counts well-formed multi-byte sequences. Source: RFC 3629, without its rarer rules. */
function rightSequences(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] as number;
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length === 0 || lead >= 0xf5) continue;
    const tail = bytes.subarray(at + 1, at + length);
    if (tail.length < length - 1 || !tail.every((byte) => byte >= 0x80 && byte < 0xc0)) continue;
    count += 1;
    at += length - 1;
  }
  return count;
}

/** Removes tags, whose ASCII letters would dominate the detection. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  if (!/<[a-z!][^>]{0,300}>/iu.test(text)) return bytes;
  return Buffer.from(
    text.replace(/<(script|style)\b[^]*?<\/\1>/giu, ' ').replace(/<[^<>]{0,2000}>/gu, ' '),
    'latin1',
  );
}

const clean = (text: string): string => text.replaceAll('\0', '');

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes);
}

/** Detects UTF-16 without a byte order mark: Latin text then has a NUL in every second byte. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const nuls: [number, number] = [0, 0];
  const length = Math.min(bytes.length, 2000);
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] === 0) nuls[(at % 2) as 0 | 1] += 1;
  }
  const [even, odd] = nuls;
  if (length < 20 || Math.max(even, odd) < length * 0.3 || Math.min(even, odd) > length * 0.02)
    return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The beginning of a text, for recognising tags and declarations, which are in ASCII. */
export function startOf(bytes: Uint8Array): string {
  return new TextDecoder(markOf(bytes) ?? 'latin1')
    .decode(bytes.subarray(0, 4096))
    .replace(/^(?:\ufeff|ï»¿)/u, '');
}

/** Whether bytes are not text in any encoding: they have control characters that texts lack, or more than a few NULs. */
export function isBinary(bytes: Uint8Array): boolean {
  if (markOf(bytes) !== undefined) return false;
  const sample = bytes.subarray(0, SAMPLE);
  let [nuls, controls] = [0, 0];
  for (const byte of sample) {
    if (byte === 0) nuls += 1;
    else if (byte < 0x20 && ![0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte))
      controls += 1;
  }
  return (
    nuls > 3 + sample.length / 1000 || controls > 3 + sample.length / 100 || (nuls > 0 && sample.length < 20)
  );
}

function statedInside(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const label = (XML_DECLARATION.exec(start) ?? META.exec(start))?.[1];
  // A statement that is readable as single bytes cannot be in UTF-16; the HTML standard then assumes UTF-8.
  return label !== undefined && /^utf-?16/iu.test(label) ? 'utf-8' : label;
}

function decoderFor(label: string | undefined): TextDecoder | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
