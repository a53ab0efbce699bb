import { crc32, inflateRawSync } from 'node:zlib';
import { IntakeError, megabytes } from '../intake-error.ts';
import { type CatalogueMessage, type Notice, message } from '../../words/message.ts';

/** Limits of an archive (T12): inflated bytes, ratio of inflated to packed bytes, entries. */
const MAX_INFLATED = 50_000_000;
const MAX_RATIO = 100;
const MAX_ENTRIES = 2000;

/** Record signatures, lengths of the fixed parts, and values that refer to ZIP64. Source: APPNOTE 6.3.10, section 4.3. */
const END = { signature: 0x06054b50, length: 22 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const COMMENT_MAX = 0xffff;

type Entry = Readonly<{
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}>;

/**
 * Unpacks a ZIP archive into memory. Does not trust stated sizes: inflates each entry up to the size in its header, and
 * refuses headers that exceed the limits, overlap or contradict each other.
 * Throws {@link IntakeError} `too-complex`, `damaged` or `locked`.
 */
export function readZip(bytes: Uint8Array, subject: Notice): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { entries, directoryAt } = readDirectory(view, bytes, subject);
    checkBudget(entries, bytes.length, subject);
    const ranges = entries
      .map((entry) => dataRange(view, bytes, entry, subject))
      .toSorted((a, b) => a.header - b.header);
    for (const [index, { end }] of ranges.entries()) {
      if (end > (ranges[index + 1]?.header ?? directoryAt)) throw bomb(subject, message('bomb.overlap'));
    }
    return new Map(
      ranges.map(({ entry, start, end }) => [entry.name, unpack(entry, bytes.subarray(start, end), subject)]),
    );
  } catch (error) {
    // DataView throws this for a record that ends outside the file.
    if (error instanceof RangeError) throw damaged(subject, error);
    throw error;
  }
}

function readDirectory(
  view: DataView,
  bytes: Uint8Array,
  subject: Notice,
): { entries: Entry[]; directoryAt: number } {
  const end = findEnd(view, subject);
  const count = view.getUint16(end + 10, true);
  const directoryAt = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) throw bomb(subject, message('bomb.many', { entries: MAX_ENTRIES }));
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = directoryAt;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL.signature) throw damaged(subject);
    const length = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + CENTRAL.length, at + CENTRAL.length + length), subject);
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new IntakeError('locked', message('intake.locked', { subject }));
    if (names.has(name)) throw bomb(subject, message('bomb.twice'));
    names.add(name);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += CENTRAL.length + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at > end) throw damaged(subject);
  return { entries, directoryAt };
}

function findEnd(view: DataView, subject: Notice): number {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at -= 1) {
    if (
      view.getUint32(at, true) === END.signature &&
      at + END.length + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  }
  throw damaged(subject);
}

/** Entry names are never used as paths here, but a name that leaves its folder shows that the archive is malicious. */
function nameOf(bytes: Uint8Array, subject: Notice): string {
  const name = new TextDecoder().decode(bytes);
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:|\0/iu.test(name))
    throw bomb(subject, message('bomb.outside'));
  return name;
}

function checkBudget(entries: readonly Entry[], length: number, subject: Notice): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_INFLATED) throw bomb(subject, message('bomb.large', { most: megabytes(MAX_INFLATED) }));
  if (total > length * MAX_RATIO) throw bomb(subject, message('bomb.ratio', { times: MAX_RATIO }));
}

function dataRange(
  view: DataView,
  bytes: Uint8Array,
  entry: Entry,
  subject: Notice,
): { entry: Entry; header: number; start: number; end: number } {
  if (view.getUint32(entry.at, true) !== LOCAL.signature) throw damaged(subject);
  const length = view.getUint16(entry.at + 26, true);
  const name = new TextDecoder().decode(
    bytes.subarray(entry.at + LOCAL.length, entry.at + LOCAL.length + length),
  );
  if (name !== entry.name) throw bomb(subject, message('bomb.names'));
  const start = entry.at + LOCAL.length + length + view.getUint16(entry.at + 28, true);
  return { entry, header: entry.at, start, end: start + entry.packed };
}

function unpack({ method, size, crc }: Entry, packed: Uint8Array, subject: Notice): Uint8Array {
  if (method !== 0 && method !== 8) throw damaged(subject);
  const content = method === 0 ? packed : inflate(packed, size, subject);
  if (content.length !== size) throw bomb(subject, message('bomb.size'));
  if (crc32(content) !== crc) throw damaged(subject);
  return content;
}

function inflate(packed: Uint8Array, size: number, subject: Notice): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const isLarger =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE');
    throw isLarger ? bomb(subject, message('bomb.size')) : damaged(subject, error);
  }
}

const bomb = (subject: Notice, reason: CatalogueMessage): IntakeError =>
  new IntakeError('too-complex', message('intake.bomb', { subject, reason }));

const damaged = (subject: Notice, cause?: unknown): IntakeError =>
  new IntakeError('damaged', message('intake.damaged-archive', { subject }), { cause });
