import { describe, expect, test } from 'vitest';
import checkQuotes from '../../commands/read/check-quotes.ts';
import check from '../../commands/read/check.ts';
import cite from '../../commands/read/cite.ts';
import findSource from '../../commands/read/find-source.ts';
import source from '../../commands/read/source.ts';
import type { Document } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import { renderTerminal } from '../../src/terminal/render-terminal.ts';
import { checkSilent, textsOf } from '../discord/invariants.ts';
import { message, quotesIn, reply, seed, wordsOf } from '../support/checking.ts';
import { deskOver } from '../support/desk.ts';

describe('/check and Check quotes', () => {
  test('each quotation gets its grade, its source and what differs', async () => {
    const text =
      '“In July 2017, it also had closed a $410 million rounds.” – “led by Temasek, followed by Alibaba”';
    const found = await reply(check, { text }, await seed());
    expect(found).toMatchObject({ tone: 'unsure', private: false });
    expect(wordsOf(found)).toContain('2 quotations checked: 1 EXACT, 1 ALTERED');
    expect(quotesIn(found).map(({ quote }) => quote.receipt)).toEqual([
      'sensetime-alibaba-round.r1.s3',
      'sensetime-alibaba-round.r1.s5',
    ]);
  });

  test('the difference is struck and bold on Discord and in the terminal, next to our own words', async () => {
    const found = await reply(check, { text: 'closed a $470 million rounds' }, await seed());
    const { message: body } = payloadOf(found);
    const drawn = textsOf(body).join('\n');
    expect(drawn).toContain('closed a $~~410~~ **470** million rounds.');
    expect(checkSilent(body)).toEqual([]);
    expect(renderTerminal(found, { colour: false, width: 200 })).toContain('a $~~410~~ **470** million');
    expect(renderTerminal(found, { colour: true, width: 200 })).toContain('\u001B[9m');
    const runs = found.blocks.flatMap((block) => ('words' in block ? block.words : []));
    expect(runs).toContainEqual({ typed: '470', added: true });
    expect(runs).toContainEqual({ news: '410', struck: true });
  });

  test('a result without any match is private and says so', async () => {
    const found = await reply(check, { text: '“Elephants migrate through the delta”' }, await seed());
    expect(found).toMatchObject({ tone: 'nothing', private: true });
    expect(wordsOf(found)).toContain('NOT IN THE ARCHIVE');
  });

  test('a frequent wording is reported with its number of occurrences', async () => {
    const found = await reply(check, { text: 'Alibaba' }, await seed());
    expect(wordsOf(found)).toMatch(
      /6 places, in 1 article, the earliest first; also sensetime-alibaba-round\.r1\.s1, /u,
    );
  });

  test('T1 pasted pings and markdown stay text', async () => {
    const found = await reply(
      check,
      { text: '“@everyone **raised** [x](https://evil.example) $600 million round”' },
      await seed(),
    );
    const drawn = textsOf(payloadOf(found).message).join('\n');
    expect(drawn).toContain(String.raw`\@everyone`);
    expect(drawn).not.toMatch(/(?<!\\)\[x\]\(/u);
  });

  test('the check of a message is private', async () => {
    const found = await reply(
      checkQuotes,
      message('He says “this round has been led by Alibaba”.'),
      await seed(),
    );
    expect(found).toMatchObject({ tone: 'found', private: true });
  });

  test.each([
    ['a message without words', message('😀 …'), /Nothing is quoted there/u],
    ['a reply of ours without a quote', message('Thank you: the desk has your note.', true), /has no quote/u],
    ['a message too long', message('a'.repeat(6001)), /too long to check: it has 6,001 characters/u],
    ['a message that is gone', null, /no longer here: it was deleted, or I may not read it/u],
  ])('%s: words of its own', async (_what, raw, words) => {
    const desk = await seed();
    for (const command of [checkQuotes, findSource]) {
      const found = await reply(command, raw, desk);
      expect(found).toMatchObject({ tone: 'error', private: true });
      expect(wordsOf(found)).toMatch(words);
    }
    expect(desk.logged).toEqual([]);
  });

  test('only the quotes of the bot’s own replies are checked', async () => {
    const own =
      'Who said “I quit”?\n> In July 2017, it also had closed a $410 million rounds.\nHeadline “x” · sentence 3';
    expect(wordsOf(await reply(checkQuotes, message(own, true), await seed()))).toContain('checked: EXACT');
  });
});

describe('/source and Find source', () => {
  test('every occurrence of a wording is listed', async () => {
    const found = await reply(source, { text: 'artificial intelligence' }, await seed());
    expect(quotesIn(found).map(({ quote, label }) => [quote.from, label])).toEqual([
      [1, undefined],
      [2, undefined],
      [14, undefined],
    ]);
  });

  test('an inexact wording gets the nearest sentences, labelled as such', async () => {
    const text = 'Peking has announced some national plan for developing artificial intelligence in July';
    const found = await reply(findSource, message(text), await seed());
    expect(found).toMatchObject({ tone: 'unsure', private: true });
    expect(quotesIn(found)[0]).toMatchObject({ label: 'nearest', quote: { from: 14 } });
  });
});

describe('/cite', () => {
  const receipt = 'sensetime-alibaba-round.r1.s5';

  test.each([
    [
      'plain',
      'txt',
      '“This round has been led by Alibaba, followed by Temasek (a Singaporean sovereign fund)',
    ],
    ['markdown', 'md', '“This round has been led by Alibaba'],
    ['html', 'html', '<blockquote'],
    ['bibtex', 'bib', '@online{sensetime-alibaba-round.r1.s5,'],
  ])('%s, as text and as a file with the same bytes', async (format, ending, opening) => {
    const found = await reply(cite, { receipt, format }, await seed());
    const code = found.blocks.flatMap((block) => (block.type === 'code' ? [block.text] : []))[0] ?? '';
    expect(code).toContain(opening);
    expect(found.files?.map(({ name, data }) => [name, new TextDecoder().decode(data)])).toEqual([
      [`${receipt}.${ending}`, code],
    ]);
  });

  test.each([
    ['nonsense', /^“nonsense” is not a receipt; one looks like article-id\.r1\.s5\.$/u],
    ['sensetime-alibaba-round.r7.s1', /^There is no passage here/u],
    ['sensetime-alibaba-round.r1.s99', /^There is no passage here/u],
  ])('the receipt %s has no passage', async (wrong, told) => {
    expect(wordsOf(await reply(cite, { receipt: wrong }, await seed()))).toMatch(told);
  });

  const BEFORE = 'The council met. It approved the budget by 12 to 3. The mayor did not speak. Nobody left.';
  const AFTER = 'The council met. First, some said more. It approved the budget by 11 to 4. Nobody left.';
  const revision = (text: string, number: number): Document =>
    documentOf({ ...parseArticle('vote.txt', `The vote\n\n${text}`), revision: number });
  const desk = async (): Promise<Desk> => ({
    ...(await deskOver([revision(AFTER, 2).article])),
    revision: (_id, n = 2) =>
      Promise.resolve({
        state: 'live',
        document: n === 1 ? revision(BEFORE, 1) : revision(AFTER, 2),
        newest: 2,
      }),
  });

  test.each([
    ['vote.r1.s1', 'Status: unchanged'],
    ['vote.r1.s2', 'Status: reworded'],
    ['vote.r1.s3', 'Status: removed'],
    ['vote.r1.s4', 'Status: unchanged'],
    ['vote.r1.s1-4', 'Status: removed'],
    ['vote.r2.s4', 'Status: unchanged; revision 2 is the newest'],
  ])('the citation of %s says that it was %s since', async (cited, status) => {
    const found = await reply(cite, { receipt: cited }, await desk());
    expect(wordsOf(found)).toContain(status);
    expect(quotesIn(found)[0]?.quote.receipt).toBe(cited);
  });

  test('the citation of a moved sentence names its new place', async () => {
    const moved: Desk = {
      ...(await desk()),
      revision: (_id, n = 2) =>
        Promise.resolve({
          state: 'live',
          document: n === 1 ? revision(BEFORE, 1) : revision(`Now more. ${BEFORE}`, 2),
          newest: 2,
        }),
    };
    expect(wordsOf(await reply(cite, { receipt: 'vote.r1.s2' }, moved))).toMatch(
      /moved[\s\S]*Sentence 2 is sentence 3 now/u,
    );
  });

  test('a reworded sentence has a second number only if it moved', async () => {
    const reworded = (later: string): Promise<Desk> =>
      desk().then((given) => ({
        ...given,
        revision: (_id, n = 2) =>
          Promise.resolve({
            state: 'live',
            document: n === 1 ? revision(BEFORE, 1) : revision(later, 2),
            newest: 2,
          }),
      }));
    const later = BEFORE.replace(/^\S+/u, 'Nearly');
    const stays = await reply(cite, { receipt: 'vote.r1.s1' }, await reworded(later));
    expect(wordsOf(stays)).toMatch(/reworded[\s\S]*Sentence 1 was changed\./u);
    const moves = await reply(cite, { receipt: 'vote.r1.s1' }, await reworded(`Now more. ${later}`));
    expect(wordsOf(moves)).toContain('Sentence 1 is sentence 2 now.');
  });

  test('a retracted article gives its tombstone', async () => {
    const gone: Desk = {
      ...(await desk()),
      revision: () =>
        Promise.resolve({
          state: 'retracted',
          tombstone: {
            id: 'vote',
            headline: 'The vote',
            retractedAt: '2026-01-02T03:04:05Z',
            retractedBy: '1',
            reason: 'wrong',
            visibility: {} as never,
            printed: {},
          },
        }),
    };
    expect(wordsOf(await reply(cite, { receipt: 'vote.r1.s2' }, gone))).toBe(
      '“The vote” was retracted on 2026-01-02: wrong',
    );
  });
});
