/** @import { PageComponent, PageForm, ChannelView } from '../view.ts' */
import { el } from './dom.js';

/** Discord's numbers: a row, a text input, a label around an input. */
const TEXT_INPUT = 4;
/** The style of a text input with several lines. */
const PARAGRAPH = 2;

/**
 * Opens a form in a dialog; `submit` gets what was typed, by field. Escape and Cancel close it without.
 * @param {PageForm} form
 * @param {ChannelView['bot']} bot
 * @param {(fields: Record<string, string>) => void} submit
 */
export function openForm(form, bot, submit) {
  const inputs = form.components.flatMap(inputsOf);
  const dialog = el(
    'dialog',
    { class: 'form', 'aria-labelledby': 'form-title', onclose: () => dialog.remove() },
    el(
      'form',
      {
        method: 'dialog',
        onsubmit(/** @type {SubmitEvent} */ event) {
          event.preventDefault();
          dialog.close();
          submit(Object.fromEntries(inputs.map(({ id, input }) => [id, input.value])));
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
  inputs[0]?.input.focus();
}

/**
 * The text inputs in a component of a form: a label with its input, or a row of inputs with labels of their own.
 * @type {(component: PageComponent) => { id: string; element: HTMLElement; input: HTMLInputElement | HTMLTextAreaElement }[]}
 */
function inputsOf({ component, components = [], label, description }) {
  const inside = component ? [{ ...component, label: label ?? component.label, description }] : components;
  return inside.filter(({ type }) => type === TEXT_INPUT).map(drawInput);
}

/** @type {(component: Omit<PageComponent, 'label' | 'description'> & { label?: string | null | undefined; description?: string | null | undefined }) => ReturnType<typeof inputsOf>[number]} */
function drawInput({ custom_id: id = '', label, description, style, required = true, ...rules }) {
  const attributes = {
    required,
    minlength: rules.min_length,
    maxlength: rules.max_length ?? 4000,
    placeholder: rules.placeholder ?? undefined,
  };
  const input =
    style === PARAGRAPH ? el('textarea', attributes) : el('input', { type: 'text', ...attributes });
  input.value = rules.value ?? '';
  const element = el(
    'label',
    { class: 'field' },
    el('span', { class: 'field-label' }, label ?? '', required && el('abbr', { title: 'required' }, ' *')),
    description ? el('span', { class: 'field-detail' }, description) : undefined,
    input,
  );
  return { id, element, input };
}
