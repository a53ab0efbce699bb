/** @import { PageNamed } from '../view.ts' */
/** @import { openPopup } from './popup.js' */
/** @import { OptionField, Pick } from './option-field.js' */
/** @import { Slash } from './slash.js' */
import { PageError } from './api.js';
import { announce, el } from './dom.js';
import { showChoices } from './option-choices.js';
import { openOptionFields } from './option-fields.js';

/**
 * A command being filled in: its name, a field for each option in use, and a button for the other options.
 * @param {Slash} command
 * @param {Readonly<Record<string, string>>} values what is filled in from the start
 * @param {ReturnType<typeof openPopup>} popup
 * @param {readonly PageNamed[]} named
 * @param {{ run: (options: Record<string, string | number | boolean>) => void; leave: (text: string) => void }} deeds
 */
export function openCommandLine(command, values, popup, named, deeds) {
  let done = false;
  const inUse = openOptionFields(command, named, popup, {
    submit: () => void submit(),
    suggest: (field) =>
      void showChoices(
        field,
        popup,
        (pick) => choose(field, pick),
        () => done,
      ),
    key: handleKey,
  });
  const { fields } = inUse;
  const element = el(
    'div',
    { class: 'command-line' },
    el('span', { class: 'command-name' }, `/${command.path}`),
    inUse.more,
  );

  /** @param {OptionField} field @param {Pick} pick */
  function choose(field, pick) {
    field.choose(pick);
    field.markInvalid(false);
    popup.hide();
    const empty = fields.find(({ input, option }) => option.required && input.value.trim() === '');
    (empty ?? field).input.focus();
  }

  /** @param {KeyboardEvent} event @param {OptionField} [field] */
  function handleKey(event, field) {
    if (event.isComposing || popup.handle(event)) return;
    if (event.key === 'Enter' && field) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      leave('');
    } else if (event.key === 'Backspace' && field?.input.value === '') {
      event.preventDefault();
      if (field.option.required || fields.length === 1) leave(`/${command.path}`);
      else inUse.takeAway(field);
    }
  }

  /** @param {string} text */
  function leave(text) {
    done = true;
    popup.hide();
    deeds.leave(text);
  }

  async function submit() {
    if (done) return;
    const { options, refused, fault } = await readOptions(fields);
    if (refused) return refuse(refused, fault, popup);
    done = true;
    popup.hide();
    deeds.run(options);
  }

  inUse.fill(values);
  return {
    element,
    submit,
    /** The values entered so far, to be kept over a reload. */
    typed: () => ({ path: command.path, values: inUse.typed() }),
    focus: () => inUse.focus(),
  };
}

/**
 * Returns the entered values, or the first invalid field and the reason.
 * @param {readonly OptionField[]} fields
 */
async function readOptions(fields) {
  /** @type {Record<string, string | number | boolean>} */
  const options = {};
  for (const field of fields) {
    const { value, fault } = await field.read().catch(faultOf);
    if (fault !== undefined) return { options, refused: field, fault };
    if (value !== undefined) options[field.option.name] = value;
  }
  return { options, fault: '' };
}

/** @param {OptionField} field @param {string} fault @param {ReturnType<typeof openPopup>} popup */
function refuse(field, fault, popup) {
  field.markInvalid(true);
  field.input.focus();
  announce(`${field.option.name}: ${fault}`);
  popup.show(field.input, {
    hint: [el('b', {}, field.option.name), ` ${fault}`],
    isError: true,
    lines: [],
    first: false,
  });
}

/** What to say of a file that could not be sent. @param {unknown} error @returns {{ value?: undefined; fault: string }} */
function faultOf(error) {
  if (error instanceof PageError) return { fault: error.message };
  throw error;
}
