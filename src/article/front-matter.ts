import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { isoDate } from './dates.ts';
import { articleFields } from './fields.ts';
import { faultNotice } from '../words/fault.ts';
import { listedNotices, message, type CatalogueMessage, type Notice } from '../words/message.ts';

/** Details between two lines of three hyphens at the start of a file; `...` may end them, as in YAML. */
const FRONT_MATTER =
  /^\uFEFF?---[^\S\r\n]*(?:\r\n|\r|\n)([^]*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[^\S\r\n]*(?:(?:\r\n|\r|\n)(?:[^\S\r\n]*(?:\r\n|\r|\n))?|$)/u;
const LINE = /^[^\S\r\n]{0,20}(["']?)([A-Za-z_][\w -]{0,40})\1[^\S\r\n]*:(?:[^\S\r\n]+(.*))?$/u;
/** Other names that programs use for a detail. */
const OTHER_NAMES: ReadonlyMap<string, keyof Fields> = new Map<string, keyof Fields>([
  ['slug', 'id'],
  ['title', 'headline'],
  ['author', 'byline'],
  ['authors', 'byline'],
  ['by', 'byline'],
  ['publication', 'publisher'],
  ['site', 'publisher'],
  ['source', 'publisher'],
  ['date', 'publishedAt'],
  ['published', 'publishedAt'],
  ['pubdate', 'publishedAt'],
  ['published_at', 'publishedAt'],
  ['lang', 'language'],
  ['locale', 'language'],
  ['link', 'url'],
  ['permalink', 'url'],
  ['canonical', 'url'],
]);
/** Names that site generators add and that are ignored. */
const PASSED_OVER = new Set(
  (
    'tags tag categories category keywords layout draft description summary excerpt subtitle image images cover thumbnail ' +
    'aliases weight toc type updated modified lastmod section series status template featured comments'
  ).split(' '),
);

const frontMatter = articleFields.omit({ text: true }).partial();
type Fields = z.infer<typeof frontMatter>;
const NAMES = Object.keys(frontMatter.shape);

/** What stands at the head of a file and the rest of it; `faults` say why the head cannot be used. */
export type FrontMatter =
  | Readonly<{ fields: Fields; body: string }>
  | Readonly<{ faults: readonly Notice[] }>;

/** Reads the front matter of a file. A file that begins with a rule (`---`) but has no details has none. */
export function readFrontMatter(content: string): FrontMatter {
  const match = FRONT_MATTER.exec(content);
  const head = match?.[1] ?? '';
  if (match === null || !LINE.test(head.split(/\r\n|\r|\n/u).find((line) => line.trim() !== '') ?? ''))
    return { fields: {}, body: content };
  const written = fromYaml(head) ?? fromLines(head);
  if ('say' in written) return { faults: [written] };
  const known: Record<string, string> = {};
  for (const [name, value] of written) {
    const key = nameOf(name);
    if (key === undefined && PASSED_OVER.has(name.toLowerCase())) continue;
    if (key === undefined)
      return { faults: [message('intake.other-field', { name, names: listedNotices(NAMES) })] };
    if (value !== '') known[key] ??= key === 'publishedAt' ? (isoDate(value) ?? value) : value;
  }
  const fields = frontMatter.safeParse(known);
  if (fields.success) return { fields: fields.data, body: content.slice(match[0].length) };
  const faults = fields.error.issues.map((issue) =>
    message('intake.field', { name: issue.path.join('.'), fault: faultNotice(issue) }),
  );
  return { faults: faults.flatMap((fault, at) => (at === 0 ? [fault] : ['; ', fault])) };
}

function nameOf(name: string): keyof Fields | undefined {
  const plain = name.trim().toLowerCase();
  const own = NAMES.find((each) => each.toLowerCase() === plain) as keyof Fields | undefined;
  return own ?? OTHER_NAMES.get(plain);
}

/** Name-value pairs, if the front matter is YAML that contains only text and lists of text. */
function fromYaml(head: string): (readonly [string, string])[] | undefined {
  try {
    // The failsafe schema of YAML 1.2 reads everything as text; without aliases nothing can expand.
    const read: unknown = parseYaml(head, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' });
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    const pairs = Object.entries(read).map(([name, value]) => [name, textOf(value)] as const);
    return pairs.some(([name, value]) => value === undefined && !PASSED_OVER.has(name.toLowerCase()))
      ? undefined
      : pairs.map(([name, value]) => [name, value ?? '']);
  } catch {
    return undefined;
  }
}

/** A text, or the items of a list joined by commas. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (value === null) return '';
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part: unknown) =>
    typeof part === 'object' && part !== null && 'name' in part ? part.name : part,
  );
  return parts.every((part) => typeof part === 'string') ? parts.join(', ') : undefined;
}

/** Each line as it is written, `name: value`: a headline may have a colon of its own. A message when a line is none. */
function fromLines(head: string): (readonly [string, string])[] | CatalogueMessage {
  const pairs: (readonly [string, string])[] = [];
  for (const [index, line] of head.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const [, , name, value = ''] = LINE.exec(line) ?? [];
    if (name === undefined) return message('intake.other-line', { line: index + 2 });
    if (/^[&*]/u.test(value))
      return message('intake.marked-line', { line: index + 2, mark: value.charAt(0) });
    pairs.push([name.trim(), value.trim().replace(/^(["'])(.*)\1$/u, '$2')]);
  }
  return pairs;
}
