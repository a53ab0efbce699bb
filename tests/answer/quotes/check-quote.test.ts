import { describe, expect, test } from 'vitest';
import type { Grade } from '../../../src/answer/quotes/quote-check.ts';
import { checkQuote } from '../../../src/answer/quotes/check-quote.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';

const TEXT = `The harbour

The council of Port Alma did not approve the sale of the harbour to Norsk Havn on 3 May 2019. Mayor Ines Duarte said: “We can't sell what isn't ours.” The US company had offered $1.5 million, 20% more than in 2017.

A well-known broker (a friend of the mayor) re-signed the deal in March, although 3,000 people had protested. The turbine gives 5 MW and weighs 15 t. Temperatures fell to −5 degrees on the day of the vote. Will they resign? Nobody knows.`;

const indexOf = (...texts: string[]) => {
  const index = createSearchIndex();
  for (const [at, text] of texts.entries()) index.add(documentOf(parseArticle(`a${at}.txt`, text)));
  return index;
};
const index = indexOf(TEXT);
const check = (quote: string) => checkQuote(quote, index);

describe('a quotation gets the right grade', () => {
  test.each<[Grade, string, string]>([
    ['EXACT', 'a whole sentence', 'The turbine gives 5 MW and weighs 15 t.'],
    ['EXACT', 'a part of one', 'had offered $1.5 million'],
    ['EXACT', 'with the comma of the sentence around it', 'had offered $1.5 million,'],
    ['SHORTENED', 'a part cut off its “not”', 'approve the sale of the harbour'],
    ['EXACT', 'over two sentences', 'Will they resign? Nobody knows.'],
    ['EXACT', 'over two paragraphs', '20% more than in 2017.\n\nA well-known broker'.replace('\n\n', ' ')],
    ['SAME WORDS', 'straight marks', 'said: "We can\'t sell what isn’t ours."'],
    ['SAME WORDS', 'capitals', 'MAYOR INES DUARTE SAID'],
    ['SAME WORDS', 'small letters, the acronym too', 'the us company had offered'],
    ['SAME WORDS', 'white space', 'The  turbine\ngives 5 MW'],
    ['SAME WORDS', 'a thousand without its comma', 'although 3000 people had protested'],
    ['SAME WORDS', 'a hyphen for a minus', 'fell to -5 degrees'],
    ['SAME WORDS', 'another capital at the beginning', 'Although 3,000 people'],
    ['SAME WORDS', 'full-width digits and a ligature', 'gives ５ MW'],
    ['SAME WORDS', 'the points of an acronym', 'The U.S. company had offered'],
    [
      'SHORTENED',
      'an ellipsis',
      'The council of Port Alma … on 3 May 2019'
        .replace('… on', '… to Norsk Havn on')
        .replace('The council of Port Alma …', 'approve the sale …'),
    ],
    ['SHORTENED', 'an ellipsis in brackets', 'A well-known broker [...] re-signed the deal in March'],
    ['SHORTENED', 'words in brackets', 'although 3,000 [angry] people had protested'],
    ['SHORTENED', 'a letter in brackets', '[A]lthough 3,000 people had protested'],
    ['SHORTENED', 'over two sentences of a paragraph', 'The turbine gives 5 MW … on the day of the vote'],
    ['ALTERED', 'another number', 'The turbine gives 6 MW and weighs 15 t.'],
    ['ALTERED', 'a lost decimal point', 'The US company had offered $15 million'],
    ['ALTERED', 'another unit', 'The US company had offered $1.5 billion'],
    ['ALTERED', 'another currency', 'The US company had offered €1.5 million'],
    ['ALTERED', 'a lost currency', 'The US company had offered 1.5 million'],
    ['ALTERED', 'a percent sign in words', '20 percent more than in 2017'],
    ['ALTERED', 'a lost minus', 'Temperatures fell to 5 degrees on the day'],
    ['ALTERED', 'a unit in another case', 'The turbine gives 5 mW and weighs 15 t.'],
    ['ALTERED', 'another name', 'Mayor Ines Delgado said'],
    ['ALTERED', 'a lost “not”', 'The council of Port Alma did approve the sale of the harbour'],
    ['ALTERED', 'a lost “n’t”', 'We can sell what isn’t ours'],
    ['ALTERED', 'a “not” too many', 'The turbine gives not 5 MW'],
    ['ALTERED', 'a lost apostrophe', 'We cant sell what isn’t ours'],
    [
      'ALTERED',
      'a “not” behind an ellipsis',
      'The council of Port Alma did … approve the sale of the harbour',
    ],
    ['ALTERED', 'a number replaced in brackets', 'The US company had offered $[9] million, 20% more'],
    ['ALTERED', 'a name replaced in brackets', 'the sale of the harbour to [Cargill] on 3 May 2019'],
    ['ALTERED', 'a “not” put in in brackets', 'although 3,000 people had [not] protested'],
    ['ALTERED', 'a unit behind an ellipsis', 'had offered $1.5 … 20% more than in 2017'],
    [
      'ALTERED',
      'marked fragments of two paragraphs',
      'The council of Port Alma did not approve … although 3,000 people had protested',
    ],
    ['ALTERED', 'fragments in another order', 'to Norsk Havn on 3 May … approve the sale of the harbour'],
    ['ALTERED', 'an omission without a mark', 'A well-known broker re-signed the deal in March'],
    ['ALTERED', 'a hyphen lost', 'A well known broker'],
    ['ALTERED', 'a hyphen lost that makes another word', 'resigned the deal in March'],
    ['ALTERED', 'a capital that makes another word', 'The us company had offered $1.5 million'],
    ['ALTERED', 'a month turned into a verb', 'to Norsk Havn on 3 may 2019'],
    ['ALTERED', 'another date', 'to Norsk Havn on 3 June 2019'],
    ['ALTERED', 'words in another order', 'The harbour of the sale to Norsk Havn on 3 May'],
    ['ALTERED', 'a question turned into a statement', 'Will they resign.'],
    ['ALTERED', 'a statement turned into a question', 'Nobody knows?'],
    ['ALTERED', 'a comma lost', 'The US company had offered $1.5 million 20% more than in 2017'],
    ['ALTERED', 'Cyrillic letters', 'The turbinе gives 5 MW and wеighs 15 t.'],
    ['ALTERED', 'a superscript for a digit', 'The turbine gives ⁵ MW and weighs 15 t.'],
    [
      'ALTERED',
      'two halves',
      'The council of Port Alma did not approve the sale when temperatures fell to −5 degrees on the day of the vote',
    ],
    ['ALTERED', 'a number cut from its unit', 'had offered $1.5'],
    ['ALTERED', 'a number cut from its sign', '1.5 million, 20% more than in 2017'],
    ['NOT IN THE ARCHIVE', 'something else', 'Elephants migrate through the delta every winter'],
    [
      'NOT IN THE ARCHIVE',
      'words of the article in an order of their own',
      'the mayor had sale people 2017 broker turbine council approve friend',
    ],
  ])('%s: %s', (grade, _what, quote) => {
    expect(check(quote).grade).toBe(grade);
  });
});

describe('a check names the source and the difference', () => {
  test('the sentence is cited even if the quotation is altered', () => {
    const { sources, difference } = check('The turbine gives 6 MW and weighs 15 t.');
    expect(sources.map(({ first, last }) => [first.n, last.n])).toEqual([[5, 5]]);
    expect(difference).toEqual([
      { kind: 'same', text: 'The turbine gives ' },
      { kind: 'removed', text: '5 ' },
      { kind: 'added', text: '6 ' },
      { kind: 'same', text: 'MW and weighs 15 t.' },
    ]);
  });

  test('the difference is relative to the whole sentence, including its unaltered words', () => {
    const { difference } = check('the deal in April');
    expect(
      difference
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(
      'A well-known broker (a friend of the mayor) re-signed the deal in March, although 3,000 people had protested.',
    );
    expect(difference.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'March' },
      { kind: 'added', text: 'April' },
    ]);
  });

  test('offsets refer to the stored text, even if it has invisible characters', () => {
    const hidden = indexOf('Head\n\nThe com\u00ADpany \u202Egrew\u202C by 1\u200B5 percent. It stopped.');
    const { grade, sources } = checkQuote('company grew by 15 percent', hidden);
    const [source] = sources;
    expect(grade).toBe('EXACT');
    expect(source?.document.article.text.slice(source.start, source.end)).toBe(
      'com\u00ADpany \u202Egrew\u202C by 1\u200B5 percent',
    );
  });

  test('every occurrence is counted, earliest first, undated ones last', () => {
    const dated = (day: string): string =>
      `---\npublishedAt: ${day}\n---\nHead\n\nThe mayor left. Nobody knows.`;
    const many = indexOf(TEXT, dated('2020-05-01'), dated('2019-05-01'));
    const { sources, more } = checkQuote('nobody knows', many);
    expect(sources.map(({ document }) => document.article.id)).toEqual(['a2', 'a1', 'a0']);
    expect(more).toBe(false);
  });

  test('sources that are equally near are reported as a tie', () => {
    const twins = indexOf(
      'One\n\nThe mayor sold 12 ships last week.',
      'Two\n\nThe mayor sold 14 ships last week.',
    );
    const { grade, sources, ties } = checkQuote('The mayor sold 13 ships last week.', twins);
    expect([grade, sources.length + ties.length]).toEqual(['ALTERED', 2]);
  });

  test('a quotation of two half sentences cites both', () => {
    const { sources, reasons } = check(
      'The council of Port Alma did not approve the sale when temperatures fell to −5 degrees on the day of the vote',
    );
    expect(new Set(sources.map(({ first }) => first.n))).toEqual(new Set([1, 6]));
    expect(reasons).toContain('joined');
  });

  test('a quotation without its “not” gets a note about the omission', () => {
    expect(check('approve the sale of the harbour').notes).toEqual([
      { kind: 'left out', where: 'before', words: 'not' },
    ]);
  });
});
