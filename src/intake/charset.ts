/** Where HTML and XML state their charset: the HTML standard looks at the first 1024 bytes. */
const PRESCAN_BYTES = 1024;
const META = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/iu;
const XML_DECLARATION = /^\s{0,10}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})["']/iu;
const HEADER = /charset\s*=\s*["']?\s*([\w-]{2,40})/iu;

/**
 * Text of bytes: byte order mark, then the header's charset, then the document's own statement, then UTF-8 if the
 * bytes are valid UTF-8, else windows-1252 (which decodes anything). The order is that of the WHATWG standard.
 * The mark is dropped; bytes that the charset does not know become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const mark = markOf(bytes);
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  const stated = decoderFor(HEADER.exec(contentType)?.[1]) ?? decoderFor(statedInside(bytes));
  if (stated !== undefined) return stated.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

function statedInside(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const label = (XML_DECLARATION.exec(start) ?? META.exec(start))?.[1];
  // A statement that could be read byte by byte cannot be in UTF-16: the standard reads it as UTF-8.
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
