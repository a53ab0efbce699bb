import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { answerMention } from '../../commands/read/mention.ts';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { customId } from '../../src/desk/action.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { runAction, runCommand } from '../../src/desk/dispatch.ts';
import type { Block, Button, Reply, Run } from '../../src/reply/reply.ts';
import { deskOver, member, seedArticle } from '../support/desk.ts';
import { textOf } from '../support/session.ts';

const origin = { private: true, text: '', fields: {} };

/** Every run of news text in a reply, after removing our own words. */
function newsOf(reply: Reply): string[] {
  const runs = (words: readonly Run[]): string[] =>
    words.flatMap((run) => (typeof run === 'object' && 'news' in run ? [run.news] : []));
  return reply.blocks.flatMap((block: Block) => {
    if ('words' in block) return runs(block.words);
    if (block.type === 'quote')
      return [
        block.quote.text,
        block.quote.headline,
        ...(block.quote.before === undefined ? [] : [block.quote.before]),
      ];
    if (block.type === 'spans') return block.items.map(({ news }) => news);
    if (block.type === 'list') return block.items.flatMap(runs);
    return block.type === 'exact' ? [block.news] : [];
  });
}

const stored = (desk: Desk, news: string): boolean =>
  desk.index.documents().some(({ article }) => article.text.includes(news) || article.headline === news);

/** The custom ids of a reply's action buttons. */
function idsOf(reply: Reply): string[] {
  const buttons: Button[] = [
    ...(reply.buttons ?? []),
    ...reply.blocks.flatMap((block) => (block.type === 'quote' ? (block.buttons ?? []) : [])),
  ];
  return buttons.flatMap((button) =>
    'action' in button ? (customId(button.action, button.args) ?? []) : [],
  );
}

async function everyReply(desk: Desk, text: string): Promise<Reply[]> {
  const raw = { question: text, phrase: text, text, name: text, topic: text, receipt: text };
  const replies: Reply[] = [];
  for (const command of commands) {
    const options = 'options' in command.data ? (command.data.options ?? []) : [];
    const needed = Object.entries(raw).filter(([name]) => options.some((option) => option.name === name));
    const response = await runCommand(command, Object.fromEntries(needed), desk, member);
    if ('blocks' in response) replies.push(response);
  }
  const mention = await answerMention({ text }, desk, member);
  if ('blocks' in mention) replies.push(mention);
  for (const id of replies.flatMap(idsOf)) {
    const response = await runAction(actions, id, desk, member, origin);
    if ('blocks' in response) replies.push(response);
  }
  return replies;
}

const sentence = fc
  .array(
    fc.constantFrom(
      'council',
      'Alma',
      'voted',
      'raised',
      '$4.2 million',
      'in 2019',
      'the',
      'budget',
      '**bold**',
      '@everyone',
      '<@1>',
      '“so”',
      '2.000',
      'but',
      'Oslo',
    ),
    { minLength: 3, maxLength: 12 },
  )
  .map((found) => `It ${found.join(' ')}.`);
const article = (id: string): fc.Arbitrary<Article> =>
  fc
    .array(sentence, { minLength: 1, maxLength: 6 })
    .map((found) => parseArticle(`${id}.txt`, `Headline of ${id}\n\n${found.join(' ')}`));

describe('promise 1, verbatim: every run of news text is a slice of a stored revision', () => {
  test('in every reply of every command and button, on the seed article', async () => {
    const desk = await deskOver([await seedArticle()]);
    const news = (await everyReply(desk, 'Who invested in SenseTime?')).flatMap(newsOf);
    expect(news.length).toBeGreaterThan(20);
    expect(news.filter((text) => !stored(desk, text))).toEqual([]);
    expect(desk.logged).toEqual([]);
  });

  test('in every reply, on any articles and any question', async () => {
    await fc.assert(
      fc.asyncProperty(article('a'), article('b'), sentence, async (first, second, question) => {
        const desk = await deskOver([first, second]);
        const news = (await everyReply(desk, question)).flatMap(newsOf);
        expect(news.filter((text) => !stored(desk, text))).toEqual([]);
        expect(desk.logged).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('promise 2, cited: every quote has a receipt', () => {
  test('receipt, headline and offsets lead back to the quote', async () => {
    const desk = await deskOver([await seedArticle()]);
    const quotes = (await everyReply(desk, 'How much did it raise?')).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : [])),
    );
    expect(quotes.length).toBeGreaterThan(5);
    for (const { articleId, revision, from, to, start, end, text, receipt, headline } of quotes) {
      const document = desk.index.document(articleId);
      expect(document?.article.text.slice(start, end)).toBe(text);
      expect(document?.article.headline).toBe(headline);
      expect(receipt).toBe(`${articleId}.r${revision}.s${from}${to === from ? '' : `-${to}`}`);
      expect([document?.sentences[from - 1]?.start, document?.sentences[to - 1]?.end]).toEqual([start, end]);
    }
  });
});

describe('promise 3, honest', () => {
  test('an answer without a result says so, counts the articles searched, names unknown words, and is private', async () => {
    const desk = await deskOver([await seedArticle()]);
    const [ask] = commands;
    const reply = ask && (await runCommand(ask, { question: 'Did Volkswagen recall zebras?' }, desk, member));
    expect(reply).toMatchObject({ tone: 'nothing', private: true });
    const words = JSON.stringify(reply);
    expect(words).toContain('1 article searched');
    expect(words).toContain('“Volkswagen”');
    expect(words).toContain('“zebras”');
    const labels =
      reply && 'blocks' in reply
        ? reply.blocks.flatMap((block) => (block.type === 'quote' ? [block.label] : []))
        : [];
    expect(new Set(labels).size).toBeLessThanOrEqual(1);
    expect(desk.kept).toHaveLength(1);
  });

  test('page furniture is never quoted', async () => {
    const desk = await deskOver([await seedArticle()]);
    for (const question of [
      'How do I leave a reply on this site?',
      'What does Akismet do?',
      'Who gets the credits?',
    ]) {
      const news = (await everyReply(desk, question)).flatMap(newsOf).join('\n');
      expect(news).not.toMatch(/Akismet|Leave a Reply|Credits :|email address/u);
    }
  });
});

describe('advice in replies', () => {
  test('an unsure answer says to check the quote', async () => {
    const desk = await deskOver([await seedArticle()]);
    const [ask] = commands;
    const reply = ask && (await runCommand(ask, { question: 'What is a startup?' }, desk, member));
    expect(reply).toMatchObject({ tone: 'unsure' });
    expect(JSON.stringify(reply)).toContain('Not sure: check the quote.');
  });
});

describe('/help', () => {
  test('has sections, and examples that answer privately when clicked', async () => {
    const desk = await deskOver([await seedArticle()]);
    const help = commands.find(({ data }) => data.name === 'help');
    const told = help && (await runCommand(help, {}, desk, { ...member, mayEdit: true }));
    const blocks = told && 'blocks' in told ? told.blocks : [];
    expect(blocks.filter(({ type }) => type === 'title')).toHaveLength(5);
    const examples = blocks.flatMap((block) => (block.type === 'list' ? (block.buttons ?? []) : []));
    expect(examples.length).toBeGreaterThan(10);
    for (const button of examples) {
      const id = 'action' in button ? customId(button.action, button.args) : undefined;
      const response = await runAction(actions, id ?? '', desk, member, origin);
      if ('blocks' in response) expect([button.label, response.private]).toEqual([button.label, true]);
    }
    const id = customId('try', ['/ask question:Who led the round?']) ?? '';
    expect(await runAction(actions, id, desk, member, origin)).toMatchObject({ tone: 'unsure' });
    const gone = customId('try', ['/no-such thing']) ?? '';
    expect(await runAction(actions, gone, desk, member, origin)).toMatchObject({ tone: 'error' });
  });

  test('refuses an editors’ example to others', async () => {
    const desk = await deskOver([await seedArticle()]);
    const id = customId('try', ['/gaps']) ?? '';
    expect(JSON.stringify(await runAction(actions, id, desk, member, origin))).toContain('is for editors');
  });
});

describe('promise 4, quiet: misses and errors are private, hits are public unless hidden', () => {
  test.each([[true], [false]])('hide: %s', async (hide) => {
    const desk = await deskOver([await seedArticle()]);
    const [ask] = commands;
    const reply = ask && (await runCommand(ask, { question: 'Who led the round?', hide }, desk, member));
    expect(reply).toMatchObject({ private: hide });
  });
});

describe('T18 buttons', () => {
  test('a button with a foreign or outdated id only shows one sentence', async () => {
    const desk = await deskOver([await seedArticle()]);
    const ids = [
      '',
      '1:context:zz',
      '1:nothing:1',
      '1:delete',
      '1:context:0123456789.1.1',
      '1:more:',
      '1:context:0123456789.1.1:extra',
    ];
    for (const id of ids) {
      const reply = await runAction(actions, id, desk, member, origin);
      expect(reply).toMatchObject({ tone: 'error', private: true });
    }
    expect(desk.logged).toEqual([]);
  });

  test('only the asker or a moderator may delete', async () => {
    const desk = await deskOver([await seedArticle()]);
    const id = customId('delete', ['999']) ?? '';
    expect(await runAction(actions, id, desk, member, origin)).toMatchObject({ tone: 'error' });
    expect(await runAction(actions, id, desk, { ...member, mayModerate: true }, origin)).toEqual({
      remove: true,
    });
    expect(await runAction(actions, id, desk, { ...member, userId: '999' }, origin)).toEqual({
      remove: true,
    });
  });

  test('Not helpful asks for a reason and stores it anonymously', async () => {
    const desk = await deskOver([await seedArticle()]);
    const [ask] = commands;
    const reply = ask && (await runCommand(ask, { question: 'Who led the round?' }, desk, member));
    const id =
      reply && 'blocks' in reply ? idsOf(reply).find((each) => each.includes(':feedback:')) : undefined;
    const form = await runAction(actions, id ?? '', desk, member, origin);
    expect(form).toMatchObject({ modal: { fields: [{ name: 'reason', required: true }] } });
    await runAction(actions, id ?? '', desk, member, { ...origin, fields: { reason: 'I meant 2016' } });
    expect(desk.kept).toMatchObject([{ reason: 'I meant 2016' }]);
    expect(JSON.stringify(desk.kept)).not.toContain(member.userId);
  });
});

describe('mentions', () => {
  test('a bare mention shows three examples from the archive', async () => {
    const desk = await deskOver([await seedArticle()]);
    const reply = await answerMention({ text: '  ' }, desk, member);
    expect(textOf(reply)).toContain('SenseTime');
    expect(textOf(reply).match(/^\/[a-z-]+ [a-z]+:/gmu)).toHaveLength(3);
  });

  test('a follow-up is asked within the quoted articles with the previous question, and says so', async () => {
    const other = parseArticle(
      'other.txt',
      'In July 2017\n\nIn July 2017, Acme also had closed a round. SenseTime was not part of it.',
    );
    const desk = await deskOver([await seedArticle(), other]);
    const previous = 'How much did SenseTime raise?\n“…”\nsensetime-alibaba-round.r1.s2';
    const reply = await answerMention({ text: 'and in July 2017?', previous }, desk, member);
    const quotes =
      'blocks' in reply ? reply.blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : [])) : [];
    expect(quotes[0]?.text).toMatch(/\$410 million/u);
    expect(new Set(quotes.map(({ articleId }) => articleId))).toEqual(new Set(['sensetime-alibaba-round']));
    expect(textOf(reply)).toContain('Carried over: SenseTime');
  });
});
