import { z } from 'zod';

/*
 * Discord's limits, from its API documentation (Components reference, Message resource, Application commands), August 2026. Lengths are
 * in UTF-16 units, which is never less than what Discord counts.
 */

/** All text displays of a message together. Characters. */
export const MESSAGE_TEXT_MAX = 4000;
/** Components of a message, including nested ones and accessories. */
export const MESSAGE_COMPONENTS_MAX = 40;
/** Above about this size of JSON the API answers 500 instead of a helpful error (seen in trials). Bytes. */
export const MESSAGE_JSON_MAX = 10_000;
/** Files of a message, and the size of each in bytes in servers without boosts. */
export const FILES_MAX = 10;
export const FILE_BYTES_MAX = 10 * 1024 * 1024;
/** Alternative text of a file or picture. Characters. */
export const ALT_TEXT_MAX = 1024;
/** Buttons of one action row. */
export const ROW_BUTTONS_MAX = 5;
/** A button's label, and the address of a link button. Characters. */
export const BUTTON_LABEL_MAX = 80;
export const BUTTON_URL_MAX = 512;
/** State of a button or form. Characters. */
export const CUSTOM_ID_MAX = 100;
/** A form: its title and number of fields, and each field's label, placeholder, value and description. Lengths in characters. */
export const MODAL_TITLE_MAX = 45;
export const MODAL_FIELDS_MAX = 5;
export const FIELD_LABEL_MAX = 45;
export const FIELD_PLACEHOLDER_MAX = 100;
export const FIELD_VALUE_MAX = 4000;
export const FIELD_DESCRIPTION_MAX = 100;
/** Options of a select menu or radio group, the placeholder, and each option's label and value. Lengths in characters. */
export const SELECT_OPTIONS_MAX = 25;
export const SELECT_PLACEHOLDER_MAX = 150;
const RADIO_OPTIONS_MAX = 10;
export const FIELD_OPTION_MAX = 100;
/** File extensions that an upload field accepts. */
const FILE_TYPES_MAX = 10;

/** Message flags, as bits. */
export const FLAG = { ephemeral: 1 << 6, componentsV2: 1 << 15 } as const;
/** Component types. */
export const COMPONENT = {
  row: 1,
  button: 2,
  select: 3,
  textInput: 4,
  section: 9,
  text: 10,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
} as const;
/** Button styles. */
export const STYLE = { secondary: 2, danger: 4, link: 5 } as const;

const customId = z.string().min(1).max(CUSTOM_ID_MAX);
const label = z.string().min(1).max(BUTTON_LABEL_MAX);
const httpAddress = z
  .string()
  .max(BUTTON_URL_MAX)
  .refine((text) => /^https?:\/\//u.test(text) && URL.canParse(text), 'must be an http or https address');

const linkButton = z.strictObject({
  type: z.literal(COMPONENT.button),
  style: z.literal(STYLE.link),
  label,
  url: httpAddress,
});
const actionButton = z.strictObject({
  type: z.literal(COMPONENT.button),
  style: z.literal([STYLE.secondary, STYLE.danger]),
  label,
  custom_id: customId,
});
const button = z.union([linkButton, actionButton]);
const row = z.strictObject({
  type: z.literal(COMPONENT.row),
  components: z.array(button).min(1).max(ROW_BUTTONS_MAX),
});
const select = z.strictObject({
  type: z.literal(COMPONENT.select),
  custom_id: customId,
  placeholder: z.string().min(1).max(SELECT_PLACEHOLDER_MAX),
  options: z
    .array(
      z.strictObject({
        label: z.string().min(1).max(FIELD_OPTION_MAX),
        value: z.string().min(1).max(FIELD_OPTION_MAX),
      }),
    )
    .min(1)
    .max(SELECT_OPTIONS_MAX),
});
/** A select menu needs a row of its own. */
const selectRow = z.strictObject({ type: z.literal(COMPONENT.row), components: z.tuple([select]) });
const text = z.strictObject({
  type: z.literal(COMPONENT.text),
  content: z
    .string()
    .max(MESSAGE_TEXT_MAX)
    .refine((content) => content.trim() !== '', 'must not be blank'),
});
const section = z.strictObject({
  type: z.literal(COMPONENT.section),
  components: z.array(text).min(1).max(3),
  accessory: button,
});
const separator = z.strictObject({ type: z.literal(COMPONENT.separator) });
const attachment = z.strictObject({ url: z.string().regex(/^attachment:\/\/[\w.-]{1,100}$/u) });
const file = z.strictObject({ type: z.literal(COMPONENT.file), file: attachment });
const gallery = z.strictObject({
  type: z.literal(COMPONENT.gallery),
  items: z
    .array(z.strictObject({ media: attachment, description: z.string().min(1).max(ALT_TEXT_MAX).optional() }))
    .min(1)
    .max(FILES_MAX),
});
const inContainer = z.union([row, selectRow, section, text, separator, file, gallery]);
const container = z.strictObject({
  type: z.literal(COMPONENT.container),
  accent_color: z.int().min(0).max(0xffffff),
  components: z.array(inContainer).min(1).max(MESSAGE_COMPONENTS_MAX),
});

/**
 * Every message must pass this schema before it is sent: it uses Components V2, pings nobody, and stays within every limit. Discord
 * would refuse a message that fails, or it would ping someone.
 */
export const messageSchema = z
  .strictObject({
    flags: z.int().refine((flags) => (flags & FLAG.componentsV2) !== 0, 'must have the Components V2 flag'),
    allowed_mentions: z.strictObject({ parse: z.tuple([]), replied_user: z.literal(false) }),
    components: z.array(container).length(1),
    attachments: z
      .array(z.strictObject({ id: z.string(), filename: z.string() }))
      .max(FILES_MAX)
      .optional(),
  })
  .superRefine((message, context) => {
    const fail = (problem: string): void => context.addIssue({ code: 'custom', message: problem });
    const all = componentsOf(message.components);
    if (all.length > MESSAGE_COMPONENTS_MAX) fail(`has ${all.length} components`);
    const characters = all.reduce(
      (sum, component) => sum + ('content' in component ? component.content.length : 0),
      0,
    );
    if (characters > MESSAGE_TEXT_MAX) fail(`has ${characters} characters of text`);
    const ids = all.flatMap((component) => ('custom_id' in component ? [component.custom_id] : []));
    if (new Set(ids).size < ids.length) fail('has a custom_id twice');
    if (jsonBytes(message) > MESSAGE_JSON_MAX) fail(`has ${jsonBytes(message)} bytes of JSON`);
  });

const optionText = z.string().min(1).max(FIELD_OPTION_MAX);
const fieldOption = z.strictObject({
  label: optionText,
  value: optionText,
  default: z.literal(true).optional(),
});
const fieldOptions = (most: number) =>
  z
    .array(fieldOption)
    .min(2)
    .max(most)
    .refine((all) => new Set(all.map(({ value }) => value)).size === all.length, 'has a value twice')
    .refine((all) => all.filter((each) => each.default).length <= 1, 'has two that are set at first');
const named = { custom_id: customId, required: z.boolean() };
const field = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal(COMPONENT.textInput),
      ...named,
      style: z.literal([1, 2]),
      max_length: z.int().min(1).max(FIELD_VALUE_MAX),
      placeholder: z.string().max(FIELD_PLACEHOLDER_MAX).optional(),
      value: z.string().min(1).optional(),
    })
    .refine(({ value = '', max_length }) => value.length <= max_length, 'begins with more than it takes'),
  z.strictObject({
    type: z.literal(COMPONENT.select),
    ...named,
    options: fieldOptions(SELECT_OPTIONS_MAX),
  }),
  z.strictObject({
    type: z.literal(COMPONENT.radioGroup),
    ...named,
    options: fieldOptions(RADIO_OPTIONS_MAX),
  }),
  z.strictObject({
    type: z.literal(COMPONENT.fileUpload),
    ...named,
    file_types: z
      .array(z.string().regex(/^\.[a-z0-9]{1,15}$/u))
      .min(1)
      .max(FILE_TYPES_MAX),
  }),
]);

/** Every form must pass this schema before it is sent. */
export const modalSchema = z.strictObject({
  custom_id: customId,
  title: z.string().min(1).max(MODAL_TITLE_MAX),
  components: z
    .array(
      z.strictObject({
        type: z.literal(COMPONENT.label),
        label: z.string().min(1).max(FIELD_LABEL_MAX),
        description: z.string().min(1).max(FIELD_DESCRIPTION_MAX).optional(),
        component: field,
      }),
    )
    .min(1)
    .max(MODAL_FIELDS_MAX)
    .refine(
      (all) => new Set(all.map(({ component }) => component.custom_id)).size === all.length,
      'has a custom_id twice',
    ),
});

export type ModalData = z.output<typeof modalSchema>;
export type Message = z.output<typeof messageSchema>;
export type Container = z.output<typeof container>;
export type Component =
  | Container
  | z.output<typeof inContainer>
  | z.output<typeof button>
  | z.output<typeof select>;
export type SelectRow = z.output<typeof selectRow>;
export type ButtonComponent = z.output<typeof button>;

/** Components and everything nested in them. */
export function componentsOf(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...('components' in component ? componentsOf(component.components) : []),
    ...('accessory' in component ? [component.accessory] : []),
  ]);
}

/** The size of a value as JSON, in bytes. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
