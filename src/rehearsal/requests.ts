import { z } from 'zod';

/** Discord's limits. Characters. */
const MESSAGE_MAX = 2000;
const OPTION_MAX = 6000;
const FIELD_MAX = 4000;
const CUSTOM_ID_MAX = 100;
const FILE_NAME_MAX = 260;

const id = z.string().regex(/^\d{1,20}$/u);
const here = { person: z.enum(['member', 'editor']), guild: z.enum(['first', 'second']) };
const value = z.union([z.string().max(OPTION_MAX), z.number(), z.boolean()]);

/** Schemas of the page's requests, by name. */
export const requests = {
  /** A channel was opened. */
  channel: z.strictObject(here),
  /** A slash command with its options by name. */
  command: z.strictObject({
    ...here,
    name: z.string(),
    subcommand: z.string().optional(),
    group: z.string().optional(),
    options: z.record(z.string(), value),
  }),
  /** An option is being typed. */
  suggest: z.strictObject({
    ...here,
    name: z.string(),
    option: z.string(),
    typed: z.string().max(OPTION_MAX),
  }),
  /** A button of a message was pressed. */
  click: z.strictObject({ ...here, message: id, button: z.string().max(CUSTOM_ID_MAX) }),
  /** A form was filled in. */
  submit: z.strictObject({
    ...here,
    message: id.optional(),
    form: z.string().max(CUSTOM_ID_MAX),
    fields: z.record(z.string(), z.string().max(FIELD_MAX)),
    /** Ids of attached files, by field. */
    files: z.record(z.string(), z.uuid()).default({}),
  }),
  /** A plain message was written, perhaps in reply to another. */
  say: z.strictObject({ ...here, text: z.string().trim().min(1).max(MESSAGE_MAX), answers: id.optional() }),
  /** A message command was used on a message. */
  use: z.strictObject({ ...here, name: z.string(), message: id }),
  /** A private message was dismissed. */
  dismiss: z.strictObject({ ...here, message: id }),
} as const;

/** Schema of the query of a stream of changes: the channel, and the last change that the page knows. */
export const watchQuery = z.strictObject({ ...here, since: z.coerce.number().int().min(0) });

/** Headers of an uploaded file. Its name is percent-encoded, because headers must be ASCII. */
export const uploadHeaders = z.object({
  'x-file-name': z
    .string()
    .max(FIELD_MAX)
    .transform((name, context) => {
      try {
        return decodeURIComponent(name).slice(0, FILE_NAME_MAX);
      } catch {
        context.addIssue('must be percent-encoded');
        return z.NEVER;
      }
    })
    .pipe(z.string().min(1)),
  'x-file-type': z.string().max(FILE_NAME_MAX).default(''),
});

/** A checked request. */
export type Sent<Name extends keyof typeof requests> = z.output<(typeof requests)[Name]>;
export type Here = Sent<'channel'>;
