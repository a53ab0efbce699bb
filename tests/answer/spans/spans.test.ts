import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTestReader } from '../../support/reader.ts';
import { spansIn } from '../../support/spans.ts';

const reader = await openTestReader();

const texts = async (sentence: string, question: string): Promise<string[]> =>
  (await spansIn(sentence, question, reader)).map(({ text }) => text);

describe('the first span has the kind that is asked for', () => {
  test.each([
    ['who', 'The bridge was designed by Ines Kaar in 1931.', 'Who designed the bridge?', 'Ines Kaar'],
    ['when', 'The bridge was designed by Ines Kaar in 1931.', 'When was the bridge designed?', '1931'],
    [
      'who, without a name',
      'The fever is most dangerous to dockers and pregnant women.',
      'Who is most at risk from the fever?',
      'dockers and pregnant women',
    ],
    ['when, of an agency', 'The WHO will decide in October.', 'When will the WHO decide?', 'October'],
    [
      'a sum that is no answer to "how much"',
      'Norvik Bank, based in Bergen, had revenue of $5.4 billion last year.',
      "What is Norvik Bank's revenue?",
      '$5.4 billion',
    ],
    ['when, in May', 'The pier will reopen on 12 May.', 'When will the pier reopen?', '12 May'],
    [
      'money with its hedge',
      'The port paid more than $20 million for the cranes.',
      'How much did the port pay?',
      'more than $20 million',
    ],
    [
      'a count with its noun',
      'Nearly 1.500 dockers joined the strike.',
      'How many dockers joined the strike?',
      'Nearly 1.500 dockers',
    ],
    [
      'percent',
      'Ticket prices rose by 12 percent in March.',
      'By what percentage did ticket prices rise?',
      '12 percent',
    ],
    ['age', 'The goalkeeper, who is 34, will leave Porto.', 'How old is the goalkeeper?', '34'],
    ['how long', 'The strike lasted for six weeks.', 'How long did the strike last?', 'six weeks'],
    ['where', 'The court met in Lisbon.', 'Where did the court meet?', 'Lisbon'],
    [
      'who is',
      'Ines Kaar, a Danish engineer, designed the bridge.',
      'Who is Ines Kaar?',
      'a Danish engineer',
    ],
    [
      'what does it do',
      'Temask (a state-owned fund) bought the ferry.',
      'What does Temask do?',
      'a state-owned fund',
    ],
  ])('%s', async (_, sentence, question, span) => {
    expect((await texts(sentence, question))[0]).toBe(span);
  });
});

describe('several names', () => {
  const sentence =
    'The round was led by Nordbank, followed by Halden (a pension fund) and Ruvo, a Dutch software maker.';

  test('all names of a list are spans, without explanations', async () => {
    expect((await texts(sentence, 'Who invested in the round?')).toSorted()).toEqual([
      'Halden',
      'Nordbank',
      'Ruvo',
    ]);
  });

  test('the leader is recognised by the words before the name', async () => {
    const roles = (await spansIn(sentence, 'Who invested in the round?', reader)).map(({ text, role }) => [
      text,
      role,
    ]);
    expect(roles).toContainEqual(['Nordbank', 'lead']);
    expect(roles).toContainEqual(['Halden', undefined]);
  });

  test('a question for the leader does not get a follower', async () => {
    expect(await texts(sentence, 'Who led the round?')).toEqual(['Nordbank']);
    expect(await texts('Halden and Ruvo joined the round.', 'Who led the round?')).not.toEqual([]);
  });

  test.each([
    ['Korral Capital headed the round, which Nim and Baxter joined.', ['Korral Capital']],
    ['Feldon raised $5 million from Tallow Partners (lead investor) and Grist.', ['Tallow Partners']],
    [
      'The round was led by the Korral Capital Growth Fund and Nim, followed by Baxter.',
      ['Korral Capital Growth Fund', 'Nim'],
    ],
  ])('however the leading is said: %s', async (text, expected) => {
    expect(await texts(text, 'Who was the lead investor in the round?')).toEqual(expected);
  });

  test('a question for one name gets one name', async () => {
    expect(
      await texts('Ana Lima and Rui Costa were charged by Judge Vera Sol.', 'Who is Vera Sol?'),
    ).not.toContain('Ana Lima');
  });
});

test('a span is a slice of whole words with balanced brackets and no mark at its end', async () => {
  const word = fc.constantFrom(
    'the',
    'Oslo',
    '(a',
    'fund)',
    '$4.2',
    'million',
    'because',
    'of',
    '“grand',
    'plan”',
    'in',
    '2014,',
    'bought',
    'and',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 4, maxLength: 14 }),
      fc.constantFrom(
        'Who bought Oslo?',
        'When was the fund bought?',
        'What is the plan?',
        'How much did it cost?',
        'Why?',
      ),
      async (found, question) => {
        const sentence = `It ${found.join(' ')} now.`;
        for (const { start, end, text } of await spansIn(sentence, question, reader)) {
          const from = start - 'Report\n\n'.length;
          expect(sentence.slice(from, from + end - start)).toBe(text);
          expect(text).toMatch(/^[\p{L}\p{N}$“].*[\p{L}\p{N}%)”.]$|^[\p{L}\p{N}]$/u);
          expect(text.split('(').length).toBe(text.split(')').length);
          expect(sentence.slice(from - 1, from)).toMatch(/^[^\p{L}\p{N}]?$/u);
          expect(sentence.slice(from + text.length, from + text.length + 1)).toMatch(/^[^\p{L}\p{N}]?$/u);
        }
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);
