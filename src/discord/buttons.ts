import { customId } from '../desk/action.ts';
import type { Button } from '../reply/reply.ts';
import { runText } from '../reply/say.ts';
import { visible } from '../article/visible.ts';
import { BUTTON_LABEL_MAX, BUTTON_URL_MAX, COMPONENT, STYLE, type ButtonComponent } from './limits.ts';

/** A button as a component; undefined where Discord would not take its address or state. */
export function buttonComponent(button: Button): ButtonComponent | undefined {
  const label = clip(runText(button.label), BUTTON_LABEL_MAX);
  if ('url' in button) return linkButton(label, [button.url]);
  const id = customId(button.action, button.args);
  if (id === undefined) return undefined;
  const style = button.danger ? STYLE.danger : STYLE.secondary;
  return { type: COMPONENT.button, style, label, custom_id: id };
}

/** A link to the first of these addresses that Discord takes: http or https, and short enough. */
export function linkButton(label: string, addresses: readonly string[]): ButtonComponent | undefined {
  const url = addresses.find(
    (address) => address.length <= BUTTON_URL_MAX && /^https?:\/\//u.test(address) && URL.canParse(address),
  );
  return url === undefined ? undefined : { type: COMPONENT.button, style: STYLE.link, label, url };
}

/** A label, which may be shortened: at its end, and visibly. */
export function clip(text: string, max: number): string {
  const shown = visible(text).replace(/\s+/gu, ' ').trim();
  return shown.length <= max
    ? shown || '…'
    : `${shown
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
