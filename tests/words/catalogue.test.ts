import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runText, say, textIn, spokenIn } from '../../src/reply/say.ts';
import type { Key } from '../../src/words/catalogue.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { es } from '../../src/words/es.ts';
import { fr } from '../../src/words/fr.ts';
import { ja } from '../../src/words/ja.ts';
import { languageOf, LANGUAGES } from '../../src/words/language.ts';
import { ENGLISH } from '../../src/words/spoken.ts';
import { patternParts } from '../../src/words/pattern.ts';

const files = [en, de, fr, es, ja];
const keys = Object.keys(en.words) as Key[];

const alphabetic = (a: string, b: string): number => (a < b ? -1 : 1);

/** The placeholders of a sentence by name; those that choose a plural form end with a colon. */
const namesIn = (pattern: string): string[] =>
  [
    ...new Set(
      patternParts(pattern).flatMap((part) =>
        typeof part === 'string' ? [] : [part.forms ? `${part.name}:` : part.name],
      ),
    ),
  ].toSorted();

test('no sentence stands in two topics, where one would hide the other', async () => {
  const folder = join(import.meta.dirname, '../../src/words');
  for (const { discord } of files) {
    const topics = join(folder, (discord[0] ?? '').slice(0, 2));
    const names = (await readdir(topics)).filter((name) => name !== 'commands.ts');
    const texts = await Promise.all(names.map((name) => readFile(join(topics, name), 'utf8')));
    const said = texts.flatMap((text) => [...text.matchAll(/^ {2}'([a-z-]+\.[a-z0-9-]+)':/gmu)]);
    expect(said.map(([, key = '']) => key).toSorted(alphabetic)).toEqual(keys.toSorted(alphabetic));
  }
});

describe.each(files)('$locale', (file) => {
  test('has each sentence of English, in the same order, and no other', () => {
    expect(Object.keys(file.words)).toEqual(keys);
    expect(keys.filter((key) => file.words[key] === '')).toEqual([]);
  });

  test('fills in what English fills in', () => {
    const wrong = keys.filter(
      (key) => namesIn(file.words[key]).join(' ') !== namesIn(en.words[key]).join(' '),
    );
    expect(wrong).toEqual([]);
  });

  test('has a form for each plural category of the language', () => {
    const wrong = keys.filter((key) =>
      patternParts(file.words[key]).some(
        (part) => typeof part !== 'string' && part.forms && part.forms.length !== file.plurals.length,
      ),
    );
    expect(wrong).toEqual([]);
    const known: readonly string[] = file.plurals;
    const { pluralCategories } = new Intl.PluralRules(file.locale).resolvedOptions();
    // "many" is for millions in French and Spanish, and is written like "other".
    expect(pluralCategories.filter((form) => form !== 'many')).toEqual([...known]);
  });

  test('leaves no brace that is not a place to fill in', () => {
    const left = keys.filter((key) =>
      patternParts(file.words[key]).some((part) => typeof part === 'string' && /[{}]/u.test(part)),
    );
    expect(left).toEqual([]);
  });
});

describe('a sentence', () => {
  const [german, french, japanese] = ['de', 'fr', 'ja'].map(languageOf);

  test('uses the right plural form, and writes numbers as the language does', () => {
    const none = (articles: number) => say('answer.none', { articles });
    expect(textIn(none(1), ENGLISH)).toBe('No answer in 1 article searched.');
    expect(textIn(none(1234), ENGLISH)).toBe('No answer in 1,234 articles searched.');
    expect(german && textIn(none(1), german)).toBe('Keine Antwort in 1 durchsuchten Artikel.');
    expect(german && textIn(none(1234), german)).toBe('Keine Antwort in 1.234 durchsuchten Artikeln.');
    // In French, zero is singular.
    expect(french && textIn(none(0), french)).toBe('Aucune réponse dans 0 article consulté.');
    expect(japanese && textIn(none(2), japanese)).toContain('2件の記事');
  });

  test('keeps news as news, wherever the language puts it', () => {
    const run = say('summary.title', { headline: { news: 'The vote' } });
    expect(german && spokenIn([run], german)).toEqual(['Zusammenfassung: ', { news: 'The vote' }]);
    expect(japanese && spokenIn([run], japanese)).toEqual(['要約：', { news: 'The vote' }]);
  });

  test('shows the article’s day in any time zone', () => {
    const run = say('source.corrected', { day: { day: '2017-10-23T23:30:00-11:00' } });
    expect(runText(run)).toBe('corrected on 2017-10-23');
    expect(german && textIn(run, german)).toBe('korrigiert am 23. Oktober 2017');
    expect(japanese && textIn(run, japanese)).toBe('2017年10月23日訂正');
  });

  test('never fills in twice: what was typed may look like a place to fill in', () => {
    const run = say('who-is.none', { name: '{articles:#|#}', articles: 2 });
    expect(runText(run)).toBe('No description of “{articles:#|#}” in 2 articles searched.');
  });
});

test('a tag is read without its region, and an unknown one is English', () => {
  expect(
    ['de', 'es-419', 'es-ES', 'ja', 'en-GB', 'pl', undefined, ''].map((tag) => languageOf(tag).tag),
  ).toEqual(['de', 'es', 'es', 'ja', 'en-US', 'en-US', 'en-US', 'en-US']);
  expect(LANGUAGES.flatMap(({ discord }) => discord)).toHaveLength(7);
});
