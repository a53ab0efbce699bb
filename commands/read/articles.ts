import { dayWords } from '../../src/article/date-words.ts';
import { z } from 'zod';
import { defineCommand } from '../../src/desk/ports.ts';
import { dateInput, dateOptions, readingInput, readingOptions } from '../../src/desk/options.ts';
import { byDate, scopeOf } from '../../src/desk/find/scope.ts';
import { plural } from '../../src/reply/count.ts';
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
        blocks: [line('There are no articles here yet.')],
      };
    }
    const shown = documents.slice(0, SHOWN);
    return {
      tone: 'info',
      private: hide,
      blocks: [
        title(plural(documents.length, 'article')),
        list(
          shown.map(({ article, sentences }) => [
            { news: article.headline, strong: true },
            ` · ${article.publishedAt === undefined ? '' : `${dayWords(article.publishedAt)} · `}${plural(sentences.length, 'sentence')} · ${article.id}`,
          ]),
        ),
        ...(documents.length > shown.length
          ? [
              note(
                `${documents.length - shown.length} older ones are not shown; narrow them with from and to.`,
              ),
            ]
          : []),
      ],
    };
  },
  section: 'archive',
  examples: () => ['/articles'],
});
