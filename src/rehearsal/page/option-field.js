/** @import { Option } from '../view.ts' */
/** @import { Slash } from './slash.js' */
import { fetchChoices } from './api.js';
import { el } from './dom.js';
import { OPTION } from './slash.js';

/** @typedef {Readonly<{ name: string; value: string | number | boolean }>} Pick */

/**
 * One option of a command: a labelled field.
 * @typedef {Readonly<{
 *   option: Option;
 *   element: HTMLElement;
 *   input: HTMLInputElement;
 *   read: () => { value?: string | number | boolean; fault?: string };
 *   choices: () => Promise<readonly Pick[] | undefined>;
 *   choose: (pick: Pick) => void;
 *   markInvalid: (isInvalid: boolean) => void;
 * }>} OptionField
 */

/**
 * Makes the field of an option. `choices` is undefined where anything can be typed and nothing is suggested.
 * @param {Slash} command
 * @param {Option} option
 * @param {readonly Pick[]} known what there is to choose for a channel or a person
 * @returns {OptionField}
 */
export function optionField(command, option, known) {
  const input = el('input', {
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'choices',
    'aria-required': String(option.required ?? false),
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: option.max_length ?? 6000,
    inputmode: option.type === OPTION.integer ? 'numeric' : undefined,
  });
  const element = el('label', { class: 'option' }, el('span', { class: 'option-name' }, option.name), input);
  /** What was chosen, as long as its name is not typed over. @type {Pick | undefined} */
  let chosen;
  let asked = new AbortController();

  const fixed = () =>
    option.type === OPTION.boolean
      ? [
          { name: 'True', value: true },
          { name: 'False', value: false },
        ]
      : (option.choices ?? (option.type >= OPTION.user && option.type <= OPTION.role ? known : undefined));

  return {
    option,
    element,
    input,
    read() {
      const text = input.value.trim();
      if (text === '') {
        return option.required ? { fault: 'This option is required. Specify a value.' } : {};
      }
      if (chosen && chosen.name === input.value) return { value: chosen.value };
      const all = fixed();
      if (!all) return readText(text, option);
      const named = all.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      return named
        ? { value: named.value }
        : { fault: `Choose one of: ${all.map(({ name }) => name).join(', ')}.` };
    },
    async choices() {
      const typed = input.value;
      if (!option.autocomplete) {
        const isChosen = chosen?.name === typed;
        return fixed()?.filter(({ name }) => isChosen || name.toLowerCase().includes(typed.toLowerCase()));
      }
      asked.abort();
      asked = new AbortController();
      return fetchChoices({ name: command.name, option: option.name, typed }, asked.signal);
    },
    choose(pick) {
      chosen = pick;
      input.value = pick.name;
    },
    markInvalid(isInvalid) {
      element.toggleAttribute('data-invalid', isInvalid);
      input.setAttribute('aria-invalid', String(isInvalid));
    },
  };
}

/** @type {(text: string, option: Option) => { value?: string | number; fault?: string }} */
function readText(text, { type, min_value: min, max_value: max, min_length: shortest = 0 }) {
  if (type === OPTION.integer || type === OPTION.number) {
    const value = Number(text);
    const fits = type === OPTION.number ? Number.isFinite(value) : Number.isInteger(value);
    if (fits && value >= (min ?? value) && value <= (max ?? value)) return { value };
    const range = min === undefined ? '' : ` from ${min}${max === undefined ? ' on' : ` to ${max}`}`;
    return { fault: `Must be a ${type === OPTION.integer ? 'whole ' : ''}number${range}.` };
  }
  return text.length < shortest
    ? { fault: `Must be at least ${shortest} characters long.` }
    : { value: text };
}
