import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import type { Reply, Text } from '../../src/reply/reply.ts';
import { deskOver, member, seedArticle } from '../support/desk.ts';
import { runGolden } from '../support/golden.ts';
import { openTestReader } from '../support/reader.ts';

/** The least scores for the golden sets, with the reader and with words alone (which only mark isolated spans). */
const SEED = { reader: { quoted: 22, spanned: 17 }, words: { quoted: 18, spanned: 6 } };
const DESK = { reader: { quoted: 40, spanned: 38 }, words: { quoted: 37, spanned: 12 } };

const reader = await openTestReader();
/** Time to read dozens of windows on a busy machine. Milliseconds. */
const SLOW = 900_000;

const ROADS = [
  ['reader', reader],
  ['words', undefined],
] as const;

const here = import.meta.dirname;

/** Runs a command as Discord would, with the seed article only. */
async function reply(name: string, raw: Readonly<Record<string, unknown>>): Promise<Reply> {
  const command = commands.find(({ data }) => data.name === name);
  if (!command) throw new Error(`There is no command ${name}.`);
  const response = await runCommand(command, raw, await deskOver([await seedArticle()], reader), member);
  if (!('blocks' in response)) throw new Error(`/${name} gave no reply.`);
  return response;
}

/** The articles of a golden set. */
async function articlesIn(folder: string): Promise<Article[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
  return Promise.all(
    files.map(async (name) => parseArticle(name, await readFile(join(folder, name), 'utf8'))),
  );
}

const spansOf = ({ blocks }: Reply): { news: string; role?: Text }[] =>
  blocks.flatMap((block) => (block.type === 'spans' ? block.items : []));
const quotesOf = ({ blocks }: Reply): string[] =>
  blocks.flatMap((block) => (block.type === 'quote' ? [block.quote.text] : []));

describe('the golden set of the seed article', () => {
  test.each(ROADS)('first quotes, spans and questions without an answer, with %s', async (road, reads) => {
    const desk = await deskOver([await seedArticle()], reads);
    const result = await runGolden(join(here, 'sensetime.jsonl'), desk.ask);
    expect(result.quoted.length).toBeGreaterThanOrEqual(SEED[road].quoted);
    expect(result.spanned.length).toBeGreaterThanOrEqual(SEED[road].spanned);
    expect(result.neededWords / result.shownWords).toBeGreaterThan(0.7);
    expect(result.wronglyFound).toEqual([]);
  }, SLOW);

  test('/who-invested lists who invested, and who led', async () => {
    const found = spansOf(await reply('who-invested', { company: 'SenseTime' }));
    expect(found.map(({ news, role }) => [news, role]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual([
      ['Alibaba', 'lead'],
      ['Suning', undefined],
      ['Temasek', undefined],
    ]);
  });

  test('/valuation shows what the company is worth', async () => {
    const found = await reply('valuation', { company: 'SenseTime' });
    expect(spansOf(found).map(({ news }) => news)).toEqual(['more than 3 billions']);
    expect(quotesOf(found)[0]).toMatch(/^The society is now worth more than 3 billions/u);
  });

  test('/summary leaves out the page’s furniture', async () => {
    const found = await reply('summary', { sentences: 10 });
    expect(quotesOf(found)).toHaveLength(10);
    expect(quotesOf(found).join('\n')).not.toMatch(/Credits|Leave a Reply|email address|Akismet/u);
  });
});

describe('the golden set of four news articles', () => {
  test.each(ROADS)('first quotes, spans and questions without an answer, with %s', async (road, reads) => {
    const folder = join(here, 'desk');
    const desk = await deskOver(await articlesIn(folder), reads);
    const result = await runGolden(join(folder, 'questions.jsonl'), desk.ask);
    expect(result.answerable).toBe(40);
    expect(result.quoted.length).toBeGreaterThanOrEqual(DESK[road].quoted);
    expect(result.spanned.length).toBeGreaterThanOrEqual(DESK[road].spanned);
    expect(result.neededWords / result.shownWords).toBeGreaterThan(0.7);
    expect(result.wronglyFound.length).toBeLessThanOrEqual(1);
  }, SLOW);
});

test('near misses: another quarter, profit for revenue, bought for sold are never found, and what is there comes first', async () => {
  const folder = join(here, 'near-miss');
  const desk = await deskOver(await articlesIn(folder), reader);
  const result = await runGolden(join(folder, 'questions.jsonl'), desk.ask);
  expect(result.wronglyFound).toEqual([]);
  expect(result.answerable).toBe(11);
  expect(result.quoted.length).toBeGreaterThanOrEqual(10);
}, SLOW);
