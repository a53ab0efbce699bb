import { z } from 'zod';
import { defineCommand } from '../../src/desk/ports.ts';
import { dateInput, dateOptions, readingInput, readingOptions } from '../../src/desk/options.ts';
import { byDate, scopeOf } from '../../src/desk/find/scope.ts';
import { day, say } from '../../src/reply/say.ts';
import { line, list, note, title } from '../../src/reply/blocks.ts';

const SHOWN = 20;

export default defineCommand({
  data: {
    name: 'articles',
    description: 'The articles that answers are quoted from, newest first',
    options: [...dateOptions, ...readingOptions],
  },
  input: z.strictObject({ ...dateInput, ...readingInput }),
  run({ from, to, hide }, desk) {
    const documents = byDate(scopeOf(desk, { from, to }) ?? desk.index.documents());
    if (documents.length === 0) {
      return {
        tone: 'nothing',
        private: true,
        blocks: [line(say('articles.none'))],
      };
    }
    const shown = documents.slice(0, SHOWN);
    return {
      tone: 'info',
      private: hide,
      blocks: [
        title(say('articles.title', { articles: documents.length })),
        list(
          shown.map(({ article, sentences }) => [
            { news: article.headline, strong: true },
            ...(article.publishedAt === undefined ? [] : [' · ', day(article.publishedAt)]),
            ' · ',
            say('articles.sentences', { sentences: sentences.length }),
            ` · ${article.id}`,
          ]),
        ),
        ...(documents.length > shown.length
          ? [note(say('articles.older', { count: documents.length - shown.length }))]
          : []),
      ],
    };
  },
  section: 'archive',
  examples: () => ['/articles'],
});
