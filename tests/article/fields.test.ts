import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleFields, TEXT_MAX } from '../../src/article/fields.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { articleInput, detailsOf, readDetails, writeDetails } from '../../src/desk/forms/article-input.ts';
import { extract } from '../../src/intake/extract.ts';
import { checkedDraft } from '../../src/store/articles/stored.ts';

const BODY = 'The council of Harwick voted on Tuesday to reopen the old swimming pool.';
const DRAFT = { id: 'pool', headline: 'Pool reopens', text: BODY };
type Details = Readonly<Record<string, string>>;

/** For each kind of input, what it makes of a detail; undefined when it refuses it. */
const WAYS: Readonly<Record<string, (details: Details) => unknown>> = {
  schema: (details) => articleFields.safeParse({ ...DRAFT, ...details }).data,
  'front matter': (details) => attempt(() => parseArticle('pool.txt', withFrontMatter(details))),
  store: (details) => attempt(() => checkedDraft({ ...DRAFT, ...details })),
  option: (details) => named(z.object(articleInput).safeParse(typed(details)).data),
  form: (details) => {
    const read = readDetails(writeDetails(typed(details)));
    return 'details' in read ? named(read.details) : undefined;
  },
};
const withFrontMatter = (details: Details): string =>
  `---\n${Object.entries(details)
    .map(([name, value]) => `${name}: "${value}"`)
    .join('\n')}\n---\n\n${BODY}\n`;
const typed = ({ publishedAt: date, ...rest }: Details): Details => ({ ...rest, ...(date && { date }) });
const named = (read: Record<string, unknown> | undefined): unknown =>
  read && { ...read, publishedAt: read['date'] };
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

describe.each(Object.entries(WAYS))('the fields of an article, as the %s reads them', (_name, read) => {
  test.each([
    ['publishedAt', '2017-10-23', '2017-10-23'],
    ['publishedAt', '2017-10-23T09:30Z', '2017-10-23T09:30Z'],
    ['publishedAt', '2017-10-23T09:30:00+01:00', '2017-10-23T09:30:00+01:00'],
    ['publishedAt', '2017-10-23T09:30:00+0100', '2017-10-23T09:30:00+01:00'],
    ['language', 'en_gb', 'en-GB'],
    ['byline', ' A. Writer ', 'A. Writer'],
  ])('%s “%s” is stored as “%s”', (field, value, kept) => {
    expect(read({ [field]: value })).toMatchObject({ [field]: kept });
  });

  test.each([
    ['publishedAt', '2017-02-31'],
    ['publishedAt', 'some day'],
    ['language', 'English'],
    ['byline', 'x'.repeat(1001)],
    ['url', 'ftp://example.org/'],
  ])('a %s that is none is refused (%#)', (field, value) => {
    expect(read({ [field]: value })).toBeUndefined();
  });
});

test('a text that is too long is refused by every kind of input', async () => {
  const text = 'Long story. '.repeat(TEXT_MAX / 12 + 1);
  expect(articleFields.safeParse({ ...DRAFT, text }).success).toBe(false);
  expect(() => checkedDraft({ ...DRAFT, text })).toThrow(z.ZodError);
  expect(() => parseArticle('long.txt', text)).toThrow(/long\.txt .* 500,000 characters: split it/u);
  await expect(extract(Buffer.from(text), { name: 'long.txt' })).rejects.toThrow(
    /500,000 characters: split it/u,
  );
});

test('a form’s initial values are accepted unchanged', () => {
  const article = {
    url: 'https://example.org/pool',
    byline: 'A. Writer, for the desk: B. Writer',
    publisher: 'The Courier',
    publishedAt: '2017-10-23T09:30:00+01:00',
    language: 'pt-BR',
  };
  const read = readDetails(writeDetails(detailsOf(article)));
  expect('details' in read && read.details).toMatchObject({ ...typed(article) });
});

test('a date may be typed in words', () => {
  expect(z.object(articleInput).parse({ date: '4 March 2026', byline: 'by A. Writer' })).toMatchObject({
    date: '2026-03-04',
    byline: 'A. Writer',
  });
});
