import { describe, expect, test } from 'vitest';
import { quotedSpans } from '../../../src/answer/quotes/spans.ts';
import { checkText } from '../../../src/answer/quotes/check-text.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';

const spans = (text: string): string[] => quotedSpans(text).map((span) => span.text);

describe('quotations are found in a text', () => {
  test.each<[string, string, string[]]>([
    ['curly marks', 'He said “we won” and “they lost”.', ['we won', 'they lost']],
    ['straight marks', 'He said "we won" and "they lost".', ['we won', 'they lost']],
    ['single curly marks', 'He said ‘we won’.', ['we won']],
    ['apostrophes', 'It’s the dogs’ owner’s house, isn’t it', []],
    ['an apostrophe within single marks', 'He said ‘we can’t win’ again.', ['we can’t win']],
    [
      'a plural’s apostrophe within single marks',
      '‘The dogs’ owners left,’ he said.',
      ['The dogs’ owners left,'],
    ],
    ['straight single marks', "'We won,' he said in the '90s.", ['We won,']],
    ['only straight apostrophes', "the dogs' owner and the cats' owner don't", []],
    ['guillemets', 'Il dit « nous avons gagné » hier.', [' nous avons gagné ']],
    ['guillemets pointing inwards', 'Er sagt »wir haben gewonnen« dazu.', ['wir haben gewonnen']],
    ['low marks', 'Er sagt „wir haben gewonnen“ dazu.', ['wir haben gewonnen']],
    ['marks within marks', 'She said “he said ‘no’ to me” twice.', ['he said ‘no’ to me']],
    ['curly marks within curly marks', 'She said “he said “no” to me” twice.', ['he said “no” to me']],
    ['straight marks within straight marks', 'She said "he said "no" to me" twice.', ['he said "no" to me']],
    ['an open mark', 'He said “we won and left.\n\nThe end.', ['we won and left.']],
    ['a closing mark alone', 'we won” he said', []],
    ['several paragraphs', '“One.\n\n“Two.\n\n“Three.” End.', ['One.\n\n“Two.\n\n“Three.']],
    ['block quotes', 'He wrote:\n> one\n> two\nand left', ['one\ntwo']],
    ['marks in a block quote', '> he said “no” to me', ['he said “no” to me']],
    ['a block quote among marks', '“a b”\n> c d\n“e f”', ['a b', 'c d', 'e f']],
    ['inches and nothing', 'a 5" disk', []],
    ['no words', '“…” and “”', []],
    [
      'several paragraphs, of which the last is closed and none opened again',
      'He said, "One two.\n\nThree four."',
      ['One two.\n\nThree four.'],
    ],
    [
      'low marks with a straight one at the end',
      'Er sagt „wir haben gewonnen" dazu.',
      ['wir haben gewonnen'],
    ],
    ['marks that open at both ends', 'Er sagt “wir haben gewonnen“ dazu.', ['wir haben gewonnen']],
    ['marks that close at both ends', 'Hän sanoi ”me voitimme” taas.', ['me voitimme']],
    ['single guillemets', 'Er sagt ›wir haben gewonnen‹ dazu.', ['wir haben gewonnen']],
    ['single low marks', 'Er sagt ‚wir haben gewonnen‘ dazu.', ['wir haben gewonnen']],
    ['a possessive beside single marks', "'It's the Smiths' house,' she said.", ["It's the Smiths' house,"]],
    [
      'a possessive before a closing mark',
      '‘We thank James’, she said of the dogs’ food.',
      ['We thank James'],
    ],
    [
      'a decade and a clipped word',
      'In the ’90s they sang ’til dawn, and ‘’tis a pity’ was their song.',
      ['’tis a pity'],
    ],
    ['brackets after the mark', 'Er sagt: »[Zehn] Jahre sind genug.«', ['[Zehn] Jahre sind genug.']],
    ['quotations split by who says them', '“We won,” he said. “They lost.”', ['We won,', 'They lost.']],
    ['corner marks within corner marks', '彼は「『はい』と言え」と言った', ['『はい』と言え']],
    ['corner marks', '彼は「はい」と言った', ['はい']],
  ])('%s', (_what, text, expected) => {
    expect(spans(text)).toEqual(expected);
  });

  test('offsets include the marks', () => {
    const text = 'He said “we won”.';
    const [span] = quotedSpans(text);
    expect(text.slice(span?.start, span?.end)).toBe('“we won”');
  });
});

describe('the quotations of a text are selected for checking', () => {
  const index = createSearchIndex();
  index.add(
    documentOf(
      parseArticle('a.txt', 'Head\n\nMa told investors on Friday: “We grew by 5% in China.” He then left.'),
    ),
  );
  const checked = (text: string) => {
    const { read, checks } = checkText(text, index);
    return [read, ...checks.map(({ grade }) => grade)];
  };

  test.each<[string, string, string[]]>([
    [
      'the quotation, not the words around it',
      'I hear that someone claims “we grew by 5% in China”.',
      ['quotations', 'SAME WORDS'],
    ],
    ['all of it when nothing is quoted', 'We grew by 5% in China', ['whole', 'EXACT']],
    [
      'the quotation alone when the words around are the article’s',
      'Ma told investors on Monday: “We grew by 5% in China.”',
      ['quotations', 'EXACT'],
    ],
    [
      'each quotation',
      '“We grew by 5% in China” – “We grew by 6% in China”',
      ['quotations', 'EXACT', 'ALTERED'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(checked(text)).toEqual(expected);
  });
});
