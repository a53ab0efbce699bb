import { describe, expect, test } from 'vitest';
import { amountsIn } from '../../../src/answer/facts/amounts.ts';
import { figures } from '../../../src/answer/facts/figures.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';

const read = (text: string): string[] =>
  amountsIn(text).map(
    ({ text: written, unit, low, high }) => `${written} = ${low}${high === low ? '' : `–${high}`} ${unit}`,
  );

describe('amounts', () => {
  test.each<[string, string[]]>([
    ['It raised more than $4.2 billion.', ['more than $4.2 billion = 4200000000 USD']],
    ['A grant of €1,250.5 million was given.', ['€1,250.5 million = 1250500000 EUR']],
    [
      'They pay 2,000 euros or 20 billions dollars.',
      ['2,000 euros = 2000 EUR', '20 billions dollars = 20000000000 USD'],
    ],
    ['Sales rose 4.2% or 3 per cent.', ['4.2% = 4.2 %', '3 per cent = 3 %']],
    ['to grow from 1.500 to 2.000 collaborators', ['1.500 to 2.000 collaborators = 1500–2000 collabor']],
    ['12 people died on March 3 at 10 am.', ['12 people = 12 peopl']],
    [
      'nearly 170 million surveillance cameras',
      ['nearly 170 million surveillance cameras = 170000000 camera'],
    ],
    ['On 12 March it was worth $10m.', ['$10m = 10000000 USD']],
    [
      'It costs between $70 million and $80 million.',
      ['$70 million and $80 million = 70000000–80000000 USD'],
    ],
    ['It set aside 95 million Swiss francs.', ['95 million Swiss francs = 95000000 CHF']],
    [
      'HK$5m, EUR 3 million, ₹40 crore, 12 Norwegian crowns and 3 crowns',
      [
        'HK$5m = 5000000 HKD',
        'EUR 3 million = 3000000 EUR',
        '₹40 crore = 400000000 INR',
        '12 Norwegian crowns = 12 NOK',
        '3 crowns = 3 crowns',
      ],
    ],
    ['a magnitude of 6.8, 12 km deep, 40 kg', ['12 km = 12 km', '40 kg = 40 kg']],
    ['It rose by 3 percentage points to 61%.', ['3 percentage points = 3 percentage points', '61% = 61 %']],
    ['a population of roughly 60,000 settlers', ['roughly 60,000 settlers = 60000 settler']],
    ['before a crowd of 41,208.', ['41,208 = 41208 crowd']],
    ['It cuts 600 of its 4,200 employees.', ['600 = 600 employe', '4,200 employees = 4200 employe']],
    [
      'Eleven crashes and two injuries in three years.',
      ['Eleven crashes = 11 crash', 'two injuries = 2 injuri'],
    ],
    ['The two companies and the next five crates won 2-1.', []],
    ['The yield rose to 16.057 % on Monday.', ['16.057 % = 16.057 %']],
    ['It spends $449K and £2.1bn.', ['$449K = 449000 USD', '£2.1bn = 2100000000 GBP']],
    [
      'More than two billion people and about five thousand clients left.',
      ['More than two billion people = 2000000000 peopl', 'about five thousand clients = 5000 client'],
    ],
    ['One in four visitors came by bus, half of them late.', ['One in four = 25 %', 'half = 50 %']],
    ['It has ten to 32 pages.', ['ten to 32 pages = 10–32 page']],
    ['They cut 200 and 300 workers.', ['200 = 200 worker', '300 workers = 300 worker']],
    ['They cut between 200 and 300 workers.', ['200 and 300 workers = 200–300 worker']],
    [
      'Over 60,000 security staff and close to 1,000 maintenance workers came.',
      ['Over 60,000 security staff = 60000 staff', 'close to 1,000 maintenance workers = 1000 worker'],
    ],
    ['It killed 107 people or more and wounded 238.', ['107 people or more = 107 peopl', '238 = 238 peopl']],
    ['All seven died in a 15-metre wave.', ['All seven = 7 peopl', '15-metre = 15 metr']],
    ['It bought 30 of Boeing’s 787-9 jets and 50 other jets.', ['30 = 30 jet', '50 other jets = 50 jet']],
    ['After 911 calls, the 2001 attacks and 2014 protests.', []],
    ['The number of people who died has risen to 58.', ['58 = 58 peopl']],
    ['It paid $5m, and 7 million a year earlier.', ['$5m = 5000000 USD', '7 million = 7000000 USD']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

const documents = (...texts: string[]) =>
  texts.map((text, index) => documentOf(parseArticle(`a${index}.txt`, `Headline ${index}\n\n${text}`)));

describe('figures', () => {
  test('are grouped by unit: sums, then percentages, then counts', () => {
    const groups = figures(documents('It hired 12 people. Sales rose 3%. It paid $5. It made €7 and $9.'));
    expect(groups.map(({ kind, unit, figures: found }) => [kind, unit, found.length])).toEqual([
      ['money', 'USD', 2],
      ['money', 'EUR', 1],
      ['percent', '%', 1],
      ['count', 'peopl', 1],
    ]);
  });

  test('different amounts of the same thing are all marked, and none is preferred', () => {
    const [group] = figures(
      documents(
        'Acme raised $600 million in a funding round.',
        'Acme raised $500 million in its funding round.',
      ),
    );
    expect(group?.different.map((pair) => pair.map(({ amount }) => amount.text))).toEqual([
      ['$600 million', '$500 million'],
    ]);
  });

  test('differences are marked even if dates belong to the statement or to something else', () => {
    const groups = figures(
      documents(
        'The dam will cost 19 million euros, twice the sum that parliament approved in 2017.',
        'He told reporters on 5 May 2022 that the dam would cost 14 million euros.',
      ),
    );
    expect(groups.flatMap(({ different }) => different)).toHaveLength(1);
  });

  test('differences are marked between reports of different days', () => {
    const groups = figures(
      documents(
        'On Monday they said 62 people died in the quake.',
        'On Tuesday they said 71 people died in the quake.',
      ),
    );
    expect(groups.flatMap(({ different }) => different)).toHaveLength(1);
  });

  test.each([
    [
      'the same amount in other words',
      'Acme raised $600 million in a funding round.',
      'The funding round: Acme raised 600 million dollars.',
    ],
    [
      'another time',
      'Acme raised $600 million in a funding round in 2018.',
      'Acme raised $410 million in a funding round in 2017.',
    ],
    [
      'another thing',
      'Acme raised $600 million in a funding round.',
      'The stadium will cost $40 million to build.',
    ],
    [
      'a number that leaves more open',
      'At least 62 people died in the quake.',
      'In the quake 71 people died.',
    ],
    ['about the same', 'About 500 people died in the quake.', 'In the quake 512 people died.'],
    ['a range that holds it', 'Acme grows from 1,500 to 2,000 engineers.', 'Acme grows to 1,800 engineers.'],
  ])('no difference is marked: %s', (_why, first, second) => {
    expect(figures(documents(first, second)).flatMap(({ different }) => different)).toEqual([]);
  });

  test('a number that refers to another source’s number measures the same thing', () => {
    const groups = figures(
      documents('About 100,000 Danes saw it. The church says that number is closer to 40,000.'),
    );
    expect(groups.flatMap(({ different }) => different)).toHaveLength(1);
  });

  test('votes of two places are not different amounts of the same thing', () => {
    const groups = figures(
      documents('Nordia won 84,121 votes, the highest in the south. Estby won 58,825 votes in the north.'),
    );
    expect(groups.flatMap(({ different }) => different)).toEqual([]);
  });

  test('a topic selects the paragraphs that contain all its words', () => {
    const groups = figures(documents('Acme paid $5.\n\nGlobex paid $7.'), 'globex');
    expect(groups.flatMap(({ figures: found }) => found.map(({ amount }) => amount.text))).toEqual(['$7']);
  });
});
