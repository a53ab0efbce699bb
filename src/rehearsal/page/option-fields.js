/** @import { PageNamed } from '../view.ts' */
/** @import { OptionField } from './option-field.js' */
/** @import { openPopup } from './popup.js' */
/** @import { Slash } from './slash.js' */
import { openMoreOptions } from './more-options.js';
import { optionField } from './option-field.js';

/**
 * The fields of the options in use, and the button for the others.
 * @param {Slash} command
 * @param {readonly PageNamed[]} named
 * @param {ReturnType<typeof openPopup>} popup
 * @param {Readonly<{
 *   submit: () => void;
 *   suggest: (field: OptionField) => void;
 *   key: (event: KeyboardEvent, field?: OptionField) => void;
 * }>} deeds
 */
export function openOptionFields(command, named, popup, deeds) {
  /** @type {OptionField[]} */
  const fields = [];
  const rest = () => command.options.filter((option) => !fields.some((field) => field.option === option));

  const more = openMoreOptions(command, rest, popup, {
    submit: deeds.submit,
    key: deeds.key,
    pick: (option) => add(option, '').input.focus(),
  });

  /** @param {Slash['options'][number]} option @param {string} text */
  function add(option, text) {
    const field = optionField(command, option, named);
    if (text !== '') field.input.value = text;
    field.input.addEventListener('focus', () => deeds.suggest(field));
    field.input.addEventListener('blur', () => popup.hide());
    field.input.addEventListener('input', () => {
      field.markInvalid(false);
      deeds.suggest(field);
    });
    field.input.addEventListener('keydown', (event) => deeds.key(event, field));
    fields.push(field);
    more.button.before(field.element);
    more.update();
    return field;
  }

  return {
    /** @type {readonly OptionField[]} */
    fields,
    more: more.button,
    /** Adds the fields that a command starts with; `more` is in its place already. @param {Readonly<Record<string, string>>} values */
    fill(values) {
      for (const option of command.options) {
        const text = values[option.name];
        if (option.required || text !== undefined) add(option, text ?? '');
      }
      // If all options are optional, starts with the first one, so that there is a place to type.
      const [first] = command.options;
      if (fields.length === 0 && first) add(first, '');
      more.update();
    },
    /** Takes a field away; the one before it gets the focus. @param {OptionField} field */
    takeAway(field) {
      const index = fields.indexOf(field);
      fields.splice(index, 1);
      field.element.remove();
      more.update();
      (fields[Math.max(0, index - 1)]?.input ?? more.button).focus();
    },
    /** The entered values, by option; without files, which a browser does not restore. */
    typed: () =>
      Object.fromEntries(
        fields
          .filter(({ input }) => input.type !== 'file')
          .map(({ option, input }) => [option.name, input.value]),
      ),
    focus() {
      const empty = fields.find(({ input }) => input.value === '');
      (empty ?? fields.at(-1))?.input.focus();
      if (fields.length === 0) more.button.focus();
    },
  };
}
