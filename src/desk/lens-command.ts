import { z } from 'zod';
import type { Request } from '../answer/ask.ts';
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
import type { Reply } from '../reply/reply.ts';
import { mentions } from '../search/mentioning.ts';
import type { Scope } from '../search/search-index.ts';
import { nameMeant, scopeOf } from './scope.ts';

/** Makes a command of a lens: a company to choose, dates, and the answer as quotes. */
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
      const request = { question: lens.question(company), scope, kind: lens.kind };
      const reply = await answerQuestion(desk, asker, request, hide, withoutName(lens, company, scope));
      return meant === undefined ? reply : withNote(reply, `“${typed}” read as “${meant}”.`);
    },
    suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
    examples: (desk) =>
      desk.index
        .names()
        .slice(0, 1)
        .map((name) => `/${lens.name} company:${name}`),
  });
}

/** News about a company goes on with "the firm" or "it": in articles that it gave the headline, its name is left out. */
function withoutName(lens: Lens, company: string | undefined, scope: Scope | undefined): Request | undefined {
  if (company === undefined || !scope) return undefined;
  const headed = scope.filter(({ article }) => mentions(article.headline, company));
  return { question: lens.question(), scope: headed, kind: lens.kind };
}

/** A reply with a note below its title. */
function withNote(reply: Reply, text: string): Reply {
  const [title, ...rest] = reply.blocks;
  return { ...reply, blocks: [...(title ? [title] : []), { type: 'note', words: [text] }, ...rest] };
}
