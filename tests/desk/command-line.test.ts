import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readTyped } from '../../src/desk/command-line.ts';

const typed = (text: string): [string, object] => {
  const { command, raw } = readTyped(text, commands);
  return [command.data.name, raw];
};

describe('a line typed in the terminal', () => {
  test.each([
    ['Who invested?', 'ask', { question: 'Who invested?' }],
    ['/valuation company:SenseTime', 'valuation', { company: 'SenseTime' }],
    ['/valuation company:Bank of England hide:true', 'valuation', { company: 'Bank of England', hide: true }],
    ['/summary article:budget-vote sentences:5', 'summary', { article: 'budget-vote', sentences: 5 }],
    ['/quote just raised: $600', 'quote', { phrase: 'just raised: $600' }],
    ['/valuation SenseTime', 'valuation', { company: 'SenseTime' }],
    ['/HELP', 'help', {}],
    ['/article show article:budget-vote', 'article', { subcommand: 'show', article: 'budget-vote' }],
    ['/feed list', 'feed', { subcommand: 'list' }],
  ])('%s', (text, name, raw) => {
    expect(typed(text)).toEqual([name, raw]);
  });

  test('a command without its subcommand lists the subcommands', () => {
    expect(() => typed('/feed')).toThrow('/feed needs to know what to do: /feed add, /feed list');
  });

  test('an unknown command is refused with similar ones', () => {
    expect(() => typed('/valuaton company:X')).toThrow(
      'There is no command /valuaton; did you mean /valuation?',
    );
    expect(() => typed('/xyz')).toThrow('/help lists them');
  });
});
