import { z } from 'zod';
import type { Passage } from '../answer/answer.ts';
import type { Document } from '../article/article.ts';
import { heading, note, title } from '../reply/blocks.ts';
import { withButtons } from '../reply/buttons.ts';
import { nothingReply } from '../reply/nothing-reply.ts';
import { quoteBlock } from '../reply/quote.ts';
import type { Block, File, Said, Words } from '../reply/reply.ts';
import { documentsOf } from './find/scope.ts';
import {
  articleOption,
  readingInput,
  readingOptions,
  suggestCommon,
  topicOption,
  typedText,
} from './options.ts';
import { defineCommand, type Command, type Desk } from './ports.ts';
import { languageFor } from './worded.ts';
import type { Language } from '../words/spoken.ts';

/** What such a command found, in groups: a heading, a line about the group, and its sentences. */
export type Facts = Readonly<{
  groups: readonly Readonly<{ heading: Words; told?: readonly Block[]; passages: readonly Passage[] }>[];
  /** Found but not shown. */
  rest: readonly Passage[];
  /** How many are shown of how many, and other remarks. */
  note: Words;
  pictures: readonly File[];
}>;

export type FactsCommand = Readonly<{
  name: 'figures' | 'timeline';
  description: string;
  /** The reply's title. */
  title(topic: string | undefined): Said;
  /** Says that nothing was found in that many articles. */
  none(topic: string | undefined, articles: number): Said;
  /** Searches the articles; undefined when nothing is found. `searched` is the number of articles. */
  find(
    documents: readonly Document[],
    topic: string | undefined,
    searched: number,
    desk: Desk,
    language: Language,
  ): Promise<Facts | undefined>;
}>;

/** Makes a command that lists facts of one kind about a topic or in an article: quotes under headings, and a picture. */
export function factsCommand({ name, description, title: what, none, find }: FactsCommand): Command {
  return defineCommand({
    data: { name, description, options: [topicOption, articleOption, ...readingOptions] },
    input: z.strictObject({ topic: typedText.optional(), article: typedText.optional(), ...readingInput }),
    async run({ topic, article, hide }, desk, asker) {
      const searched = article === undefined ? desk.index.within().articles : 1;
      const facts = await find(
        documentsOf(desk, article, topic),
        topic,
        searched,
        desk,
        languageFor(asker, hide),
      );
      if (!facts) return nothingReply(none(topic, searched));
      const blocks = facts.groups.flatMap(({ heading: words, told = [], passages }) => [
        heading(...words),
        ...told,
        ...passages.map((passage) => quoteBlock(passage)),
      ]);
      return withButtons(
        {
          tone: 'found',
          private: hide,
          blocks: [title(what(topic)), ...blocks, note(...facts.note)],
          files: facts.pictures,
          made: { kind: name, topic },
        },
        asker.userId,
        facts.rest,
      );
    },
    suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
    section: 'facts',
    examples: (desk) =>
      desk.index
        .names()
        .slice(0, 1)
        .map((known) => `/${name} topic:${known}`),
  });
}
