/** @import { PageNamed, Option } from '../view.ts' */
/** @import { Slash } from './slash.js' */
import { fetchChoices, upload } from './api.js';
import { el } from './dom.js';
import { OPTION } from './slash.js';

/** @typedef {Readonly<{ name: string; value: string | number | boolean }>} Pick */

/** What was filled in, or one sentence about what is wrong with it. @typedef {{ value?: Pick['value']; fault?: string }} Reading */

/**
 * One option of a command: a labelled field.
 * @typedef {Readonly<{
 *   option: Option;
 *   element: HTMLElement;
 *   input: HTMLInputElement;
 *   read: () => Promise<Reading>;
 *   choices: () => Promise<readonly Pick[] | undefined>;
 *   choose: (pick: Pick) => void;
 *   markInvalid: (isInvalid: boolean) => void;
 * }>} OptionField
 */

const EMPTY = 'This option is required. Specify a value.';
/** What an option of these types names. @type {Readonly<Record<number, PageNamed['kind']>>} */
const NAMED = { [OPTION.user]: 'user', [OPTION.channel]: 'channel', [OPTION.role]: 'role' };

/**
 * Creates the field of an option. `choices` is undefined if there are no suggestions.
 * @param {Slash} command
 * @param {Option} option
 * @param {readonly PageNamed[]} named what there is to choose for a person, channel or role
 * @returns {OptionField}
 */
export function optionField(command, option, named) {
  const isFile = option.type === OPTION.attachment;
  const input = el('input', {
    type: isFile ? 'file' : 'text',
    'aria-required': String(option.required ?? false),
    ...(isFile ? {} : typing(option)),
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
      : (option.choices ??
        (NAMED[option.type] &&
          named
            .filter(({ kind }) => kind === NAMED[option.type])
            .map(({ id, name }) => ({ name, value: id }))));

  return {
    option,
    element,
    input,
    async read() {
      if (isFile) return readFile(input, option);
      const text = input.value.trim();
      if (text === '') return option.required ? { fault: EMPTY } : {};
      if (chosen && chosen.name === input.value) return { value: chosen.value };
      const all = fixed();
      if (!all) return readText(text, option);
      const meant = all.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      return meant
        ? { value: meant.value }
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

/** What a field that is typed into needs, besides. @param {Option} option */
const typing = ({ type, max_length: longest = 6000 }) => ({
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-expanded': 'false',
  'aria-controls': 'choices',
  autocomplete: 'off',
  spellcheck: 'false',
  maxlength: longest,
  inputmode: type === OPTION.integer ? 'numeric' : undefined,
});

/** Sends the chosen file; its id is what the command is run with. @type {(input: HTMLInputElement, option: Option) => Promise<Reading>} */
async function readFile({ files }, { required }) {
  const file = files?.[0];
  if (!file) return required ? { fault: EMPTY } : {};
  return { value: await upload(file) };
}

/** @type {(text: string, option: Option) => Reading} */
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
