import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articlePage, PARAGRAPHS, readAfter, readPage } from './article-page.ts';

describe('words of a sentence stay, whatever their element’s class', () => {
  test.each([
    [
      '<p>The firm said its <span class="share-price">share price, 12.40 euros,</span> fell on Monday.</p>',
      'The firm said its share price, 12.40 euros, fell on Monday.',
    ],
    [
      '<p>The minister <a class="taxonomy-entity" href="/x">Bo Ek</a> lost the vote on the plan.</p>',
      'The minister Bo Ek lost the vote on the plan.',
    ],
    [
      '<p>The book by <span class="author">Bo Ek</span> won the prize in Berlin.</p>',
      'The book by Bo Ek won the prize in Berlin.',
    ],
    [
      '<p>The bank cut the <span class="credit-line">credit line of 30 million</span> that the firm had asked for.</p>',
      'The bank cut the credit line of 30 million that the firm had asked for.',
    ],
    [
      '<p>The court had <a class="related-link" href="/x">rejected the plan</a> in May.</p>',
      'The court had rejected the plan in May.',
    ],
    [
      '<p>The mayor said <button class="gloss">the fund</button> would be closed by the end of the year.</p>',
      'The mayor said the fund would be closed by the end of the year.',
    ],
    [
      '<p>She paid with <label class="menu-item">a cheque</label> that the bank refused.</p>',
      'She paid with a cheque that the bank refused.',
    ],
    [
      '<p><span class="drop-cap header-font">M</span>r Justice Fox named the sum in court.</p>',
      'Mr Justice Fox named the sum in court.',
    ],
    [
      '<p><span aria-hidden="true">When</span><span class="sr-only">When</span> the vote came, the hall was silent.</p>',
      'When the vote came, the hall was silent.',
    ],
    [
      '<p>A speed of <math><mi>v</mi><mo>=</mo><mn>3</mn></math> was measured at the bridge.</p>',
      'A speed of v=3 was measured at the bridge.',
    ],
    [
      '<div>The vote in <span class="ad-location">Berlin</span> was lost by one vote.<br><br>The next one is in May, the speaker said.</div>',
      'The vote in Berlin was lost by one vote.\n\nThe next one is in May, the speaker said.',
    ],
  ])('%s', async (html, text) => {
    expect(await readAfter(html)).toBe(text);
  });
});

describe('nothing is put into a sentence', () => {
  test.each([
    [
      '<p>Led by Rep. <span>Ann Lee<span class="rollover-block">Ann LeeMore stories: Road plan fails</span></span> (D-Minn.), officials said.</p>',
      'Led by Rep. Ann Lee (D-Minn.), officials said.',
    ],
    [
      '<p>The firm filed for <span>Chapter 11<span role="tooltip">A way to reorganise debts.</span></span> protection on Monday.</p>',
      'The firm filed for Chapter 11 protection on Monday.',
    ],
    [
      '<p>The firm filed for <span class="tooltip">Chapter 11<span class="tooltiptext">A way to reorganise debts.</span></span> protection on Monday.</p>',
      'The firm filed for Chapter 11 protection on Monday.',
    ],
    [
      '<p>The firm filed for <span class="tooltip" title="A way to reorganise debts">Chapter 11</span> protection on Monday.</p>',
      'The firm filed for Chapter 11 protection on Monday.',
    ],
    [
      '<p>The firm <x-company>Acme Corp</x-company> said it would close its plant.</p>',
      'The firm Acme Corp said it would close its plant.',
    ],
    [
      '<p>He was born in <st1:place><st1:city>Lyon</st1:city></st1:place> and died there.</p>',
      'He was born in Lyon and died there.',
    ],
    ['<p>It makes 10<sup>6</sup> litres a day.</p>', 'It makes 10⁶ litres a day.'],
    [
      '<p>It opened in 2019<sup>1</sup> and closed in 2020<sup>2,3</sup>.</p>',
      'It opened in 2019¹ and closed in 2020²,³.',
    ],
    [
      '<p>A dose of 2<sup>1</sup>&frasl;<sub>2</sub> grams was given to them.</p>',
      'A dose of 2¹⁄₂ grams was given to them.',
    ],
    ['<p>On the 1<sup>st</sup> of May the H<sub>2</sub>O froze.</p>', 'On the 1st of May the H2O froze.'],
    [
      '<p>She said <q>it stays open</q> and left the hall.</p>',
      'She said “it stays open” and left the hall.',
    ],
    [
      '<p lang="de">Sie sagte, es bleibe <q>für immer</q> offen, und ging.</p>',
      'Sie sagte, es bleibe „für immer“ offen, und ging.',
    ],
  ])('%s', async (html, text) => {
    expect(await readAfter(html)).toBe(text);
  });
});

test('an advertisement inside a sentence is removed, and the parts are not joined', async () => {
  const read = await readAfter(
    '<div>The firm said on Monday that it would <div class="ad">Buy now!</div> close its plant in May.</div>',
  );
  expect(read).toBe('The firm said on Monday that it would\n\nclose its plant in May.');
});

/** Words of a paragraph, some inside inline elements with class names that pages use for clutter. */
const word = fc.constantFrom(
  'the',
  'council',
  'voted',
  'on',
  '4.2',
  'million',
  'euros',
  'after',
  'Bo',
  'Ek',
  'said',
);
const names = fc.constantFrom(
  'share',
  'related',
  'author',
  'credit',
  'caption',
  'ad',
  'promo',
  'nav-link',
  'newsletter',
  'comment',
  'tag',
  'byline',
);
const tags = fc.constantFrom(
  'span',
  'a',
  'em',
  'strong',
  'b',
  'i',
  'mark',
  'small',
  'u',
  'abbr',
  'font',
  'x-entity',
  'button',
);
type Piece = Readonly<{ html: string; text: string }>;
const plain: fc.Arbitrary<Piece> = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => ({ html: words.join(' '), text: words.join(' ') }));
const { piece } = fc.letrec<{ piece: Piece; marked: Piece }>((tie) => ({
  piece: fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: tie('marked') }),
  marked: fc
    .tuple(tags, names, fc.array(tie('piece'), { minLength: 1, maxLength: 2 }))
    .map(([tag, name, inside]) => ({
      html: `<${tag} class="${name}" href="/x">${inside.map(({ html }) => html).join(' ')}</${tag}>`,
      text: inside.map(({ text }) => text).join(' '),
    })),
}));

test('for any inline markup, the extracted sentence is the visible one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
      const html = pieces.map((each) => each.html).join(' ');
      const text = pieces.map((each) => each.text).join(' ');
      const read = await readPage(articlePage(`<p>Yesterday ${html} as the town watched.</p>`));
      expect(read.text).toBe([...PARAGRAPHS, `Yesterday ${text} as the town watched.`].join('\n\n'));
    }),
    { numRuns: 60 },
  );
});
