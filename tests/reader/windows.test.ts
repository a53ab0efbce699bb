import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Of, type Document } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import { isEnglish, readableSentences } from '../../src/reader/readable.ts';
import { estimateTokens, windowsOf } from '../../src/reader/windows.ts';

const documentFrom = (text: string, language?: string): Document =>
  documentOf({
    id: 'an-article',
    headline: 'Council buys the old mill',
    text,
    revision: 1,
    sha256: sha256Of(text),
    ...(language !== undefined && { language }),
  });

const textsOf = (windows: readonly { sentences: readonly { text: string }[] }[]): string[][] =>
  windows.map(({ sentences }) => sentences.map(({ text }) => text));

const sentence = fc
  .tuple(
    fc.constantFrom('The council', 'A spokeswoman', 'Northgate Mills', 'Dr. Ada Holm', 'The 1,200 workers'),
    fc.constantFrom('said that', 'agreed after', 'will pay for what', 'sold, for $3.5 million,'),
    fc.array(fc.constantFrom('the', 'river', 'naïve', 'budget', 'of', '2019', 'long-awaited', 'Östersund'), {
      minLength: 1,
      maxLength: 45,
    }),
  )
  .map(([who, does, what]) => `${who} ${does} ${what.join(' ')} ended${what.length % 5 === 0 ? '?' : '.'}`);

describe('the windows of an article', () => {
  test('do not depend on its paragraphs', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), (sentences) => {
        const running = documentFrom(`Council buys the old mill\n\n${sentences.join(' ')}`);
        const apart = documentFrom(`Council buys the old mill\n\n${sentences.join('\n\n')}`);
        expect(textsOf(windowsOf(apart))).toEqual(textsOf(windowsOf(running)));
      }),
    );
  });

  test('have whole sentences, are about as long as in training, and overlap by half', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 40 }), (sentences) => {
        const document = documentFrom(`Council buys the old mill\n\n${sentences.join('\n\n')}`);
        const windows = windowsOf(document);
        const seen = new Set(windows.flatMap((window) => window.sentences.map(({ n }) => n)));
        expect([...seen].toSorted((a, b) => a - b)).toEqual(readableSentences(document).map(({ n }) => n));
        for (const [place, window] of windows.entries()) {
          for (const { start, end, text } of window.sentences)
            expect(document.article.text.slice(start, end)).toBe(text);
          const tokens = window.sentences.reduce((sum, { text }) => sum + estimateTokens(text), 0);
          expect(tokens <= 110 || window.sentences.length === 1).toBe(true);
          const next = windows[place + 1];
          if (next && window.sentences.length > 2)
            expect(next.sentences[0]?.n).toBeLessThanOrEqual(window.sentences.at(-1)?.n ?? 0);
        }
      }),
    );
  });

  test('skip headings, captions, furniture and quizzes', () => {
    const document = documentFrom(
      [
        'Council buys the old mill',
        'The council bought the mill on Monday.',
        'What happens next',
        'Photo: Ada Holm. The mill at dusk (Photo by Ada Holm).',
        'The mill in 1903 (Getty Images)',
        'Ada Holm (left) and the miller on Monday.',
        'The mill pond was drained in Aug. Image: Ada Holm / Council.',
        'It paid three million for it.',
        'Advertisement',
        'Who sold the mill? How much did it cost?',
        'Work starts in May.',
        'Leave a Reply',
        'Nice mill, I would say.',
      ].join('\n\n'),
    );
    expect(textsOf(windowsOf(document))).toEqual([
      ['The council bought the mill on Monday.', 'It paid three million for it.', 'Work starts in May.'],
    ]);
  });

  test('keep a single question, and sentences about pictures', () => {
    const kept = [
      'What did the council pay?',
      'It paid for a photo of the mill.',
      'Photographs by the mill’s owners were sold by Getty in May.',
      'It is what she saw in the picture: “a ruin”.',
    ];
    expect(textsOf(windowsOf(documentFrom(`Council buys the old mill\n\n${kept.join('\n\n')}`)))).toEqual([
      kept,
    ]);
  });

  test('have the headline in front', () => {
    expect(windowsOf(documentFrom('Council buys the old mill\n\nIt did so in May.'))[0]?.front).toBe(
      'Council buys the old mill',
    );
  });
});

test('articles in English are readable, and undeclared ones that look English', () => {
  const text = 'Council buys the old mill\n\nIt did so in May.';
  expect(['en', 'en-GB', undefined].map((tag) => isEnglish(documentFrom(text, tag)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['fr', 'de-AT', 'enm'].map((tag) => isEnglish(documentFrom(text, tag)))).toEqual([
    false,
    false,
    false,
  ]);
  const french =
    'Le conseil municipal a décidé lundi soir de racheter l’ancien moulin pour trois millions d’euros, malgré les réserves de ' +
    'plusieurs élus qui craignent que les travaux ne coûtent bien davantage. La maire a défendu le projet en rappelant que le ' +
    'bâtiment, fermé depuis quinze ans, menace de s’effondrer et que la ville ne peut pas attendre plus longtemps avant d’agir.';
  const german =
    'Der Gemeinderat hat am Montagabend beschlossen, die alte Mühle für drei Millionen Euro zu kaufen, obwohl mehrere Mitglieder ' +
    'befürchten, dass die Arbeiten deutlich teurer werden. Die Bürgermeisterin verteidigte das Vorhaben und erinnerte daran, dass das ' +
    'Gebäude seit fünfzehn Jahren leer steht und einzustürzen droht, weshalb die Stadt nicht länger warten könne und handeln müsse.';
  for (const foreign of [french, german, '商汤科技获6亿美元投资。', 'Совет купил мельницу.'])
    expect(isEnglish(documentFrom(foreign))).toBe(false);
  const noun = 'Mayor pays 500 dollars. Council buys mill. Work starts May.';
  expect(isEnglish(documentFrom(noun))).toBe(true);
});
