import { describe, expect, test } from 'vitest';
import { checkText } from '../../../src/answer/quotes/check-text.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import { seedArticle } from '../../support/desk.ts';

const HARBOUR = `The harbour

Port Alma may close the northern harbour in spring. The sale was nearly agreed when the council met. Up to 40 ships use it each day, and more than 3,000 people work there.

The mayor denied reports that she had met the buyers in Oslo. The alleged buyer, a firm from Norsk, paid for three dinners. The port, which may not be sold abroad, has belonged to the town since 1911.

If the vote fails, the port will stay with the town. The plan is good for everyone, the opposition claimed. The storm killed 107 people or more along the coast.`;

const index = createSearchIndex();
index.add(documentOf(await seedArticle()));
index.add(documentOf(parseArticle('harbour.txt', HARBOUR)));

/** Grade and warnings. */
function check(text: string): [string | undefined, ...string[]] {
  const [only] = checkText(text, index).checks;
  return [
    only?.grade,
    ...(only?.notes ?? []).flatMap((note) => (note.kind === 'left out' ? [note.words] : [])),
  ];
}

describe('an omission that changes the meaning', () => {
  test.each<[string, string, string]>([
    ['a phrase that denies, in a gap', 'Alibaba leading this new round is … insignificant', 'far from'],
    ['should', '“allow SenseTime to grow from 1.500 to 2.000 collaborators”', 'should'],
    [
      'should, in a gap',
      '“These additional funds … allow SenseTime to grow from 1.500 to 2.000 collaborators”',
      'should',
    ],
    ['more than', '“400 Chinese municipalities”', 'more than'],
    ['could', '“Alibaba … easily use some of the startup’s services”', 'could'],
    ['may', '“Port Alma … close the northern harbour in spring”', 'may'],
    ['nearly', '“agreed when the council met”', 'nearly'],
    ['up to', '“40 ships use it each day”', 'Up to'],
    ['denied', '“she had met the buyers in Oslo”', 'denied'],
    ['alleged', '“buyer, a firm from Norsk, paid for three dinners”', 'alleged'],
    ['a condition', '“the port will stay with the town”', 'If the vote fails'],
    ['who claims it', '“The plan is good for everyone”', 'the opposition claimed'],
    ['or more', '“The storm killed 107 people”', 'or more'],
  ])('%s is warned of', (_what, text, words) => {
    expect(check(text)).toEqual(['SHORTENED', words]);
  });

  test.each([
    ['a “may” in the middle, without a mark', '“Port Alma close the northern harbour in spring”'],
    ['a “nearly” in the middle, without a mark', '“The sale was agreed when the council met”'],
    ['an “alleged” in the middle, without a mark', '“The buyer, a firm from Norsk, paid for three dinners”'],
  ])('%s is ALTERED', (_what, text) => {
    expect(check(text)[0]).toBe('ALTERED');
  });

  test.each([
    ['the words around say it', 'Port Alma may “close the northern harbour in spring”.'],
    ['the number is told around', 'It said that more than “400 Chinese municipalities” take part.'],
  ])('%s gets no warning', (_what, text) => {
    expect(check(text)).toEqual(['EXACT']);
  });
});

describe('a fair shortening', () => {
  test.each([
    ['begins at the subject', '“SenseTime … just raised $600 million”'],
    ['ends in a single word', '“The company is planning on collaborating with … municipalities”'],
    [
      'leaves a clause out that denies something of its own',
      '“The port … has belonged to the town since 1911”',
    ],
    ['changes a verb form in brackets', '“In July 2017, Peking [announces] a national development plan”'],
    [
      'leaves a whole sentence out',
      '“In July 2017, it also had closed a $410 million rounds. … This round has been led by Alibaba”',
    ],
  ])('%s', (_what, text) => {
    expect(check(text)).toEqual(['SHORTENED']);
  });

  test.each([
    ['a hyphen at a line end', '“This round has been led by Ali-\nbaba, followed by Temasek”'],
    ['a hyphen that a line end has left', '“facial recog- nition technologies, allowing the authorities”'],
    ['line breaks', '“This round has\nbeen led\nby Alibaba”'],
  ])('%s is SAME WORDS', (_what, text) => {
    expect(['EXACT', 'SAME WORDS']).toContain(check(text)[0]);
  });
});
