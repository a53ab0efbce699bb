import { z } from 'zod';
import type { Lens } from '../answer/lens/lens.ts';
import { wordAnswer } from './answer-question.ts';
import { askLens } from './ask-lens.ts';
import { defineCommand, type Command } from './ports.ts';
import {
  companyOption,
  dateInput,
  dateOptions,
  readingInput,
  readingOptions,
  suggestCommon,
  typedText,
} from './options.ts';
import type { Reply, Text } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import { nameMeant, scopeOf } from './find/scope.ts';
import { note } from '../reply/blocks.ts';

/** Makes a command from a lens: it takes a company and dates, and answers with quotes. */
export function lensCommand(lens: Lens): Command {
  return defineCommand({
    data: {
      name: lens.name,
      description: lens.description,
      options: [companyOption, ...dateOptions, ...readingOptions],
    },
    input: z.strictObject({ company: typedText.optional(), ...dateInput, ...readingInput }),
    async run({ company: typed, from, to, hide }, desk, asker) {
      const meant = typed === undefined ? undefined : nameMeant(desk, typed);
      const company = meant ?? typed;
      const scope = scopeOf(desk, { company, from, to });
      const { question, answer, how } = await askLens(desk, lens, company, scope);
      const reply = await wordAnswer(desk, asker, question, answer, hide, how);
      return meant === undefined
        ? reply
        : withNote(reply, say('answer.read-as', { written: typed ?? '', read: meant }));
    },
    suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
    examples: (desk) =>
      desk.index
        .names()
        .slice(0, 1)
        .map((name) => `/${lens.name} company:${name}`),
  });
}

/** A reply with a note below its title. */
function withNote(reply: Reply, text: Text): Reply {
  const [title, ...rest] = reply.blocks;
  return { ...reply, blocks: [...(title ? [title] : []), note(text), ...rest] };
}
