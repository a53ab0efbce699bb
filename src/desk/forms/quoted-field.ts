import type { Field, FieldOption } from '../../reply/response.ts';
import type { FormAim } from './article-form.ts';
import type { VisibilityInput } from './visibility-input.ts';

type Choice = 'usual' | 'kept' | 'everywhere' | 'here' | '1h' | '3h' | '1d';

/** What can be chosen in a form for who may quote an article and from when, as the options of the commands say it. */
const CHOICES: Readonly<Record<Choice, Readonly<{ label: string; typed?: VisibilityInput }>>> = {
  usual: { label: 'As new articles are quoted here' },
  kept: { label: 'As before' },
  everywhere: { label: 'Everywhere on this server', typed: { channels: 'everywhere', embargo: 'none' } },
  here: { label: 'Only in this channel' },
  '1h': { label: 'Under embargo for one hour', typed: { embargo: '1h' } },
  '3h': { label: 'Under embargo for three hours', typed: { embargo: '3h' } },
  '1d': { label: 'Under embargo for a day', typed: { embargo: '1d' } },
};

const OFFERED: Readonly<Record<FormAim, readonly Choice[]>> = {
  add: ['usual', 'everywhere', 'here', '1h', '3h', '1d'],
  correct: ['kept', 'everywhere', 'here', '1h', '3h', '1d'],
  restore: ['kept', 'everywhere', 'here', '1h', '3h', '1d'],
};

/** Who may quote the article, to be chosen; `chosen` is set at first. */
export function quotedField(aim: FormAim, here: string | undefined, chosen: string | undefined): Field {
  const offered = OFFERED[aim].filter((choice) => choice !== 'here' || here !== undefined);
  const options = offered.map((value): FieldOption => ({ label: CHOICES[value].label, value }));
  const [first] = offered;
  return {
    name: 'quoted',
    label: 'Who may quote it',
    style: 'radio',
    required: false,
    options,
    value: options.find(({ value }) => value === chosen)?.value ?? first ?? 'kept',
  };
}

/** What was chosen, as if it had been typed; nothing for what leaves things as they are. */
export function quotedInput(chosen: string | undefined, here: string | undefined): VisibilityInput {
  if (chosen === 'here') return here === undefined ? {} : { channels: `<#${here}>` };
  return Object.entries(CHOICES).find(([name]) => name === chosen)?.[1].typed ?? {};
}
