import { z } from 'zod';
import type { Lens } from '../answer/lens.ts';
import { answerQuestion } from './answer-question.ts';
import { defineCommand, type Command } from './command.ts';
import {
  companyOption,
  dateInput,
  dateOptions,
  readingInput,
  readingOptions,
  suggestCommon,
  typedText,
} from './options.ts';
import { scopeOf } from './scope.ts';

/** Makes a command of a lens: a company to choose, dates, and the answer as quotes. */
export function lensCommand(lens: Lens): Command {
  return defineCommand({
    data: {
      name: lens.name,
      description: lens.description,
      options: [companyOption, ...dateOptions, ...readingOptions],
    },
    input: z.strictObject({ company: typedText.optional(), ...dateInput, ...readingInput }),
    run({ company, from, to, hide }, desk, asker) {
      const question = lens.question(company);
      return answerQuestion(
        desk,
        asker,
        { question, scope: scopeOf(desk, { company, from, to }), kind: lens.kind },
        hide,
      );
    },
    suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
    examples: (desk) =>
      desk.index
        .names()
        .slice(0, 1)
        .map((name) => `/${lens.name} company:${name}`),
  });
}
