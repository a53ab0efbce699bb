import { expect, test } from 'vitest';
import { isFurniture, tailStart } from '../../src/article/furniture.ts';

test.each([
  'Related party sales rose by five percent.',
  'More on the strike is expected on Friday.',
  'Recommended doses were halved, the agency said.',
  'Zum Thema Wohnungsbau sagte der Minister nichts.',
  '“Read more slowly,” she told the court.',
  'Listen to the river, the poem begins.',
])('a sentence that only begins like a label stays: %s', (sentence) => {
  expect(isFurniture(sentence)).toBe(false);
});

test.each([
  'Related: Why did the mill close?',
  'Read more',
  'More from the harbour',
  'Lesen Sie auch: Freibad bleibt zu',
  'Zum Thema',
])('a label is furniture: %s', (label) => {
  expect(isFurniture(label)).toBe(true);
});

test.each([
  'Next week the court will rule on the appeal of the two men.',
  'Copyright law was changed in 2019, the court said.',
  'Previous talks had failed.',
  'Related talks were held in Rome.',
  'Most read the report in silence.',
  'Recommended doses were halved.',
  'Read next to the coffin was a letter.',
  'Photo by photo, the police rebuilt the night.',
  'Photo by photo the police rebuilt the night of the fire.',
  'Zum Thema Rente sagte er nichts.',
  'Previous governments',
  'Next steps for the council',
  'Follow us, the leaflet said, and you will be rich.',
  'Tags on the cattle were cut off.',
  'Listen, she said, this will not do.',
  'Watch out for ice, the police said.',
  'Sponsored by nobody, she crossed the lake.',
])('a sentence or heading that only begins like furniture stays: %s', (sentence) => {
  expect(isFurniture(sentence)).toBe(false);
});

test.each([
  'See also the minister’s reply.',
  'Photo by Ann Lee',
  'Photo: Ann Lee / The Courier',
  'Foto: dpa',
  '© 2024 The Harwick Courier. All rights reserved.',
  'Copyright 2019 The Courier',
  'Next article',
  'Previous: Bin collections move to Thursdays',
  'Related stories',
  'À lire aussi : la piscine reste fermée',
  '3 Kommentare',
])('a block is furniture: %s', (label) => {
  expect(isFurniture(label)).toBe(true);
});

test('a section called “Comments” is a comment section only if entries follow', () => {
  const [heading, sentence] = ['Comments', 'The minister’s comments drew anger from the unions.'];
  expect(tailStart(['One.', heading, sentence])).toBe(3);
  expect(tailStart(['One.', heading, 'Derek says:', 'About time.'])).toBe(1);
  expect(tailStart(['One.', '4 comments', 'About time.'])).toBe(1);
});
