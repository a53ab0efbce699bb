import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';

/** A page around three paragraphs, and its details; `null` where it has none. */
type DetailsCase = Readonly<{
  name: string;
  head: string;
  before: string;
  after: string;
  lang: string;
  expected: Readonly<{ headline?: string; byline?: string | null; date?: string | null }>;
}>;

const PARAGRAPHS =
  '<p>The council of the city voted on Monday to close the old bridge over the river for two years, officials said.</p>' +
  '<p>Repairs will cost about 30 million euros, according to a report that was published in May by the planning office.</p>' +
  '<p>Residents of the two districts have protested against the plan since it became known last autumn in the town hall.</p>';

const CASES = readFileSync(new URL('../golden/page-details.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as DetailsCase);

test.each(CASES)('reads headline, byline and date of a page marked as: $name', async (page) => {
  const { head, before, after, lang, expected } = page;
  const html = `<!doctype html><html lang="${lang}"><head>${head}</head><body>${before}${PARAGRAPHS}${after}</body></html>`;
  const read = await extract(new TextEncoder().encode(html), {});
  expect({
    headline: read.headline,
    byline: read.byline ?? null,
    date: read.publishedAt?.slice(0, 10) ?? null,
  }).toMatchObject(expected);
});
