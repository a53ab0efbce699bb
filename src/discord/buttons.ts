import { customId } from '../desk/action.ts';
import type { Button, Select } from '../reply/reply.ts';
import { runText } from '../reply/say.ts';
import { visible } from '../article/visible.ts';
import {
  BUTTON_LABEL_MAX,
  BUTTON_URL_MAX,
  COMPONENT,
  FIELD_OPTION_MAX,
  SELECT_OPTIONS_MAX,
  SELECT_PLACEHOLDER_MAX,
  STYLE,
  type ButtonComponent,
  type SelectRow,
} from './limits.ts';

/** A button as a component; undefined when Discord would reject its URL or state. */
export function buttonComponent(button: Button): ButtonComponent | undefined {
  const label = clip(runText(button.label), BUTTON_LABEL_MAX);
  if ('url' in button) return linkButton(label, [button.url]);
  const id = customId(button.action, button.args);
  if (id === undefined) return undefined;
  const style = button.danger ? STYLE.danger : STYLE.secondary;
  return { type: COMPONENT.button, style, label, custom_id: id };
}

/** A select menu in a row of its own; undefined when Discord would reject its state, or when it has no options. */
export function selectRow({ label, action, args, options }: Select): SelectRow | undefined {
  const id = customId(action, args);
  if (id === undefined || options.length === 0) return undefined;
  const offered = options.slice(0, SELECT_OPTIONS_MAX);
  return {
    type: COMPONENT.row,
    components: [
      {
        type: COMPONENT.select,
        custom_id: id,
        placeholder: clip(runText(label), SELECT_PLACEHOLDER_MAX),
        options: offered.map((option) => ({ ...option, label: clip(option.label, FIELD_OPTION_MAX) })),
      },
    ],
  };
}

/** A link to the first URL that Discord accepts: http or https, and at most 512 characters. */
export function linkButton(label: string, addresses: readonly string[]): ButtonComponent | undefined {
  const url = addresses.find(
    (address) => address.length <= BUTTON_URL_MAX && /^https?:\/\//u.test(address) && URL.canParse(address),
  );
  return url === undefined ? undefined : { type: COMPONENT.button, style: STYLE.link, label, url };
}

/** Shortens a label at its end, with an ellipsis. `max` is in UTF-16 units. */
export function clip(text: string, max: number): string {
  const shown = visible(text).replace(/\s+/gu, ' ').trim();
  return shown.length <= max
    ? shown || '…'
    : `${shown
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
