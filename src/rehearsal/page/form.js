/** @import { PageComponent, PageForm, ChannelView } from '../view.ts' */
import { upload } from './api.js';
import { el } from './dom.js';

/** Discord's numbers: a select menu, a text input, a file upload, and radio buttons. */
const TYPE = { select: 3, textInput: 4, file: 19, radio: 21 };
/** The style of a text input with several lines. */
const PARAGRAPH = 2;

/**
 * The values of a form: what was typed or chosen, and ids of files, by field.
 * @typedef {{ fields: Record<string, string>; files: Record<string, string> }} Filled
 */

/**
 * A field of a form; `fill` adds its value to those of the form.
 * @typedef {Readonly<{ element: HTMLElement; focus: () => void; fill: (into: Filled) => Promise<void> | void }>} FormField
 */

/**
 * Opens a form in a dialog; `submit` gets its values. Escape and Cancel close it without submitting.
 * @param {PageForm} form
 * @param {ChannelView['bot']} bot
 * @param {(filled: Promise<Filled>) => void} submit
 */
export function openForm(form, bot, submit) {
  const inputs = form.components.flatMap(fieldsOf);
  const dialog = el(
    'dialog',
    { class: 'form', 'aria-labelledby': 'form-title', onclose: () => dialog.remove() },
    el(
      'form',
      {
        method: 'dialog',
        onsubmit(/** @type {SubmitEvent} */ event) {
          event.preventDefault();
          /** @type {Filled} */
          const filled = { fields: {}, files: {} };
          submit(Promise.all(inputs.map(async ({ fill }) => fill(filled))).then(() => filled));
          dialog.close();
        },
      },
      el(
        'div',
        { class: 'form-head' },
        el('img', { src: bot.avatar, alt: '' }),
        el('h2', { id: 'form-title' }, form.title),
      ),
      el('div', { class: 'form-fields' }, ...inputs.map(({ element }) => element)),
      el(
        'div',
        { class: 'form-foot' },
        el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
        el('button', { type: 'submit', class: 'button', 'data-style': 1 }, 'Submit'),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  inputs[0]?.focus();
}

/**
 * Creates the fields of a form's component: a label with its field, or a row of text inputs with labels of their own.
 * @type {(component: PageComponent) => FormField[]}
 */
function fieldsOf({ component, components = [], label, description }) {
  const inside = component ? [{ ...component, label: label ?? component.label, description }] : components;
  return inside.flatMap((field) => {
    const draw = DRAWN[field.type];
    return draw ? [draw(field)] : [];
  });
}

/** How a field is drawn, by its type. @type {Readonly<Record<number, (field: PageComponent) => FormField>>} */
const DRAWN = {
  [TYPE.textInput]: drawText,
  [TYPE.select]: drawSelect,
  [TYPE.radio]: drawRadio,
  [TYPE.file]: drawFile,
};

/** @param {PageComponent} field */
function drawText(field) {
  const { custom_id: id = '', style, required = true, ...rules } = field;
  const attributes = {
    required,
    minlength: rules.min_length,
    maxlength: rules.max_length ?? 4000,
    placeholder: rules.placeholder ?? undefined,
  };
  const input =
    style === PARAGRAPH ? el('textarea', attributes) : el('input', { type: 'text', ...attributes });
  input.value = rules.value ?? '';
  return labelled(field, input, ({ fields }) => void (fields[id] = input.value));
}

/** @param {PageComponent} field */
function drawSelect(field) {
  const { custom_id: id = '', options = [], required = true } = field;
  const input = el(
    'select',
    { required },
    ...options.map(({ label, value, default: selected }) => el('option', { value, selected }, label)),
  );
  return labelled(field, input, ({ fields }) => void (fields[id] = input.value));
}

/** @param {PageComponent} field */
function drawRadio(field) {
  const { custom_id: id = '', options = [], required = true, label } = field;
  const choices = options.map(({ label: words, value, default: checked }) => {
    const input = el('input', { type: 'radio', name: id, value, checked, required });
    return { input, element: el('label', { class: 'radio' }, input, words) };
  });
  const element = el(
    'fieldset',
    { class: 'field' },
    el('legend', { class: 'field-label' }, label ?? ''),
    ...choices.map((choice) => choice.element),
  );
  return {
    element,
    focus: () => choices[0]?.input.focus(),
    /** @param {Filled} filled */
    fill({ fields }) {
      const chosen = choices.find(({ input }) => input.checked);
      if (chosen) fields[id] = chosen.input.value;
    },
  };
}

/** @param {PageComponent} field */
function drawFile(field) {
  const { custom_id: id = '', required = true, file_types: types = [] } = field;
  const input = el('input', { type: 'file', required, accept: types.join(',') });
  return labelled(field, input, async ({ files }) => {
    const [file] = input.files ?? [];
    if (file) files[id] = await upload(file);
  });
}

/**
 * Creates a label with its field below.
 * @param {PageComponent} field
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input
 * @param {FormField['fill']} fill
 * @returns {FormField}
 */
function labelled({ label, description, required = true }, input, fill) {
  const element = el(
    'label',
    { class: 'field' },
    el('span', { class: 'field-label' }, label ?? '', required && el('abbr', { title: 'required' }, ' *')),
    description ? el('span', { class: 'field-detail' }, description) : undefined,
    input,
  );
  return { element, focus: () => input.focus(), fill };
}
