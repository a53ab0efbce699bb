import { decodeText } from '../charset.ts';
import { isoDate } from '../../article/dates.ts';
import type { Hint } from '../extracted.ts';
import { languageTag } from '../../article/fields.ts';
import { displayName, IntakeError } from '../intake-error.ts';
import { decodeEntities } from '../entities.ts';
import { readEntries, webAddress, type FeedEntry } from './entries.ts';
import { feedSchema, itemKey, type ParsedFeed, type ParsedItem } from './feed.ts';
import { type CatalogueMessage, type Notice, inEnglish, message } from '../../words/message.ts';

/** Deepest nesting of elements; feeds have about ten levels. */
const MAX_DEPTH = 100;
/** Constructs that may contain any characters, with the string that ends them. */
const OPAQUE = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
/** A document type without entity declarations, as RSS 0.91 prescribes. */
const PLAIN_DOCTYPE = /^<!DOCTYPE\s[^<>[\]]{0,400}>/iu;

/**
 * Reads an RSS, RDF, Atom or JSON feed. An entry without both address and text, or with an invalid address, is reported
 * as broken and does not stop the others (F20). Throws {@link IntakeError} `unsupported`, `too-complex`
 * or `damaged`.
 */
export function readFeed(bytes: Uint8Array, hint: Hint, subject: Notice): ParsedFeed {
  const { text: source } = decodeText(bytes, hint.contentType, subject);
  if (source.trimStart().startsWith('<')) checkXml(source, subject);
  const { title, language, entries, malformed } = readEntries(source, subject);
  const items: ParsedItem[] = [];
  const broken: ParsedFeed['broken'] = [];
  const keys = new Set<string>();
  for (const entry of entries) {
    const key = itemKey(entry.id ?? entry.link ?? entry.title ?? entry.html ?? '');
    if (keys.has(key)) continue;
    keys.add(key);
    const read = itemOf(entry, key, hint.url);
    if ('say' in read) broken.push({ key, reason: read });
    else items.push(read);
  }
  if (malformed > 0) {
    const reason = message('entry.invalid', { entries: malformed });
    broken.push({ key: itemKey(inEnglish(reason)), reason });
  }
  const name = fitting(plain(title));
  const tag = languageTag(language);
  return feedSchema.parse({
    ...(name !== undefined && { title: name }),
    ...(tag !== undefined && { language: tag }),
    items,
    broken,
  });
}

/**
 * Checks the tags before parsing: refuses entity declarations, which no feed needs and XML bombs use (T11), and deep
 * nesting, which would overflow the recursive parser's stack.
 */
function checkXml(source: string, subject: Notice): void {
  let depth = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const opaque = OPAQUE.find(([start]) => source.startsWith(start, at));
    if (opaque) {
      at = source.indexOf(opaque[1], at);
      if (at < 0) return;
    } else if (PLAIN_DOCTYPE.test(source.slice(at, at + 420))) {
      continue;
    } else if (/^<!(?:DOCTYPE|ENTITY)/iu.test(source.slice(at, at + 9))) {
      throw new IntakeError('too-complex', message('intake.feed-entities', { subject }));
    } else {
      const end = source.indexOf('>', at);
      if (source[at + 1] === '/') depth -= 1;
      else if (source[end - 1] !== '/') depth += 1;
      if (depth > MAX_DEPTH) {
        throw new IntakeError('too-complex', message('intake.feed-deep', { subject, levels: MAX_DEPTH }));
      }
    }
  }
}

/** Converts an entry to an item, or to a sentence that says why it is unusable. */
function itemOf(entry: FeedEntry, key: string, base?: string): ParsedItem | CatalogueMessage {
  const name = entry.title ?? entry.link ?? entry.id;
  const named = name === undefined ? message('entry.unnamed') : displayName(name);
  const html = entry.html?.replaceAll('\0', '').trim().toWellFormed();
  const url =
    entry.link === undefined ? undefined : webAddress(entry.link, webAddress(entry.base, base) ?? base);
  if (entry.link !== undefined && entry.link.trim() !== '' && url === undefined) {
    return message('entry.address', { entry: named, address: displayName(entry.link) });
  }
  if (url === undefined && !html) return message('entry.empty', { entry: named });
  const fields = {
    headline: fitting(plain(entry.title)),
    byline: fitting(plain(entry.author)),
    publishedAt: isoDate(entry.date ?? ''),
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { key, ...(url !== undefined && { url }), ...known, ...(html && { html }) };
}

const fitting = (text: string | undefined): string | undefined => {
  const line = text
    ?.toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return line && line.length <= 1000 ? line : undefined;
};

/** Removes mark-up from a title and decodes it, since many feeds put HTML into titles and escape it twice. */
const plain = (text: string | undefined): string | undefined =>
  text && decodeEntities(text.replace(/<\/?[a-z][^<>]*>/giu, ''));
