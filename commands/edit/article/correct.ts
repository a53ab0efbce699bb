import type { Article } from '../../../src/article/article.ts';
import { articleForm } from '../../../src/desk/forms/article-form.ts';
import { fieldsOfInput, sourceOfInput, type ArticleInput } from '../../../src/desk/forms/article-input.ts';
import { entryNamed, ownArticles } from '../../../src/desk/find/article-named.ts';
import { carriedOut } from '../../../src/desk/carry-out.ts';
import { type Asker, type Desk, editorTools } from '../../../src/desk/ports.ts';
import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import {
  changedVisibility,
  visibilityWords,
  type VisibilityInput,
} from '../../../src/desk/forms/visibility-input.ts';
import type { Response } from '../../../src/reply/response.ts';
import { line } from '../../../src/reply/blocks.ts';
import { say } from '../../../src/reply/say.ts';

type Input = ArticleInput & VisibilityInput & Readonly<{ article: string }>;

/** Replaces an article's text, or changes only its details or visibility. Without options, opens a form with the current text. */
export async function runCorrect(input: Input, desk: Desk, asker: Asker): Promise<Response> {
  const tools = editorTools(desk);
  const { id } = await entryNamed(desk, ownArticles(tools), input.article);
  const aim = { do: 'correct', id } as const;
  const fields = fieldsOfInput(input);
  const setsVisibility = input.channels !== undefined || input.embargo !== undefined;
  const moved = setsVisibility ? await setVisibility(id, input, tools, desk.now()) : undefined;
  const source = sourceOfInput(input);
  if (source) return carriedOut(desk, asker, { source, fields, aim });
  if (Object.values(fields).some((value) => value !== undefined))
    return carriedOut(desk, asker, { source: { from: 'kept' }, fields, aim });
  if (moved) return moved;
  const found = await tools.archive.article(id);
  const known: Partial<Article> = found.state === 'live' ? found.stored.article : {};
  const { headline = '', text = '' } = known;
  return { modal: articleForm('correct', id, { typed: { headline, text }, here: asker.channels?.[0] }) };
}

/** Changes an article's visibility at once. */
async function setVisibility(
  id: string,
  input: VisibilityInput,
  tools: EditorTools,
  now: Date,
): Promise<Response> {
  const before = await tools.archive.article(id);
  const known = before.state === 'live' ? before.stored.visibility : {};
  const visibility = changedVisibility(known, input, now);
  await tools.archive.setVisibility(id, visibility);
  const headline = before.state === 'live' ? before.stored.article.headline : id;
  return {
    tone: 'info',
    private: true,
    blocks: [
      line(
        say('article.moved', {
          article: say('article.named', { headline: { news: headline }, id }),
          where: visibilityWords(visibility, now),
        }),
      ),
    ],
  };
}
