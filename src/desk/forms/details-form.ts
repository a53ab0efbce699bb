import type { Article } from '../../article/article.ts';
import type { Button } from '../../reply/reply.ts';
import type { Field, FieldOption, Modal } from '../../reply/response.ts';
import { detailsOf, NOTHING } from './article-input.ts';
import type { Typed } from './draft.ts';

/** Languages that are offered; another one that an article has is offered too. */
const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  da: 'Danish',
  nb: 'Norwegian',
  sv: 'Swedish',
  fi: 'Finnish',
  pl: 'Polish',
  cs: 'Czech',
  hu: 'Hungarian',
  ro: 'Romanian',
  el: 'Greek',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ru: 'Russian',
  ar: 'Arabic',
  he: 'Hebrew',
  zh: 'Chinese',
  ja: 'Japanese',
};

/** Opens the form with an article's details. */
export const detailsButton = (id: string): Button => ({ label: 'Details …', action: 'details', args: [id] });

const short = (name: string, label: string, placeholder: string, value = ''): Field => ({
  name,
  label,
  style: 'short',
  required: false,
  max: 1000,
  placeholder,
  value,
});

/** A form for what is printed with an article; a field that is emptied takes the detail away. */
export function detailsForm(id: string, typed: Typed): Modal {
  return {
    title: 'Details of the article',
    action: 'details',
    args: [id],
    fields: [
      short('byline', 'Byline', 'by A. Writer', typed['byline']),
      short('date', 'Date', '4 March 2026', typed['date']),
      short('publisher', 'Publisher', 'The Example', typed['publisher']),
      short('url', 'Address', 'https://example.org/page', typed['url']),
      languageField(typed['language']),
    ],
  };
}

/** What {@link detailsForm} begins with. */
export const typedDetails = (article: Partial<Article>): Typed =>
  Object.fromEntries(
    Object.entries(detailsOf(article)).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );

function languageField(known = ''): Field {
  const other: FieldOption[] =
    known === '' || known === NOTHING || Object.hasOwn(LANGUAGES, known)
      ? []
      : [{ label: known, value: known }];
  const named = Object.entries(LANGUAGES).map(([value, label]): FieldOption => ({ label, value }));
  return {
    name: 'language',
    label: 'Language',
    style: 'select',
    required: false,
    options: [{ label: 'Not said', value: NOTHING }, ...other, ...named],
    value: known === '' ? NOTHING : known,
  };
}
