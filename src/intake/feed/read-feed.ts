import { decodeText } from '../charset.ts';
import { isoDate } from '../../article/dates.ts';
import type { Hint } from '../extracted.ts';
import { languageTag } from '../../article/fields.ts';
import { displayName, IntakeError } from '../intake-error.ts';
import { decodeEntities } from '../entities.ts';
import { readEntries, webAddress, type FeedEntry } from './entries.ts';
import { feedSchema, itemKey, type ParsedFeed, type ParsedItem } from './feed.ts';

/** Elements inside elements; feeds have about ten levels. */
const MAX_DEPTH = 100;
/** What holds any characters up to its end. */
const OPAQUE = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
/** A document type without entities of its own, as RSS 0.91 prescribes. */
const PLAIN_DOCTYPE = /^<!DOCTYPE\s[^<>[\]]{0,400}>/iu;

/**
 * Reads an RSS, RDF, Atom or JSON feed. An entry without address and text, or with an address that is none, is
 * reported as broken and does not stop the others (F20). Throws {@link IntakeError} `unsupported`, `too-complex`
 * or `damaged`.
 */
export function readFeed(bytes: Uint8Array, hint: Hint, subject: string): ParsedFeed {
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
    if (typeof read === 'string') broken.push({ key, reason: read });
    else items.push(read);
  }
  if (malformed > 0) {
    const reason = `${malformed === 1 ? 'An entry is' : `${malformed} entries are`} not valid XML.`;
    broken.push({ key: itemKey(reason), reason });
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
 * One look at the tags: no feed needs entities of its own, and they are the way to a bomb (T11); the parser
 * recurses, so that deep nesting would end it without a reason.
 */
function checkXml(source: string, subject: string): void {
  let depth = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const opaque = OPAQUE.find(([start]) => source.startsWith(start, at));
    if (opaque) {
      at = source.indexOf(opaque[1], at);
      if (at < 0) return;
    } else if (PLAIN_DOCTYPE.test(source.slice(at, at + 420))) {
      continue;
    } else if (/^<!(?:DOCTYPE|ENTITY)/iu.test(source.slice(at, at + 9))) {
      throw new IntakeError(
        'too-complex',
        `${subject} has a DOCTYPE with entities of its own, which feeds do not need and bombs do: ask its maker for a feed without.`,
      );
    } else {
      const end = source.indexOf('>', at);
      if (source[at + 1] === '/') depth -= 1;
      else if (source[end - 1] !== '/') depth += 1;
      if (depth > MAX_DEPTH) {
        throw new IntakeError(
          'too-complex',
          `${subject} nests its elements deeper than ${MAX_DEPTH} levels: ask its maker for a valid feed.`,
        );
      }
    }
  }
}

/** A usable item, or the sentence that says why it is none. */
function itemOf(entry: FeedEntry, key: string, base?: string): ParsedItem | string {
  const named = displayName(entry.title ?? entry.link ?? entry.id ?? 'An entry without a name');
  const html = entry.html?.replaceAll('\0', '').trim().toWellFormed();
  const url =
    entry.link === undefined ? undefined : webAddress(entry.link, webAddress(entry.base, base) ?? base);
  if (entry.link !== undefined && entry.link.trim() !== '' && url === undefined) {
    return `${named} has an address that is not a web address (${displayName(entry.link)}).`;
  }
  if (url === undefined && !html) return `${named} has neither an address nor a text.`;
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

/** Titles are text, but many feeds mark them up, and escape them twice. */
const plain = (text: string | undefined): string | undefined =>
  text && decodeEntities(text.replace(/<\/?[a-z][^<>]*>/giu, ''));
