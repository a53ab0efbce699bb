import { describe, expect, test } from 'vitest';
import askCommand from '../../commands/read/ask.ts';
import { answerMention } from '../../commands/read/mention.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import { runText } from '../../src/reply/say.ts';
import { plainText } from '../../src/discord/plain-text.ts';
import { deskOver, member, seedArticle } from '../support/desk.ts';
import { textOf } from '../support/session.ts';

const asked = async (text: string, previous: string, desk: Desk) => {
  const reply = await answerMention({ text, previous }, desk, member);
  if (!('blocks' in reply)) throw new Error('not a reply');
  const quotes = reply.blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
  const [heading] = reply.blocks;
  const plain = plainText({ content: '', components: payloadOf(reply).message.components } as never);
  return {
    heading: heading?.type === 'title' ? heading.words.map(runText).join('') : '',
    plain,
    tone: reply.tone,
    articles: new Set(quotes.map(({ articleId }) => articleId)),
    words: plain,
  };
};

describe('a follow-up', () => {
  test('to a reply without a question uses the names in its first line', async () => {
    const previous = 'Timeline · SenseTime\nJuly 2017\nsensetime-alibaba-round.r1.s3';
    const { articles, words } = await asked(
      'and in July 2017?',
      previous,
      await deskOver([await seedArticle()]),
    );
    expect(articles).toEqual(new Set(['sensetime-alibaba-round']));
    expect(words).toContain('Carried over: SenseTime; only the articles quoted there');
  });

  test('that names somebody is asked without the previous question', async () => {
    const previous = 'Who led the round?\n> …\nsensetime-alibaba-round.r1.s6';
    const desk = await deskOver([await seedArticle()]);
    const questions: string[] = [];
    const watched: Desk = {
      ...desk,
      ask: (request) => (questions.push(request.question), desk.ask(request)),
    };
    await asked('and who is Temasek?', previous, watched);
    await asked('and how much was it?', previous, watched);
    expect(questions).toEqual(['who is Temasek?', 'how much was it? Who led the round']);
  });

  test('finds an article whose id has spaces, and not one whose id is a suffix of it', async () => {
    const text = 'The vote\n\nThe council voted on Monday. The council voted again in July 2017.';
    const desk = await deskOver([parseArticle('city vote.txt', text), parseArticle('vote.txt', text)]);
    const previous =
      'When did the council vote?\n> The council voted on Monday.\nThe vote · sentence 1 · city vote.r1.s1';
    const { articles } = await asked('and in July 2017?', previous, desk);
    expect(articles).toContain('city vote');
    const other = await asked('and in July 2017?', previous.replace('city vote.', 'vote.'), desk);
    expect(other.articles).toEqual(new Set(['vote']));
  });

  test('T7 is read quickly from a long message without a receipt', async () => {
    const desk = await deskOver([await seedArticle()]);
    const { words } = await asked('Who led the round?', 'a.r1.'.repeat(700), desk);
    expect(words).not.toContain('Carried over');
  });

  test('with its own question word is a new question about the same article and company', async () => {
    const desk = await deskOver([await seedArticle()]);
    const questions: unknown[] = [];
    const watched: Desk = { ...desk, ask: (request) => (questions.push(request), desk.ask(request)) };
    const first = 'How much did SenseTime raise?\n> …\nsensetime-alibaba-round.r1.s4';
    const second = await asked('who led it?', first, watched);
    expect(second.words).toContain('Alibaba');
    expect(second.words).not.toContain('“How much did SenseTime raise?”');
    const third = await asked('and when?', second.plain, watched);
    expect([second.heading, third.heading]).toEqual(['who led it?', 'and when?']);
    // The third one continues the second's question, with the company of the first.
    expect(questions).toMatchObject([
      { question: 'who led it? SenseTime' },
      { question: 'when? who led it SenseTime', kind: 'date' },
    ]);
  });

  test('without a question word continues the first question, and headings do not grow', async () => {
    const desk = await deskOver([await seedArticle()]);
    const questions: string[] = [];
    const watched: Desk = {
      ...desk,
      ask: (request) => (questions.push(request.question), desk.ask(request)),
    };
    const first = 'How much did it raise?\n> …\nsensetime-alibaba-round.r1.s4';
    const second = await asked('and in July 2017?', first, watched);
    const third = await asked('and in 2018?', second.plain, watched);
    expect([second.heading, third.heading]).toEqual(['and in July 2017?', 'and in 2018?']);
    expect(questions).toEqual(['How much did it raise? in July 2017?', 'How much did it raise? in 2018?']);
  });

  test.each([
    ['who wrote this?', 'by Åsa O’Neill'],
    ['When was it published?', 'published 2017-10-23'],
    ['who published it', 'published by The Post'],
    ['What is the name of the author of this article?', 'by Åsa O’Neill'],
    ['on what date was this published?', 'published 2017-10-23'],
    ['when did you publish this?', 'published 2017-10-23'],
    ['Who is the publisher?', 'published by The Post'],
    ['Wer hat das geschrieben?', 'by Åsa O’Neill'],
    ['Wann ist der Artikel erschienen?', 'published 2017-10-23'],
    ['Qui a écrit cet article ?', 'by Åsa O’Neill'],
    ['Quand cet article a-t-il été publié ?', 'published 2017-10-23'],
    ['¿Quién escribió esto?', 'by Åsa O’Neill'],
    ['¿Cuándo se publicó este artículo?', 'published 2017-10-23'],
    ['これは誰が書いたのですか？', 'by Åsa O’Neill'],
    ['この記事はいつ公開されましたか？', 'published 2017-10-23'],
  ])('about the article is answered from its details: %s', async (question, told) => {
    const article = parseArticle(
      'vote.md',
      '---\nbyline: Åsa O’Neill\ndate: 2017-10-23\npublisher: The Post\n---\nThe vote\n\nThe council voted on Monday.',
    );
    const previous = 'When did the council vote?\n> The council voted on Monday.\nvote.r1.s1';
    const desk = await deskOver([article, await seedArticle()]);
    const { plain, tone } = await asked(question, previous, desk);
    expect(tone).toBe('found');
    expect(plain).toContain(`“The vote”: ${told}`);
    const without = await asked(question, 'x?\nsensetime-alibaba-round.r1.s4', desk);
    expect(without.plain).toMatch(/no (?:author|date of publication|publisher) is stored with it/u);
    expect(without.plain).not.toContain('The vote');
    // No gap is recorded, since the archive lacks no article.
    expect(desk.kept).toEqual([]);
  });
});

describe('small talk', () => {
  test.each([
    'Hi there',
    'Hallo zusammen',
    'Grüß Gott',
    'Bonjour à tous',
    '¡Buenas!',
    'こんにちは。',
    'good morning',
    'thanks!',
    'ok, thank you very much',
    '👍',
    'much appreciated',
    'thanks, that helps',
    'bye',
    'Dankeschön',
    'super, danke',
    'Besten Dank!',
    'merci',
    'Un grand merci !',
    'muchas gracias',
    'perfecto, gracias',
    'ありがとうございます',
    'ありがとうございました！',
    'どうも',
    'help',
    '?',
    '？？',
    'how does this work?',
    'what commands are there?',
    'Hilfe, bitte',
    'Wie funktioniert das?',
    'aidez-moi',
    'à l’aide !',
    'Comment ça marche ?',
    'ayúdame',
    '¿Qué puedes hacer?',
    '使い方を教えてください',
    'ヘルプ',
  ])('is answered with a pointer to help, and is not recorded as a gap: %s', async (text) => {
    const desk = await deskOver([await seedArticle()]);
    for (const previous of ['', 'Who led the round?\n> …\nsensetime-alibaba-round.r1.s6']) {
      const { words, tone } = await asked(text, previous, desk);
      expect(tone).toBe('info');
      expect(words).toContain('/help');
    }
    const slash = await runCommand(askCommand, { question: text }, desk, member);
    expect(textOf(slash)).toContain('/help');
    expect(desk.kept).toEqual([]);
  });

  test.each([
    'where is it from?',
    'date?',
    'who wrote the law?',
    'aide humanitaire ?',
    'What is this company?',
  ])('and questions about an article’s details differ from ones about what it says: %s', async (text) => {
    const desk = await deskOver([await seedArticle()]);
    const { words } = await asked(text, 'Who led it?\n> …\nsensetime-alibaba-round.r1.s6', desk);
    expect(words).not.toMatch(/is stored with it|\/help/u);
  });

  test('differs from a question that begins or ends politely', async () => {
    const desk = await deskOver([await seedArticle()]);
    const { words } = await asked('Hi, who led the round? Thanks!', '', desk);
    expect(words).toContain('Alibaba');
    const none = await asked('help for refugees?', '', desk);
    expect(none.tone).not.toBe('info');
  });
});

test('in /ask about an article’s details names the article or asks which one is meant', async () => {
  const desk = await deskOver([
    parseArticle('vote.md', '---\nbyline: A. Writer\n---\nThe vote\n\nThe council voted on Monday.'),
    await seedArticle(),
  ]);
  const run = async (raw: object) => textOf(await runCommand(askCommand, raw, desk, member));
  expect(await run({ question: 'Who wrote this?', article: 'vote' })).toContain('A. Writer');
  expect(await run({ question: 'Who wrote this?' })).toMatch(/Which article\?/u);
});
