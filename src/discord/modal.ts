import { customId } from '../desk/action.ts';
import type { Field, Modal } from '../reply/response.ts';
import { runText } from '../reply/say.ts';
import { clip } from './buttons.ts';
import {
  COMPONENT,
  FIELD_LABEL_MAX,
  FIELD_PLACEHOLDER_MAX,
  FIELD_VALUE_MAX,
  MODAL_FIELDS_MAX,
  MODAL_TITLE_MAX,
} from './limits.ts';

/** A form as Discord takes it; throws when its arguments do not fit into a `custom_id`. */
export function modalData({ title, action, args, fields }: Modal) {
  const id = customId(action, args);
  if (id === undefined)
    throw new Error(`The arguments of the form ${action} are longer than a custom_id may be.`);
  return {
    custom_id: id,
    title: clip(runText(title), MODAL_TITLE_MAX),
    components: fields.slice(0, MODAL_FIELDS_MAX).map(fieldComponent),
  };
}

function fieldComponent({ name, label, style, required, max, placeholder, value }: Field) {
  return {
    type: COMPONENT.label,
    label: clip(runText(label), FIELD_LABEL_MAX),
    component: {
      type: COMPONENT.textInput,
      custom_id: name,
      style: style === 'short' ? 1 : 2,
      required,
      max_length: Math.min(max, FIELD_VALUE_MAX),
      ...(placeholder === undefined
        ? {}
        : { placeholder: clip(runText(placeholder), FIELD_PLACEHOLDER_MAX) }),
      ...(value === undefined || value === ''
        ? {}
        : { value: value.slice(0, Math.min(max, FIELD_VALUE_MAX)) }),
    },
  };
}

/** What was typed into a form, by field name. */
export function fieldsOf(components: readonly unknown[]): Record<string, string> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const wrapper of components) {
    const { component } = wrapper as { component?: { custom_id?: unknown; value?: unknown } };
    if (typeof component?.custom_id === 'string' && typeof component.value === 'string')
      fields[component.custom_id] = component.value;
  }
  return fields;
}
