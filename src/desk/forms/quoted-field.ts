import type { Said } from '../../reply/reply.ts';
import type { Field, FieldOption } from '../../reply/response.ts';
import { say } from '../../reply/say.ts';
import type { FormAim } from './form-aim.ts';
import type { VisibilityInput } from './visibility-input.ts';

type Choice = 'usual' | 'kept' | 'everywhere' | 'here' | '1h' | '3h' | '1d';

/** Choices for who may quote an article and from when, with the equivalent command options. */
const CHOICES: Readonly<Record<Choice, Readonly<{ label: Said; typed?: VisibilityInput }>>> = {
  usual: { label: say('form.usual') },
  kept: { label: say('form.as-before') },
  everywhere: { label: say('form.everywhere'), typed: { channels: 'everywhere', embargo: 'none' } },
  here: { label: say('form.here') },
  '1h': { label: say('form.embargo-hours', { hours: 1 }), typed: { embargo: '1h' } },
  '3h': { label: say('form.embargo-hours', { hours: 3 }), typed: { embargo: '3h' } },
  '1d': { label: say('form.embargo-day'), typed: { embargo: '1d' } },
};

const OFFERED: Readonly<Record<FormAim, readonly Choice[]>> = {
  add: ['usual', 'everywhere', 'here', '1h', '3h', '1d'],
  correct: ['kept', 'everywhere', 'here', '1h', '3h', '1d'],
  restore: ['kept', 'everywhere', 'here', '1h', '3h', '1d'],
};

/** A field to choose who may quote the article; `chosen` is preselected. */
export function quotedField(aim: FormAim, here: string | undefined, chosen: string | undefined): Field {
  const offered = OFFERED[aim].filter((choice) => choice !== 'here' || here !== undefined);
  const options = offered.map((value): FieldOption => ({ label: CHOICES[value].label, value }));
  const [first] = offered;
  return {
    name: 'quoted',
    label: say('form.quoted'),
    style: 'radio',
    required: false,
    options,
    value: options.find(({ value }) => value === chosen)?.value ?? first ?? 'kept',
  };
}

/** A choice as command options; empty when nothing changes. */
export function quotedInput(chosen: string | undefined, here: string | undefined): VisibilityInput {
  if (chosen === 'here') return here === undefined ? {} : { channels: `<#${here}>` };
  return Object.entries(CHOICES).find(([name]) => name === chosen)?.[1].typed ?? {};
}
