import { describe, expect, test } from 'vitest';
import { findSlash, readTyped, slashCommands } from '../../src/rehearsal/page/slash.js';

const text = (name: string, required = false) => ({ type: 3, name, description: name, required });
const commands = slashCommands([
  { name: 'ask', description: 'Ask a question', options: [text('question', true), text('article')] },
  {
    name: 'feeds',
    description: 'Follow feeds',
    options: [
      { type: 1, name: 'add', description: 'Follow a feed', options: [text('url', true)] },
      {
        type: 2,
        name: 'old',
        description: '',
        options: [{ type: 1, name: 'list', description: 'List them' }],
      },
    ],
  },
  { name: 'help', description: 'What there is' },
  { type: 3, name: 'Check quotes' },
]);

test('subcommands are chosen like commands, and message commands cannot be typed', () => {
  expect(commands.map(({ path }) => path)).toEqual(['ask', 'feeds add', 'feeds old list', 'help']);
  expect(commands[2]).toMatchObject({ name: 'feeds', group: 'old', subcommand: 'list' });
});

describe('a typed line', () => {
  test('becomes a command only when its name is followed by a space', () => {
    expect(readTyped('/ask', commands)).toBeUndefined();
    expect(readTyped('/asking ', commands)).toBeUndefined();
    expect(readTyped('/ask ', commands)).toMatchObject({ values: {} });
    expect(readTyped('/feeds add ', commands)?.command.path).toBe('feeds add');
  });

  test('may name its options, or begin with the value of the required one', () => {
    expect(readTyped('/ask question:Who: me? article:a b', commands)?.values).toEqual({
      question: 'Who: me?',
      article: 'a b',
    });
    expect(readTyped('/ask Who? article:x', commands)?.values).toEqual({ question: 'Who?', article: 'x' });
  });

  test('matches names first, then descriptions', () => {
    const found = (typed: string) => findSlash(typed, commands).map(({ path }) => path);
    expect(found('fe')).toEqual(['feeds add', 'feeds old list']);
    expect(found('a')).toEqual(['ask', 'feeds add', 'help']);
    expect(found('follow')).toEqual(['feeds add']);
    expect(found('zebra')).toEqual([]);
  });
});
