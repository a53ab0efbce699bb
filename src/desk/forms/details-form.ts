import type { Article } from '../../article/article.ts';
import type { Button, Said, Text } from '../../reply/reply.ts';
import type { Field, FieldOption, Modal } from '../../reply/response.ts';
import { say } from '../../reply/say.ts';
import { detailsOf, NOTHING } from './article-input.ts';
import type { TypedFields } from './draft.ts';

/** Languages in the list, each by its own name. The article's own language is always listed. */
const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  nl: 'Nederlands',
  da: 'Dansk',
  nb: 'Norsk',
  sv: 'Svenska',
  fi: 'Suomi',
  pl: 'Polski',
  cs: 'Čeština',
  hu: 'Magyar',
  ro: 'Română',
  el: 'Ελληνικά',
  tr: 'Türkçe',
  uk: 'Українська',
  ru: 'Русский',
  ar: 'العربية',
  he: 'עברית',
  zh: '中文',
  ja: '日本語',
};

/** A button that opens the form with an article's details. */
export const detailsButton = (id: string): Button => ({
  label: say('button.details'),
  action: 'details',
  args: [id],
});

const short = (name: string, label: Said, placeholder: Text, value = ''): Field => ({
  name,
  label,
  style: 'short',
  required: false,
  max: 1000,
  placeholder,
  value,
});

/** A form for an article's details. Emptying a field removes the detail. */
export function detailsForm(id: string, typed: TypedFields): Modal {
  return {
    title: say('form.details'),
    action: 'details',
    args: [id],
    fields: [
      short('byline', say('form.byline'), say('form.byline-hint'), typed['byline']),
      short('date', say('form.date'), say('form.date-hint'), typed['date']),
      short('publisher', say('form.publisher'), say('form.publisher-hint'), typed['publisher']),
      short('url', say('form.address'), 'https://example.org/page', typed['url']),
      languageField(typed['language']),
    ],
  };
}

/** Initial values of {@link detailsForm}. */
export const typedDetails = (article: Partial<Article>): TypedFields =>
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
    label: say('form.language'),
    style: 'select',
    required: false,
    options: [{ label: say('form.not-said'), value: NOTHING }, ...other, ...named],
    value: known === '' ? NOTHING : known,
  };
}
