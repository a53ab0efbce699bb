import { articleForm } from '../../../src/desk/forms/article-form.ts';
import {
  detailsOf,
  fieldsOfInput,
  sourceOfInput,
  writeDetails,
  type ArticleInput,
} from '../../../src/desk/forms/article-input.ts';
import { entryNamed, ownArticles, retractedArticles } from '../../../src/desk/find/article-named.ts';
import { carriedOut } from '../../../src/desk/carry-out.ts';
import { type Asker, type Desk, editorTools } from '../../../src/desk/ports.ts';
import type { Response } from '../../../src/reply/response.ts';

type Input = ArticleInput & Readonly<{ article: string }>;

/** Restores a retracted article. Retracting erased its text, so the text must be given again; its details are still known. */
export async function runRestore(input: Input, desk: Desk, asker: Asker): Promise<Response> {
  const tools = editorTools(desk);
  const gone = await retractedArticles(tools);
  const { id, headline } = await entryNamed(desk, [...gone, ...ownArticles(tools)], input.article);
  const source = sourceOfInput(input);
  const aim = { do: 'restore', id } as const;
  if (source) return carriedOut(desk, asker, { source, fields: fieldsOfInput(input), aim });
  const found = await tools.archive.article(id);
  const before = found.state === 'retracted' ? detailsOf(found.tombstone.printed) : {};
  const { byline, publisher, date, language } = input;
  const given = Object.entries({ byline, publisher, date, language }).filter(
    ([, typed]) => typed !== undefined,
  );
  const details = writeDetails({ ...before, ...Object.fromEntries(given) });
  const typed = { headline: input.headline ?? headline, ...(details !== '' && { details }) };
  return { modal: articleForm('restore', id, { typed, here: asker.channels?.[0] }) };
}
