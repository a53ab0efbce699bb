import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutChat } from '../../../src/search/question/chat.ts';

test.each([
  ['hi there, who led the round?', 'who led the round?'],
  ['Good morning! Quick q: how much was it', 'how much was it'],
  ['For the sidebar: when was it founded?', 'when was it founded?'],
  ['hey team - can you tell me what it costs, please?', 'what it costs?'],
  ['do we know why they left? thanks!', 'why they left?'],
  ['one quick question, who is the mayor', 'who is the mayor'],
  ['Quick one for the web: who is the mayor?', 'who is the mayor?'],
  ['For the fact box - how many came?', 'how many came?'],
  ['For the sidebar:when was it founded?', 'when was it founded?'],
  ['Sports desk here: who won?', 'who won?'],
  ['Health page here. How many fell ill?', 'How many fell ill?'],
  ['Been asked by a reader - why did it close?', 'why did it close?'],
  ['Sorry to bother you, what was the bill?', 'what was the bill?'],
  ['Afternoon - when was it founded?', 'when was it founded?'],
  ['When was it founded? Need it for the family box.', 'When was it founded?'],
])('small talk is removed: %s', (typed, asked) => {
  expect(withoutChat(typed)).toBe(asked);
});

test.each([
  'So Paulo won what?',
  'What did the minister say hello to?',
  'Hello Kitty sales?',
  'For the box office, what was the total?',
  'Who said thanks?',
  'Well, Texas: what burned there?',
  'For the piece on Ostra, who was asked?',
  'Afternoon trains to Ostra?',
  'For the site, how much did Ostra pay?',
  'For the story of Ostra: who told it?',
])('the question stays: %s', (typed) => {
  const asked = withoutChat(typed);
  for (const word of typed.match(/\p{Lu}\p{L}+/gu)?.slice(1) ?? []) expect(asked).toContain(word);
  expect(asked.length).toBeGreaterThan(typed.length / 2);
});

test('nothing is added, and a text is never emptied', () => {
  const word = fc.constantFrom(
    'hi',
    'quick q:',
    'thanks',
    'who',
    'please',
    'for the sidebar:',
    'Ostra',
    '?',
    ',',
    'do we know',
    'when',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join(' ');
      const asked = withoutChat(text);
      expect(asked.trim()).not.toBe('');
      for (const part of asked.split(/\s+/u)) expect(text).toContain(part.replace(/\?$/u, ''));
    }),
  );
});
