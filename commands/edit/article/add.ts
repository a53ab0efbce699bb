import { articleForm } from '../../../src/desk/forms/article-form.ts';
import {
  fieldsOfInput,
  sourceOfInput,
  writeDetails,
  type ArticleInput,
} from '../../../src/desk/forms/article-input.ts';
import { carriedOut } from '../../../src/desk/carry-out.ts';
import { type Asker, type Desk, editorTools } from '../../../src/desk/ports.ts';
import { changedVisibility, type VisibilityInput } from '../../../src/desk/forms/visibility-input.ts';
import type { Response } from '../../../src/reply/response.ts';

/** Adds a file or page as a new article. With neither, opens a form that keeps the other options. */
export function runAdd(input: ArticleInput & VisibilityInput, desk: Desk, asker: Asker): Response {
  const { settings } = editorTools(desk);
  const visibility = changedVisibility({ channels: settings.newArticleChannels }, input, desk.now());
  const source = sourceOfInput(input);
  if (source)
    return carriedOut(desk, asker, { source, fields: fieldsOfInput(input), aim: { do: 'add', visibility } });
  const { headline = '', byline, publisher, date, language, channels, embargo } = input;
  const details = writeDetails({ byline, publisher, date, language, channels, embargo });
  const typed = { headline, ...(details !== '' && { details }) };
  return { modal: articleForm('add', undefined, { typed, here: asker.channels?.[0] }) };
}
