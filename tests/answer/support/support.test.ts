import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { objections } from '../../../src/answer/support/support.ts';

/** An article that is easily misread, with the sentence and span that would be mistaken for the answer. */
const TEXT = `Harwick Foods reports a mixed year

Harwick Foods lost £3 million in the first half of 2023, after a profit of £5 million in the same half of 2022.

In March it appointed Lena Orr as finance director; chief executive Tom Vale will retire in September.

The group closed its bakery in Leeds last year and opened a dairy in York. Harwick sold its ice-cream brand to Polar for £20 million.

Polar was founded by Anna Reyes in 1998. It lent Harwick £2 million in April.

Exports to Norway rose by 12 percent, while imports from Spain fell by 4 percent. Harwick did not give a figure for its staff.`;
const document = documentOf(parseArticle('harwick.txt', TEXT));

function against(question: string, span: string): string | undefined {
  const start = TEXT.indexOf(span);
  const sentence = document.sentences.find((each) => each.start <= start && start < each.end);
  if (!sentence) throw new Error(`No sentence holds "${span}".`);
  return objections(question, document, sentence, { start, end: start + span.length })[0]?.words;
}

describe('a contradiction of the question is found', () => {
  test.each([
    ['another measure', "What was Harwick's revenue in the first half of 2023?", '£3 million'],
    ['another year', 'How much did Harwick lose in the first half of 2021?', '£3 million'],
    ['another act', 'Which bakery did Harwick open in Leeds?', 'bakery'],
    ['another place', 'Where did Harwick open a dairy in Bristol?', 'dairy'],
    ['another office', 'Who is the chief operating officer of Harwick?', 'Tom Vale'],
    ['another buyer', 'For how much did Harwick buy its ice-cream brand?', '£20 million'],
    ['the buyer taken for the seller', 'Who sold Harwick?', 'Polar for'],
    ['the lender taken for the borrower', 'Who borrowed from Harwick?', '£2 million'],
    ['another direction', 'By how much did exports to Norway fall?', '12 percent'],
    ['another country in another clause', 'By how much did imports from Norway fall?', '4 percent'],
    ['another noun', 'To whom did Harwick sell its biscuit brand?', 'Polar for'],
    ['another person', 'When will Lena Orr retire?', 'September'],
    ['another beginning', 'When did Tom Vale join Harwick?', 'September'],
    ['what is not', 'Which exports to Norway did not rise?', '12 percent'],
    ['who is not', "Who hasn't founded Polar?", 'Anna Reyes'],
    ['who is not, without the apostrophe', 'Which imports from Spain didnt fall?', '4 percent'],
    ["what can't", "Which exports to Norway can't rise?", '12 percent'],
    ['a denial', 'How many staff does Harwick have?', 'figure'],
  ])('%s: %s', (_, question, span) => {
    expect(against(question, span)).toEqual(expect.any(String));
  });
});

describe('no objection is found when the quote supports the question', () => {
  test.each([
    ['How much did Harwick lose in the first half of 2023?', '£3 million'],
    ['What did Harwick sell its ice-cream brand for?', '£20 million'],
    ['To whom did Harwick sell its ice-cream brand?', 'Polar for'],
    ['When will chief executive Tom Vale retire?', 'September'],
    ['Who became finance director?', 'Lena Orr'],
    ['Who founded Polar?', 'Anna Reyes'],
    ['When was Polar founded?', '1998'],
    ['How much did Polar lend Harwick?', '£2 million'],
    ['By how much did exports to Norway rise?', '12 percent'],
    ['by how much did imports from spain fall', '4 percent'],
    ['What did Harwick not say about its staff?', 'figure'],
    ['Which exports to Norway have risen or not?', '12 percent'],
    ['What is the rise of exports to Norway, not of imports?', '12 percent'],
    ["Exports to Norway rose by how much, didn't they?", '12 percent'],
    ['Which town lost its bakery?', 'Leeds'],
  ])('%s', (question, span) => {
    expect(against(question, span)).toBeUndefined();
  });
});

test('text before the question is not a claim of it', () => {
  expect(
    against('Harwick hired a new boss in Oslo in 1987. Who became finance director?', 'Lena Orr'),
  ).toBeUndefined();
});
