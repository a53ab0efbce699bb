import { expect, test } from 'vitest';
import { IntakeError } from '../../src/intake/intake-error.ts';
import { languageOf, languageWanted } from '../../src/words/language.ts';
import {
  inEnglish,
  keptNotice,
  listedNotices,
  message,
  noticeIn,
  readNotice,
} from '../../src/words/message.ts';

const german = languageOf('de');
const told = message('intake.too-many', {
  subject: message('intake.page-of', { host: 'a.example' }),
  elements: 5000,
});

test('a message is told in any language, with numbers as that writes them and messages inside it', () => {
  expect(inEnglish(told)).toBe(
    'The page of a.example has more than 5,000 elements: paste the text of the article instead.',
  );
  expect(noticeIn(told, german)).toBe(
    'Die Seite von a.example hat mehr als 5.000 Elemente: Bitte den Text des Artikels einfügen.',
  );
  const names = listedNotices(['byline', 'date']);
  expect(noticeIn(message('form.lines-only', { names }), languageOf('ja'))).toContain('byline、date');
});

test('a refusal has its sentence in English for the log, and in no language yet for people', () => {
  const refusal = new IntakeError('too-complex', told);
  expect(refusal.message).toBe(inEnglish(told));
  expect(refusal.told).toEqual(told);
});

test('what is kept is read as it was, in whatever version it was kept', () => {
  expect(readNotice(keptNotice(told))).toEqual(told);
  expect(readNotice('It broke off: try again later.')).toBe('It broke off: try again later.');
  expect(readNotice('{"say":"intake.none-such"}')).toEqual(message('error.not-told'));
  expect(readNotice('{"say":')).toEqual(message('error.not-told'));
});

test.each([
  ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
  ['pl, en;q=0.2, ja;q=0.5', 'ja'],
  ['de;q=0, es', 'es'],
  ['*', 'en-US'],
  ['', 'en-US'],
  [undefined, 'en-US'],
  [';;q=x,,', 'en-US'],
])('of what a browser wants, %s, a page is told in %s', (accepted, tag) => {
  expect(languageWanted(accepted).tag).toBe(tag);
});
