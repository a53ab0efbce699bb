import { describe, expect, test } from 'vitest';
import { answerMention } from '../../commands/read/mention.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { deskOver, member, seedArticle } from '../support/desk.ts';

const asked = async (text: string, previous: string, desk: Desk) => {
  const reply = await answerMention({ text, previous }, desk, member);
  if (!('blocks' in reply)) throw new Error('not a reply');
  const quotes = reply.blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
  return {
    articles: new Set(quotes.map(({ articleId }) => articleId)),
    words: JSON.stringify(reply.blocks),
  };
};

describe('a follow-up', () => {
  test('to a reply that was no question carries the names of its first line over', async () => {
    const previous = 'Timeline · SenseTime\nJuly 2017\nsensetime-alibaba-round.r1.s3';
    const { articles, words } = await asked(
      'and in July 2017?',
      previous,
      await deskOver([await seedArticle()]),
    );
    expect(articles).toEqual(new Set(['sensetime-alibaba-round']));
    expect(words).toContain('Carried over: SenseTime; only the articles quoted there');
  });

  test('that names somebody itself is asked without the question before it', async () => {
    const previous = 'Who led the round?\n> …\nsensetime-alibaba-round.r1.s6';
    const desk = await deskOver([await seedArticle()]);
    const questions: string[] = [];
    const watched: Desk = {
      ...desk,
      ask: (request) => (questions.push(request.question), desk.ask(request)),
    };
    await asked('and who is Temasek?', previous, watched);
    await asked('and how much was it?', previous, watched);
    expect(questions).toEqual(['who is Temasek?', 'Who led the round? how much was it?']);
  });

  test('finds an article whose id has spaces, and not one whose id is only its end', async () => {
    const text = 'The vote\n\nThe council voted on Monday. The council voted again in July 2017.';
    const desk = await deskOver([parseArticle('city vote.txt', text), parseArticle('vote.txt', text)]);
    const previous =
      'When did the council vote?\n> The council voted on Monday.\nThe vote · sentence 1 · city vote.r1.s1';
    const { articles } = await asked('and in July 2017?', previous, desk);
    expect(articles).toContain('city vote');
    const other = await asked('and in July 2017?', previous.replace('city vote.', 'vote.'), desk);
    expect(other.articles).toEqual(new Set(['vote']));
  });

  test('T7 a long message without receipt is read at once', async () => {
    const desk = await deskOver([await seedArticle()]);
    const { words } = await asked('Who led the round?', 'a.r1.'.repeat(700), desk);
    expect(words).not.toContain('Carried over');
  });
});
