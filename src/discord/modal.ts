import { customId } from '../desk/action.ts';
import type { AttachedFile } from '../desk/options.ts';
import type { Field, FieldOption, Modal } from '../reply/response.ts';
import { runText } from '../reply/say.ts';
import { clip } from './buttons.ts';
import {
  COMPONENT,
  FIELD_DESCRIPTION_MAX,
  FIELD_LABEL_MAX,
  FIELD_OPTION_MAX,
  FIELD_PLACEHOLDER_MAX,
  FIELD_VALUE_MAX,
  MODAL_FIELDS_MAX,
  MODAL_TITLE_MAX,
  modalSchema,
  type ModalData,
} from './limits.ts';

/** A form as Discord takes it. Throws when its arguments do not fit into a `custom_id`, or it exceeds another limit. */
export function modalData({ title, action, args, fields }: Modal): ModalData {
  const id = customId(action, args);
  if (id === undefined)
    throw new Error(`The arguments of the form ${action} are longer than a custom_id may be.`);
  return modalSchema.parse({
    custom_id: id,
    title: clip(runText(title), MODAL_TITLE_MAX),
    components: fields.slice(0, MODAL_FIELDS_MAX).map((field) => ({
      type: COMPONENT.label,
      label: clip(runText(field.label), FIELD_LABEL_MAX),
      ...(field.description === undefined
        ? {}
        : { description: clip(runText(field.description), FIELD_DESCRIPTION_MAX) }),
      component: { custom_id: field.name, required: field.required, ...componentOf(field) },
    })),
  });
}

function componentOf(field: Field): object {
  switch (field.style) {
    case 'short':
    case 'paragraph':
      return textInput(field);
    case 'select':
      return { type: COMPONENT.select, options: optionsOf(field) };
    case 'radio':
      return { type: COMPONENT.radioGroup, options: optionsOf(field) };
    case 'file':
      return { type: COMPONENT.fileUpload, file_types: [...field.types] };
  }
}

function textInput({
  style,
  max,
  placeholder,
  value,
}: Extract<Field, { style: 'short' | 'paragraph' }>): object {
  const most = Math.min(max, FIELD_VALUE_MAX);
  return {
    type: COMPONENT.textInput,
    style: style === 'short' ? 1 : 2,
    max_length: most,
    ...(placeholder === undefined ? {} : { placeholder: clip(runText(placeholder), FIELD_PLACEHOLDER_MAX) }),
    ...(value === undefined || value === '' ? {} : { value: value.slice(0, most) }),
  };
}

const optionsOf = ({ options, value: set }: Readonly<{ options: readonly FieldOption[]; value?: string }>) =>
  options.map(({ label, value }) => ({
    label: clip(runText(label), FIELD_OPTION_MAX),
    value,
    ...(value === set ? { default: true } : {}),
  }));

/** The content of a submitted form by field name: what was typed or chosen, and files. */
export type Filled = Readonly<{
  fields: Readonly<Record<string, string>>;
  files: Readonly<Record<string, AttachedFile>>;
}>;

/** Reads a submitted form; `attached` are its files by id. Skips components of an unknown shape. */
export function filledIn(
  components: readonly unknown[],
  attached: Readonly<Record<string, AttachedFile>>,
): Filled {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  const files: Record<string, AttachedFile> = Object.create(null) as Record<string, AttachedFile>;
  for (const wrapper of components) {
    const { component } = wrapper as {
      component?: { type?: unknown; custom_id?: unknown; value?: unknown; values?: unknown };
    };
    if (typeof component?.custom_id !== 'string') continue;
    const { custom_id: name, type, value, values } = component;
    const chosen = Array.isArray(values) ? values.filter((each) => typeof each === 'string') : [];
    if (type === COMPONENT.fileUpload) {
      const [fileId] = chosen;
      const file = fileId === undefined ? undefined : attached[fileId];
      if (file) files[name] = file;
    } else if (typeof value === 'string') fields[name] = value;
    else if (Array.isArray(values)) fields[name] = chosen.join(' ');
  }
  return { fields, files };
}
