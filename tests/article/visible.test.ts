import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible } from '../../src/article/visible.ts';

test.each([
  ['T4 a right-to-left override', 'paid \u202e000,1$\u202c today', 'paid 000,1$ today'],
  ['T4 bidi isolates and marks', '\u2066a\u2069\u200e\u200f\u061cb', 'ab'],
  ['T4 zero-width characters', 'Ali\u200bba\u2060ba\ufeff', 'Alibaba'],
  ['T4 a soft hyphen', 'invest\u00adment', 'investment'],
  ['T4 tag characters', 'hi\u{e0041}\u{e007f}', 'hi'],
  ['T4 control characters', 'a\u0000b\u001b[31mc\u007f\u009bd', 'ab[31mcd'],
  ['T4 a lone surrogate is shown as unknown', 'a\ud83db', 'a\ufffdb'],
  ['T4 noncharacters', 'a\uffffb\u{1fffe}', 'ab'],
  ['T4 a filler that looks like a space', 'a\u3164b\u115f', 'ab'],
  ['T5 more than three marks on a base', 'z\u0301\u0302\u0303\u0304\u0305a', 'z\u0301\u0302\u0303a'],
  ['T5 marks kept apart by something unseen', 'z\u0301\u0302\u200b\u0303\u0304', 'z\u0301\u0302\u0303'],
  ['line ends', 'a\r\nb\rc\u2028d\u0085e\ff', 'a\nb\nc\nd\ne\nf'],
])('%s', (_name, text, expected) => {
  expect(visible(text)).toBe(expected);
});

test.each([
  ['a tab and a line feed', 'a\tb\nc'],
  ['accents, composed or not', 'Pokémon, naïve, e\u0301'],
  ['an emoji made of several', '👩\u200d💻 👨\u200d👩\u200d👧 🏳️\u200d🌈 ❤️ 1️⃣'],
  ['a Persian word with a non-joiner', 'می\u200cخواهم'],
  ['a Hindi word with a joiner', 'क्\u200dष'],
  ['Hebrew with points', 'בְּרֵאשִׁית'],
  ['Thai, Vietnamese, Chinese', 'ที่ · Tiếng Việt · 商汤科技'],
])('%s stays unchanged', (_name, text) => {
  expect(visible(text)).toBe(text);
});

test('a joiner without effect on the spelling is removed', () => {
  expect(visible('Ali\u200dbaba \u200c\u200d')).toBe('Alibaba ');
  // The selector before it has no effect on the spelling either.
  expect(visible('\ufe0f\u200d👩')).toBe('👩');
});

test('is idempotent and leaves no invisible character', () => {
  const characters = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('\u200d', '\u0301', '\ufe0f', '👩', 'م', '\ud800', '\r', 'a', '\u202e'),
    }),
  );
  fc.assert(
    fc.property(characters, (text) => {
      const once = visible(text);
      expect(visible(once)).toBe(once);
      expect(once).not.toMatch(/\p{Bidi_Control}|\p{Cs}|(?![\t\n])\p{Cc}|\p{M}{4}/u);
    }),
  );
});
