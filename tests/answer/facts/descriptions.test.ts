import { describe, expect, test } from 'vitest';
import { descriptions } from '../../../src/answer/facts/descriptions.ts';
import { timeline } from '../../../src/answer/facts/timeline.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';

const documents = (text: string, front = '') => [
  documentOf(parseArticle('a.txt', `${front}Some headline\n\n${text}`)),
];
const whatIs = (name: string, text: string): string[] =>
  descriptions(documents(text), name).flatMap(({ passage }) => passage.spans.map((span) => span.text));

describe('descriptions of a name are found in articles', () => {
  test.each([
    [
      'Temasek',
      'It was followed by Temasek (a Singaporean sovereign fund) and others.',
      ['a Singaporean sovereign fund'],
    ],
    [
      'Suning',
      'They include Suning, a Chinese household appliances distributor.',
      ['a Chinese household appliances distributor'],
    ],
    ['Jane Doe', 'A lawyer, Jane Doe, said no.', ['A lawyer']],
    ['Viper', 'Its platform Viper processes data.', ['Its platform']],
    ['Oslo', 'Oslo is the capital of Norway.', ['the capital of Norway']],
    ['acme', 'Acme, the maker of anvils which went bankrupt, is back.', ['the maker of anvils']],
    ["O'Neill", 'She met O’Neill, a former minister.', ['a former minister']],
    ['Ann Lee', 'No comment, said deputy transport minister Ann Lee.', ['deputy transport minister']],
    ['Ann Lee', 'Judge Ann Lee fined him.', ['Judge']],
    ['Ann Lee', "They met Norvik's co-founder Ann Lee in May.", ["Norvik's co-founder"]],
    ['Ann Lee', 'Ann Lee, 44, chief executive of Norvik Bank, resigned.', ['chief executive of Norvik Bank']],
    ['Lee', 'Lee, 44, is the first woman to win it.', ['the first woman to win it']],
    ['Norvik', 'Drug company Norvik closed.', ['Drug company']],
    ['Ann Lee', "Norvik's lawyer, Ann Lee, said no.", ["Norvik's lawyer"]],
    ['Castle', "A bid by Castle, Norvik's largest shareholder, failed.", ["Norvik's largest shareholder"]],
    ['Lee', '“No,” said Lee, Norvik’s head of safety.', ['Norvik’s head of safety']],
    ['Lee', 'Lee, who is a former teacher, won.', ['a former teacher']],
    ['Lee', 'Lee, who leads the trial, said so.', ['who leads the trial']],
    ['Lee', "Lee, head of the port workers' association, left.", ["head of the port workers' association"]],
    ['Hartley’s', 'It was sold at Hartley’s, an auction house, on Friday.', ['an auction house']],
    ['Hartley', 'It was sold at Hartley’s, an auction house, on Friday.', ['an auction house']],
    [
      'Lumera',
      'Lumera, the chip designer founded by Ivo Sand and Carla Reyes, grows.',
      ['the chip designer founded by Ivo Sand and Carla Reyes'],
    ],
    ['Baltrak', 'The state paid 2 million to a contractor, Baltrak, in May.', ['a contractor']],
    ['Bel', 'They reached the village of Bel.', ['the village']],
    ['Ardena Motors', 'The company, once known as Ardena Motors, grew.', ['The company']],
    ['Federal Vehicle Office', 'The regulator, the Federal Vehicle Office (FVO), agreed.', ['The regulator']],
    ['Lee', 'The businessman Ann Lee lost to Judge Mary Jane Lee.', ['The businessman']],
    ['Maren Holt', 'According to head teacher Maren Holt, the pupils will move to a tent.', ['head teacher']],
    [
      'Lena Moor',
      'Lena Moor, roof engineer at Statik AG, inspected the beams.',
      ['roof engineer at Statik AG'],
    ],
    ['Reis', 'Tourism Minister Paul Reis, who grew up nearby, came too.', ['Tourism Minister']],
    ['Ida Brandt', 'Speaking for the parents, Ida Brandt, a lawyer, said they would sue.', ['a lawyer']],
    ['Jan Kolb', 'After the vote, Jan Kolb, the coach, wept.', ['the coach']],
    [
      'Statik AG',
      'The council hired Statik AG, a firm with offices in three towns.',
      ['a firm with offices in three towns'],
    ],
    ['Ann Lee', 'NASA Administrator Ann Lee said no.', ['NASA Administrator']],
    ['Ann Lee', 'They met WikiLeaks editor-in-chief Ann Lee in May.', ['WikiLeaks editor-in-chief']],
    ['Lee', 'Lee, the subject of a U.S. inquiry, left.', ['the subject of a U.S. inquiry']],
    [
      'Ann Lee',
      'Ann Lee, a 44-year-old nurse from Reno, Nevada, won.',
      ['a 44-year-old nurse from Reno, Nevada'],
    ],
    [
      'Ann Lee',
      'France’s interior and overseas minister Ann Lee left.',
      ['France’s interior and overseas minister'],
    ],
    ['Ann Lee', 'Ambassador to the United States Ann Lee left.', ['Ambassador to the United States']],
    ['Hope', 'The team’s robot, named “Hope,” won.', ['The team’s robot']],
    ['Prat', 'Her challenger, the businessman Hugo Prat, lost.', ['the businessman']],
    ['Lee', 'The head of the port authority, Lee, agreed.', ['The head of the port authority']],
  ])('%s', (name, text, expected) => {
    expect(whatIs(name, text)).toEqual(expected);
  });

  test.each([
    ['Tema', 'It was followed by Temasek (a Singaporean sovereign fund).'],
    ['Temasek', 'Temasek invested on Monday (2017).'],
    ['(', 'Anything (a thing) at all.'],
    [' ', 'Anything (a thing) at all.'],
    ['Ann Lee', 'They told Ann Lee, reporters said.'],
    ['Ann Lee', 'Ann Lee, 44, left.'],
    ['Osei', 'He told the court that Osei had written cheques.'],
    ['Fairlea', 'She kept the books of the Fairlea for years.'],
    ['Ardena', 'The recall covers the Ardena and others.'],
    ['Leeds', 'It was found by a retired nurse from Leeds.'],
    ['Castle', 'In 2019 a bid by Castle collapsed.'],
    ['Vermeer', 'He wrote a book on Vermeer.'],
    ['Office', 'The Office (FVO) agreed.'],
    ['Maren Holt', 'According to Maren Holt, the pupils will move to a tent.'],
    ['WHO', 'They met the people who came.'],
    ['Sunak', 'Braverman (left) and Sunak (right) in London.'],
    ['Kim', 'In the 62nd minute Kim conceded a penalty.'],
    ['Cruise', 'They removed a video featuring Cruise.'],
    ['Gomez', 'After the match, Gomez, in tears, left.'],
  ])('nothing is made up for “%s”', (name, text) => {
    expect(whatIs(name, text)).toEqual([]);
  });

  test('a description is found in the middle of a very long sentence', () => {
    const long = `It was said ${'again and '.repeat(300)} that the giant Acme grew ${'and grew '.repeat(300)}.`;
    expect(whatIs('Acme', long)).toEqual(['the giant']);
  });

  test('the most certain description comes first, regardless of text order', () => {
    const text = 'The giant Acme grew. Others include Acme (a maker of anvils).';
    expect(whatIs('Acme', text)).toEqual(['a maker of anvils', 'The giant']);
  });
});

describe('timeline', () => {
  const dated = (text: string, front?: string): string[] =>
    timeline(documents(text, front)).map(({ passage }) => passage.quote);

  test('is sorted by date, not by text order, with undated sentences last', () => {
    expect(dated('It ends in July. It began in 2014. It grew in March 2012. Nothing here.')).toEqual([
      'It grew in March 2012.',
      'It began in 2014.',
      'It ends in July.',
    ]);
  });

  test('places relative dates by the publication date', () => {
    const front = '---\npublishedAt: 2013-05-01\n---\n';
    expect(dated('It ends in July. It began in 2014. It grew last year.', front)).toEqual([
      'It grew last year.',
      'It ends in July.',
      'It began in 2014.',
    ]);
  });

  test.each([
    ['The law, which was passed in 1985, was repealed on Thursday.', 'Thursday'],
    ['After the 2014 protests, police on Friday changed the rule.', 'Friday'],
    ['The strongest quake since 1998 struck on Tuesday.', 'Tuesday'],
    ['Born in 1950, he died on Sunday.', 'Sunday'],
    ['Acme, the maker of anvils founded in 2009, will close on Friday.', 'Friday'],
    ['It is to begin today for those who applied before last summer.', 'today'],
  ])('sorts a sentence by the date of its main verb: %s', (text, expected) => {
    const [event] = timeline(documents(text, '---\npublishedAt: 2025-03-05\n---\n'));
    expect(event?.at?.text).toBe(expected);
  });
});
