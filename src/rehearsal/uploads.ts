import { randomUUID } from 'node:crypto';
import { AskerError } from '../reply/error-reply.ts';
import { Refusal } from './guard.ts';
import type { MessageLog } from './message-log.ts';
import type { Option, PageCommand, PageMessage } from './view.ts';

/** Number of files to keep; older ones are forgotten. The server limits the size of each. */
const KEPT = 10;
/** Scheme of the addresses of uploaded files, which only {@link Uploads.fetch} can read. */
const SCHEME = 'upload:';
/** Discord's number for an option that takes a file. */
const FILE = 11;
const GONE = 'This file is no longer here: choose it again.';

/** An uploaded file as commands receive it; name and type are as the browser stated them. */
export type Upload = Readonly<{ name: string; url: string; bytes: number; type?: string }>;

/** Uploaded files of commands, in memory, in the role of Discord. */
export type Uploads = Readonly<{
  /** Stores a file, and returns its id, which is the value of the option. */
  keep(name: string, type: string, data: Uint8Array): string;
  find(id: string): Upload | undefined;
  /** Returns the file like a web request. Throws {@link AskerError} if it is forgotten. */
  fetch(url: string): Readonly<{ unchanged: false; bytes: Uint8Array; url: string; contentType: string }>;
}>;

/** Creates an empty collection of files. */
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
 * Replaces the ids of files in a command's options by what Discord would send: name, address, size and type. Throws
 * {@link Refusal} for a file that is forgotten.
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

/** The files of a form, by field. Throws {@link Refusal} for a file that is forgotten. */
export function filesOf(ids: Readonly<Record<string, string>>, uploads: Uploads): Record<string, Upload> {
  return Object.fromEntries(
    Object.entries(ids).map(([field, id]) => {
      const file = uploads.find(id);
      if (!file) throw new Refusal(404, GONE);
      return [field, file];
    }),
  );
}

/** The files of a message, stored as uploads so that commands can fetch them. */
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
