import { articleForm } from '../../../src/desk/forms/article-form.ts';
import { fieldsOf, sourceOf, type ArticleInput } from '../../../src/desk/forms/article-input.ts';
import { entryNamed, ownArticles, retractedArticles } from '../../../src/desk/find/article-named.ts';
import { carriedOut } from '../../../src/desk/carry-out.ts';
import type { Asker } from '../../../src/desk/command.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { officeOf } from '../../../src/desk/office.ts';
import type { Response } from '../../../src/reply/response.ts';

type Input = ArticleInput & Readonly<{ article: string }>;

/** Brings a retracted article back with its text handed in again: retracting has erased it here. */
export async function restoreArticle(input: Input, desk: Desk, asker: Asker): Promise<Response> {
  const office = officeOf(desk);
  const gone = await retractedArticles(office);
  const { id, headline } = await entryNamed(desk, [...gone, ...ownArticles(office)], input.article);
  const source = sourceOf(input);
  const aim = { do: 'restore', id } as const;
  if (source) return carriedOut(desk, asker, { source, fields: fieldsOf(input), aim });
  const { byline, publisher, date, language } = input;
  const details = { byline, publisher, date, language };
  return { modal: articleForm('restore', id, { headline: input.headline ?? headline, details }) };
}
