import { isDeepStrictEqual } from 'node:util';
import type { ZodMiniType } from 'zod/mini';
import { asList, asText, type Json } from './json.ts';

/** Discord's refusal of a body. */
export type Refusal = { status: number; code: number; message: string; errors?: Record<string, string> };

/** Context of a message rule besides the body. */
export type MessageContext = {
  /** An answer to an interaction may be private. */
  mayBeEphemeral: boolean;
  /** Names of the uploaded files. */
  files: readonly string[];
  /** The message's current flags, for an edit. */
  edits?: number;
};

const FLAG = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, suppressNotifications: 1 << 12, v2: 1 << 15 };
const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
const MAX_CONTENT = 2000;
const MAX_JSON_BYTES = 10_000;

/** Unknown keys are refused: Discord ignores them, so a misspelt one would go unnoticed. */
export function againstSpec(schema: ZodMiniType, body: unknown): Refusal | undefined {
  const result = schema.safeParse(body);
  if (!result.success) {
    return invalid(
      Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message])),
    );
  }
  return isDeepStrictEqual(result.data, body)
    ? undefined
    : invalid({ body: 'has keys that Discord does not know' });
}

/** "Invalid Form Body", with problems by path. */
export function invalid(errors: Record<string, string>): Refusal {
  return { status: 400, code: 50035, message: 'Invalid Form Body', errors };
}

/** Rules for message bodies that the specification lacks, in Discord's order. */
export function checkMessage(body: Json, context: MessageContext): Refusal | undefined {
  if (Buffer.byteLength(JSON.stringify(body)) > MAX_JSON_BYTES)
    return { status: 500, code: 0, message: '500: Internal Server Error' };
  const flags = Number(body['flags'] ?? 0);
  const v2 = Boolean((flags | (context.edits ?? 0)) & FLAG.v2);
  const components = asList(body['components']);
  const all = components.flatMap(flatten);
  const errors: Record<string, string> = {};
  const fail = (path: string, message: string) => (errors[path] ??= message);

  const allowed = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.v2;
  if (flags & ~(allowed | (context.mayBeEphemeral ? FLAG.ephemeral : 0)))
    fail('flags', 'has a bit that cannot be set here');
  if (v2) {
    for (const key of ['content', 'embeds', 'poll', 'sticker_ids'])
      if (hasValue(body[key])) fail(key, 'cannot be used with IS_COMPONENTS_V2');
  } else if (components.some(({ type }) => type !== 1)) {
    fail('components', 'needs the IS_COMPONENTS_V2 flag');
  }
  if (all.length > MAX_COMPONENTS)
    fail('components', `has ${all.length} components, at most ${MAX_COMPONENTS} may be used`);
  const text = all.filter(({ type }) => type === 10).map(({ content }) => asText(content));
  const characters = text.reduce((sum, { length }) => sum + length, 0);
  if (characters > MAX_TEXT)
    fail('components', `has ${characters} characters of text, at most ${MAX_TEXT} may be used`);
  if (text.some((content) => content.trim() === '')) fail('components', 'has an empty text display');
  if (asText(body['content']).length > MAX_CONTENT)
    fail('content', `must be ${MAX_CONTENT} or fewer in length`);
  checkUnique(all, 'custom_id', fail);
  checkUnique(all, 'id', fail);
  for (const component of all) CHECKS[Number(component['type'])]?.(component, fail);
  for (const url of all.flatMap(attachmentsOf))
    if (!context.files.includes(url)) fail('components', `refers to ${url}, which was not uploaded`);
  checkMentions(body['allowed_mentions'], fail);
  if (Object.keys(errors).length > 0) return invalid(errors);

  const empty = !['content', 'embeds', 'components', 'poll', 'sticker_ids'].some((key) =>
    hasValue(body[key]),
  );
  if (empty && context.files.length === 0 && context.edits === undefined)
    return { status: 400, code: 50006, message: 'Cannot send an empty message' };
  return undefined;
}

/** The files that a message already has. */
type Attached = readonly Readonly<{ id: string }>[];

/** Listed attachments must be existing ones or uploads, by upload number, and every upload must be listed. */
export function checkAttachments(
  body: Json,
  uploads: readonly Readonly<{ field: string }>[],
  old: Attached = [],
): Refusal | undefined {
  if (!('attachments' in body)) return undefined;
  const listed = asList(body['attachments']).map(({ id }) => asText(id));
  const numbers = uploads.map(({ field }) => /^files\[(\d+)\]$/.exec(field)?.[1] ?? field);
  const unknown = listed.find((id) => !numbers.includes(id) && old.every((file) => file.id !== id));
  if (unknown !== undefined) return invalid({ attachments: `has ${unknown}, which is not there` });
  const left = numbers.find((number) => !listed.includes(number));
  return left === undefined ? undefined : invalid({ attachments: `does not list the upload ${left}` });
}

type Fail = (path: string, message: string) => void;

/** Rules of a component by its type. */
const CHECKS: Record<number, (component: Json, fail: Fail) => void> = {
  1: (row, fail) => {
    const kinds = asList(row['components']).map(({ type }) => type);
    if (kinds.length > 1 && kinds.some((type) => type !== 2))
      fail('components', 'has a row that mixes buttons and selects');
  },
  2: checkButton,
  3: (select, fail) => {
    const options = asList(select['options']);
    if (new Set(options.map(({ value }) => value)).size < options.length)
      fail('options', 'has a value twice');
    if (Number(select['min_values'] ?? 1) > Number(select['max_values'] ?? 1))
      fail('min_values', 'is above max_values');
    if (Number(select['max_values'] ?? 1) > options.length)
      fail('max_values', 'is above the number of options');
  },
};

function checkButton(button: Json, fail: Fail): void {
  const style = Number(button['style']);
  if (!hasValue(button['label']) && !button['emoji'] && style !== 6) fail('label', 'or an emoji is required');
  if (style === 5) {
    if (!hasValue(button['url'])) fail('url', 'is required for a link button');
    else if (!/^(?:https?|discord):\/\//.test(asText(button['url'])))
      fail('url', 'has a scheme other than http, https, discord');
    if (hasValue(button['custom_id'])) fail('custom_id', 'cannot be used on a link button');
  } else if (style !== 6) {
    if (!hasValue(button['custom_id'])) fail('custom_id', 'is required for a button');
    if (hasValue(button['url'])) fail('url', 'can only be used on a link button');
  }
}

function checkMentions(mentions: unknown, fail: Fail): void {
  const { parse, users, roles } = (mentions ?? {}) as {
    parse?: string[];
    users?: string[];
    roles?: string[];
  };
  if (parse?.includes('users') && users?.length) fail('allowed_mentions', 'has users in parse and by id');
  if (parse?.includes('roles') && roles?.length) fail('allowed_mentions', 'has roles in parse and by id');
}

function checkUnique(components: readonly Json[], key: string, fail: Fail): void {
  const values = components.map((component) => component[key]).filter(hasValue);
  if (new Set(values).size < values.length) fail('components', `has a ${key} twice`);
}

/** A component with everything inside it, including accessories. */
export function flatten(component: Json): Json[] {
  const inside = [...asList(component['components']), ...[component['accessory'] ?? []].flat()] as Json[];
  return [component, ...inside.flatMap(flatten)];
}

function attachmentsOf(component: Json): string[] {
  const media = [
    component['media'],
    component['file'],
    ...asList(component['items']).map((item) => item['media']),
  ];
  return media
    .map((item) => asText((item as Json | undefined)?.['url']))
    .filter((url) => url.startsWith('attachment://'))
    .map((url) => url.slice('attachment://'.length));
}

function hasValue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
