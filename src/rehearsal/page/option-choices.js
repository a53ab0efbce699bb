/** @import { OptionField, Pick } from './option-field.js' */
/** @import { openPopup } from './popup.js' */
import { PageError } from './api.js';
import { el } from './dom.js';

/**
 * Shows the choices for what is typed into a field, if the field still has the focus when they arrive.
 * @param {OptionField} field
 * @param {ReturnType<typeof openPopup>} popup
 * @param {(pick: Pick) => void} choose
 * @param {() => boolean} isDone whether the command was sent or left meanwhile
 */
export async function showChoices(field, popup, choose, isDone) {
  const { option, input } = field;
  const hint = [el('b', {}, option.name), ` ${option.description}`];
  /** @type {readonly Pick[]} */
  let picks = [];
  try {
    picks = (await field.choices()) ?? [];
  } catch (error) {
    // A newer request has replaced this one.
    if (!(error instanceof PageError)) return;
  }
  if (document.activeElement !== input || isDone()) return;
  const lines = picks.map((pick) => ({ name: pick.name, pick: () => choose(pick) }));
  const typed = input.value.trim().toLowerCase();
  // A choice that is typed in full need not be chosen, so that Enter runs the command.
  const isWhole = picks.some(({ name, value }) =>
    [name, String(value)].some((text) => text.toLowerCase() === typed),
  );
  const isOnly = isWhole && lines.length === 1;
  popup.show(input, { hint, lines: isOnly ? [] : lines, first: typed !== '' && !isWhole });
}
