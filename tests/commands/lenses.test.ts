import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { deskOver, member } from '../support/desk.ts';

const folder = join(import.meta.dirname, '..', 'golden', 'desk');

async function newsDesk(): Promise<Desk> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
  return deskOver(
    await Promise.all(
      files.map(async (name) => parseArticle(name, await readFile(join(folder, name), 'utf8'))),
    ),
  );
}

async function reply(name: string, raw: Readonly<Record<string, unknown>>): Promise<Reply> {
  const command = commands.find(({ data }) => data.name === name);
  const response = command && (await runCommand(command, raw, await newsDesk(), member));
  if (!response || !('blocks' in response)) throw new Error(`/${name} gave no reply.`);
  return response;
}

const spansOf = ({ blocks }: Reply): string[] =>
  blocks.flatMap((block) => (block.type === 'spans' ? block.items.map(({ news }) => news) : []));
const notesOf = ({ blocks }: Reply): string =>
  blocks
    .flatMap((block) => (block.type === 'note' || block.type === 'text' ? block.words : []))
    .filter((run) => typeof run === 'string')
    .join(' ');

describe('company', () => {
  test.each(['Baltline', 'baltline', 'Balt line', 'Bltline'])('written as %s is found', async (company) => {
    expect(spansOf(await reply('founded', { company }))).toEqual(['1994']);
  });

  test('that was corrected is mentioned in the reply', async () => {
    expect(notesOf(await reply('founded', { company: 'Bltline' }))).toContain('“Bltline” read as “Baltline”');
    expect(notesOf(await reply('founded', { company: 'Baltline' }))).not.toContain('read as “Baltline”');
  });

  test('without a similar name is not replaced by another', async () => {
    const found = await reply('founded', { company: 'Volkswagen' });
    expect(found).toMatchObject({ tone: 'error', private: true });
    expect(notesOf(found)).toContain('No article here mentions “Volkswagen”');
  });

  test('is corrected by /who-is too', async () => {
    const found = await reply('who-is', { name: 'Ingird Solberg' });
    expect(spansOf(found)).toEqual(['the chief executive of Norsund']);
    expect(notesOf(found)).toContain('“Ingird Solberg” read as “Ingrid Solberg”');
  });
});

describe('from and to', () => {
  test('include both days', async () => {
    const found = await reply('founded', { company: 'Baltline', from: '2025-03-11', to: '2025-03-11' });
    expect(spansOf(found)).toEqual(['1994']);
  });

  test('a reply says that a company is mentioned only at other times', async () => {
    const found = await reply('founded', { company: 'Baltline', from: '2026-01-01' });
    expect(notesOf(found)).toContain('No article here between those dates mentions “Baltline”');
  });
});

test('a reply counts the shown and matching sentences and their articles', async () => {
  const found = await reply('ask', { question: 'When was Baltline founded?' });
  expect(notesOf(found)).toMatch(/\b3 of \d+ matching sentences, in \d of 4 articles\./u);
});

test('a sum of another kind than asked for is not a span', async () => {
  const found = await reply('valuation', { company: 'Baltline' });
  expect(spansOf(found).filter((text) => !/[€$£]|million|billion/u.test(text))).toEqual([]);
});

test('quotes that do not answer have no marked part', async () => {
  const found = await reply('ask', { question: 'What is the capital of Mali?' });
  const quotes = found.blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
  expect(found.tone).toBe('nothing');
  expect(quotes.length).toBeGreaterThan(0);
  expect(quotes.flatMap(({ marks }) => marks)).toEqual([]);
});
