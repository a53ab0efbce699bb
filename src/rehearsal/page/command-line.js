/** @import { PageNamed } from '../view.ts' */
/** @import { openPopup } from './popup.js' */
/** @import { OptionField, Pick } from './option-field.js' */
/** @import { Slash } from './slash.js' */
import { PageError } from './api.js';
import { announce, el } from './dom.js';
import { optionField } from './option-field.js';

/**
 * A command being filled in: its name, a field for each option in use, and a way to the other options.
 * @param {Slash} command
 * @param {Readonly<Record<string, string>>} values what is filled in from the start
 * @param {ReturnType<typeof openPopup>} popup
 * @param {readonly PageNamed[]} named
 * @param {{ run: (options: Record<string, string | number | boolean>) => void; leave: (text: string) => void }} deeds
 */
export function openCommandLine(command, values, popup, named, deeds) {
  /** @type {OptionField[]} */
  const fields = [];
  const more = el('button', {
    type: 'button',
    class: 'more-options',
    'aria-haspopup': 'listbox',
    'aria-controls': 'choices',
    onclick: () => (command.options.length === 0 ? void submit() : showOptions()),
    onblur: () => popup.hide(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => handleKey(event),
  });
  let done = false;
  const element = el(
    'div',
    { class: 'command-line' },
    el('span', { class: 'command-name' }, `/${command.path}`),
    more,
  );

  const rest = () => command.options.filter((option) => !fields.some((field) => field.option === option));

  function updateMore() {
    const count = rest().length;
    more.hidden = count === 0 && command.options.length > 0;
    more.textContent = command.options.length === 0 ? 'Run' : `+${count} optional`;
  }

  function showOptions() {
    popup.show(more, {
      title: 'Options',
      lines: rest().map((option) => ({
        name: option.name,
        detail: option.description,
        pick: () => add(option, '').input.focus(),
      })),
      first: true,
    });
  }

  /** @param {Slash['options'][number]} option @param {string} text */
  function add(option, text) {
    const field = optionField(command, option, named);
    if (text !== '') field.input.value = text;
    field.input.addEventListener('focus', () => void suggest(field));
    field.input.addEventListener('blur', () => popup.hide());
    field.input.addEventListener('input', () => {
      field.markInvalid(false);
      void suggest(field);
    });
    field.input.addEventListener('keydown', (event) => handleKey(event, field));
    fields.push(field);
    more.before(field.element);
    updateMore();
    return field;
  }

  /** @param {OptionField} field */
  async function suggest(field) {
    const { option, input } = field;
    const hint = [el('b', {}, option.name), ` ${option.description}`];
    /** @type {readonly Pick[]} */
    let picks = [];
    try {
      picks = (await field.choices()) ?? [];
    } catch (error) {
      // An older request gave way to a newer one.
      if (!(error instanceof PageError)) return;
    }
    if (document.activeElement !== input || done) return;
    const lines = picks.map((pick) => ({ name: pick.name, pick: () => choose(field, pick) }));
    const typed = input.value.trim().toLowerCase();
    // What is typed in full need not be chosen: Enter then runs the command.
    const isWhole = picks.some(({ name, value }) =>
      [name, String(value)].some((text) => text.toLowerCase() === typed),
    );
    const isDone = isWhole && lines.length === 1;
    popup.show(input, { hint, lines: isDone ? [] : lines, first: typed !== '' && !isWhole });
  }

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
      else takeAway(field);
    }
  }

  /** @param {OptionField} field */
  function takeAway(field) {
    const index = fields.indexOf(field);
    fields.splice(index, 1);
    field.element.remove();
    updateMore();
    (fields[Math.max(0, index - 1)]?.input ?? more).focus();
  }

  /** @param {string} text */
  function leave(text) {
    done = true;
    popup.hide();
    deeds.leave(text);
  }

  async function submit() {
    if (done) return;
    /** @type {Record<string, string | number | boolean>} */
    const options = {};
    for (const field of fields) {
      const { value, fault } = await field.read().catch(faultOf);
      if (fault !== undefined) return refuse(field, fault);
      if (value !== undefined) options[field.option.name] = value;
    }
    done = true;
    popup.hide();
    deeds.run(options);
  }

  /** @param {OptionField} field @param {string} fault */
  function refuse(field, fault) {
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

  for (const option of command.options) {
    const text = values[option.name];
    if (option.required || text !== undefined) add(option, text ?? '');
  }
  // A command whose options are all optional starts with its first one, as a place to type.
  const [first] = command.options;
  if (fields.length === 0 && first) add(first, '');
  updateMore();
  return {
    element,
    submit,
    /** What is filled in so far, as it is kept over a reload; a browser gives no file back. */
    typed: () => ({
      path: command.path,
      values: Object.fromEntries(
        fields
          .filter(({ input }) => input.type !== 'file')
          .map(({ option, input }) => [option.name, input.value]),
      ),
    }),
    focus() {
      const empty = fields.find(({ input }) => input.value === '');
      (empty ?? fields.at(-1))?.input.focus();
      if (fields.length === 0) more.focus();
    },
  };
}

/** What to say of a file that could not be sent. @param {unknown} error @returns {{ value?: undefined; fault: string }} */
function faultOf(error) {
  if (error instanceof PageError) return { fault: error.message };
  throw error;
}
