import { randomUUID } from 'node:crypto';
import { AskerError } from '../reply/error-reply.ts';
import { Refusal } from './guard.ts';
import type { MessageLog } from './message-log.ts';
import type { Option, PageCommand, PageMessage } from './view.ts';

/** Files kept; older ones are forgotten. Each is at most as large as the server lets one be. */
const KEPT = 10;
/** Addresses of files that were put into the page; nothing else can fetch them. */
const SCHEME = 'upload:';
/** The type of an option that is a file. */
const FILE = 11;
const GONE = 'This file is no longer here: choose it again.';

/** A file as commands take it: name and type are the browser's word. */
export type Upload = Readonly<{ name: string; url: string; bytes: number; type?: string }>;

/** Files that were put into an option of a command, in memory, as Discord would keep them. */
export type Uploads = Readonly<{
  /** Keeps a file; gives the id that the option is sent with. */
  keep(name: string, type: string, data: Uint8Array): string;
  find(id: string): Upload | undefined;
  /** What a fetch of the file would bring. Throws {@link AskerError} when it is forgotten. */
  fetch(url: string): Readonly<{ unchanged: false; bytes: Uint8Array; url: string; contentType: string }>;
}>;

/** Makes an empty guild for files. */
export function openUploads(): Uploads {
  const files = new Map<string, Readonly<{ name: string; type: string; data: Uint8Array }>>();
  return {
    keep(name, type, data) {
      const id = randomUUID();
      files.set(id, { name, type, data });
      const [oldest] = files.keys();
      if (files.size > KEPT && oldest !== undefined) files.delete(oldest);
      return id;
    },
    find(id) {
      const file = files.get(id);
      if (!file) return undefined;
      const { name, type, data } = file;
      return { name, url: SCHEME + id, bytes: data.length, ...(type === '' ? {} : { type }) };
    },
    fetch(url) {
      const file = url.startsWith(SCHEME) ? files.get(url.slice(SCHEME.length)) : undefined;
      if (!file) throw new AskerError(GONE);
      return { unchanged: false, bytes: file.data, url, contentType: file.type };
    },
  };
}

/**
 * Options of a command with files as Discord hands them over: what is known of a file and where it is, in place of its id.
 * Throws {@link Refusal} for one that is forgotten.
 */
export function withFiles(
  options: Readonly<Record<string, unknown>>,
  data: PageCommand,
  uploads: Uploads,
): Record<string, unknown> {
  const all = optionsWithin(data.options);
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      if (!all.some((option) => option.name === name && option.type === FILE)) return [name, value];
      const file = uploads.find(String(value));
      if (!file) throw new Refusal(404, GONE);
      return [name, file];
    }),
  );
}

/** Files that were put into a form, by field. Throws {@link Refusal} for one that is forgotten. */
export function filesOf(ids: Readonly<Record<string, string>>, uploads: Uploads): Record<string, Upload> {
  return Object.fromEntries(
    Object.entries(ids).map(([field, id]) => {
      const file = uploads.find(id);
      if (!file) throw new Refusal(404, GONE);
      return [field, file];
    }),
  );
}

/** The files of a message, to be fetched as those that somebody puts into the page. */
export const attachedTo = (
  { id, attachments }: PageMessage,
  messages: MessageLog,
  uploads: Uploads,
): Upload[] =>
  attachments.flatMap(({ image }, index) => {
    const file = image ? undefined : messages.file(id, index);
    return file ? (uploads.find(uploads.keep(file.name, '', file.data)) ?? []) : [];
  });

const optionsWithin = (options: readonly Option[] = []): Option[] =>
  options.flatMap((option) => [option, ...optionsWithin(option.options)]);
