import { describe, expect, test } from 'vitest';
import { checkText } from '../../../src/answer/quotes/check-text.ts';
import { speechOf } from '../../../src/answer/quotes/speech.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';

/** The speakers of an article's quotations, as the article names them. */
function speakersIn(text: string): (string | undefined)[] {
  const document = documentOf(parseArticle('a.txt', `Head\n\n${text}`));
  return speechOf(document).attributions.map(
    (found) => found && document.article.text.slice(found.speaker.start, found.speaker.end),
  );
}

describe('the speaker of an article’s quotation is found', () => {
  test.each<[string, string, (string | undefined)[]]>([
    ['before a colon', 'Ines Vogel said: “The gym is a risk to us all.”', ['Ines Vogel']],
    ['behind', '“The gym is a risk to us all,” Ines Vogel said.', ['Ines Vogel']],
    ['behind, the verb first', '“The gym is a risk to us all,” said Ines Vogel on Friday.', ['Ines Vogel']],
    ['with a title', '“The gym is a risk to us all,” said Mayor Vogel.', ['Mayor Vogel']],
    ['with a role behind', '“The gym is a risk to us all,” said Ines Vogel, the mayor.', ['Ines Vogel']],
    ['with a role before', '“The gym is a risk,” said the mayor, Ines Vogel.', ['Ines Vogel']],
    [
      'a phrase between name and verb',
      'Ines Vogel, who leads the council, said: “The gym is a risk.”',
      ['Ines Vogel'],
    ],
    [
      'behind a phrase of time',
      'After the vote, Ines Vogel told the press: “The gym is a risk.”',
      ['Ines Vogel'],
    ],
    ['not whoever is told', 'Ines Vogel told Radio Brann: “The gym is a risk.”', ['Ines Vogel']],
    ['in a statement', 'In a statement, Ines Vogel said: “The gym is a risk.”', ['Ines Vogel']],
    ['by a preposition', 'According to Ines Vogel, “the gym is a risk to us all”.', ['Ines Vogel']],
    ['by a dash', '“The gym is a risk to us all.” – Ines Vogel', ['Ines Vogel']],
    [
      'split by who says it',
      '“The gym is a risk,” Ines Vogel said. “It must go.”',
      ['Ines Vogel', 'Ines Vogel'],
    ],
    [
      'at the end of the sentence',
      'The gym is “a risk to every child” and must go, Ines Vogel said.',
      ['Ines Vogel'],
    ],
    ['in the sentence before', 'Ines Vogel was angry. “The gym is a risk to us all.”', ['Ines Vogel']],
    [
      'by a pronoun',
      'Police arrested the captain, Ines Vogel. “I saw no other ship,” she said.',
      ['Ines Vogel'],
    ],
    ['by a pronoun before', 'Ines Vogel is angry. She said: “The gym is a risk.”', ['Ines Vogel']],
    [
      'two in one paragraph',
      '“The gym is a risk,” Ines Vogel said. Jan Kolb disagreed. “It will stand for years.”',
      ['Ines Vogel', 'Jan Kolb'],
    ],
    [
      'in the paragraph before',
      '“The gym is a risk,” said Ines Vogel.\n\n“It has been closed for years and it must go.”',
      ['Ines Vogel', 'Ines Vogel'],
    ],
    [
      'in a lead-in paragraph',
      'Ines Vogel wrote on Friday:\n\n“The gym is a risk to us all.”',
      ['Ines Vogel'],
    ],
    ['an organisation', '“The gym is a risk,” the Refugee Council said.', ['Refugee Council']],
    ['a role', '“The gym is a risk,” a spokeswoman for the council said.', ['a spokeswoman for the council']],
    ['nobody in a passive', 'The robot was called “Better Idea of Afghan Girls”.', [undefined]],
    ['nobody for an expression', 'They were granted “parole” status by the officials.', [undefined]],
    ['a question', '“Is the gym a risk?” Ines Vogel asked.', ['Ines Vogel']],
    [
      'German',
      '„Die Halle ist ein Risiko“, sagte Bürgermeisterin Ines Vogel am Freitag.',
      ['Bürgermeisterin Ines Vogel'],
    ],
    ['German, before', 'Ines Vogel sagte: „Die Halle ist ein Risiko.“', ['Ines Vogel']],
    ['French', '« La salle est un risque », a déclaré Inès Vogel vendredi.', ['Inès Vogel']],
    ['French, by a preposition', 'Selon Inès Vogel, « la salle est un risque pour tous ».', ['Inès Vogel']],
    ['Spanish', '«La sala es un riesgo», dijo Inés Vogel el viernes.', ['Inés Vogel']],
    ['Japanese', '山田太郎市長は「体育館は危険だ」と述べた。', ['山田太郎']],
    ['Japanese, behind', '「体育館は危険だ」と山田氏は述べた。', ['山田']],
  ])('%s', (_what, text, expected) => {
    expect(speakersIn(text)).toEqual(expected);
  });
});

const GYM = `Council shuts old gym

Mayor Ines Vogel said the old gym was unsafe. "We should have closed it years ago," Vogel said. "There was no money for a new roof."

The building is "a risk to every child" and will cost taxpayers dearly, Vogel said in a letter.

Jan Kolb, the coach, wept. "We have nowhere to go," he said.

The panel found quicker and fairer ways to decide such cases.`;

const index = createSearchIndex();
index.add(documentOf(parseArticle('gym.txt', GYM)));
const check = (text: string) =>
  checkText(text, index).checks.map(({ grade, notes }) => [grade, ...notes.map(({ kind }) => kind)]);

describe('the speaker that a text claims', () => {
  const right = ['Vogel', 'Ines Vogel', 'Mayor Vogel', 'the mayor', 'Ms Vogel', 'Mayor Ines Vogel'];
  test.each(right)('%s is accepted', (who) => {
    expect(check(`${who} said: “We should have closed it years ago.”`)).toEqual([['EXACT']]);
    expect(check(`“We should have closed it years ago,” said ${who}.`)).toEqual([['EXACT']]);
  });

  test.each(['Jan Kolb', 'Kolb', 'the coach', 'Alva Brandt', 'Coach Jan Kolb'])(
    '%s is reported as another speaker',
    (who) => {
      expect(check(`${who} said: “We should have closed it years ago.”`)).toEqual([
        ['EXACT', 'other speaker'],
      ]);
      expect(check(`“We should have closed it years ago,” ${who} said.`)).toEqual([
        ['EXACT', 'other speaker'],
      ]);
    },
  );

  test('the note names the speaker in the article’s own words', () => {
    expect(checkText('Jan Kolb said: “There was no money for a new roof.”', index).checks[0]?.notes).toEqual([
      { kind: 'other speaker', words: 'Vogel', near: true },
    ]);
  });

  test.each([
    ['no speaker', '“We should have closed it years ago”'],
    ['a pronoun without a name', '“We should have closed it years ago,” she said.'],
    ['a headline', 'The headline read: “Council shuts old gym”'],
    ['the publication', 'The report says: “We should have closed it years ago.”'],
  ])('%s gets no note', (_what, text) => {
    expect(check(text)).toEqual([['EXACT']]);
  });

  test('a pronoun refers to the name before it', () => {
    expect(check('Jan Kolb was asked. “We should have closed it years ago,” he said.')).toEqual([
      ['EXACT', 'other speaker'],
    ]);
  });
});

describe('quotation marks show whose words are quoted', () => {
  test.each<[string, string, (string | undefined)[]]>([
    [
      'the quotation with who says it',
      'Vogel said: “We should have closed it years ago, Vogel said.”',
      ['ALTERED', 'over the marks'],
    ],
    [
      'words behind the marks',
      'Vogel: “a risk to every child and will cost taxpayers dearly”',
      ['ALTERED', 'over the marks'],
    ],
    [
      'the same without a speaker',
      '“a risk to every child and will cost taxpayers dearly”',
      ['ALTERED', 'over the marks'],
    ],
    [
      'words before the marks',
      '“The building is a risk to every child,” Vogel said.',
      ['ALTERED', 'over the marks'],
    ],
    [
      'the article’s marks shown',
      '“The building is ‘a risk to every child’ and will cost taxpayers dearly”',
      ['SAME WORDS'],
    ],
    ['a whole sentence in a block', '> "We should have closed it years ago," Vogel said.', ['EXACT']],
    [
      'the reporter’s words as speech',
      'Kolb said: “The panel found quicker and fairer ways.”',
      ['EXACT', 'not speech'],
    ],
    ['the reporter’s words quoted', '“The panel found quicker and fairer ways”', ['EXACT']],
    [
      'parts that the article interrupts',
      'Vogel said: “We should have closed it years ago. There was no money for a new roof.”',
      ['SAME WORDS', 'interrupted'],
    ],
    [
      'parts joined without a stop',
      '“We should have closed it years ago there was no money for a new roof,” Vogel said.',
      ['SAME WORDS', 'interrupted'],
    ],
    ['without any marks', 'We should have closed it years ago, Vogel said.', ['SAME WORDS', 'marks lost']],
  ])('%s', (_what, text, expected) => {
    expect(check(text)).toEqual([expected]);
  });

  test('several quotations in one sentence are graded separately', () => {
    expect(
      check('Vogel said “There was no money for a new roof” and called it “a risk to every pupil”.'),
    ).toEqual([['EXACT'], ['ALTERED']]);
  });
});

describe('a few words in quotation marks', () => {
  const two = createSearchIndex();
  two.add(
    documentOf(
      parseArticle(
        'a.txt',
        'Harbour plan\n\nThe harbour plan was called a great deal by the port authority. It was a severe loss.',
      ),
    ),
  );
  two.add(
    documentOf(
      parseArticle(
        'b.txt',
        'Gym shut\n\nThe coach of the gym on Mill Street said it was a great deal for all pupils.',
      ),
    ),
  );
  const first = (text: string) => {
    const [only] = checkText(text, two).checks;
    return [only?.grade, only?.sources[0]?.document.article.id];
  };

  test('are searched near the story of the text first', () => {
    expect(first('The coach of the gym spoke of a “great deal” on Monday.')).toEqual(['EXACT', 'b']);
    expect(first('The port authority spoke of a “great deal” for the harbour.')).toEqual(['EXACT', 'a']);
  });

  test('never match altered words of another story', () => {
    expect(first('The king spoke of a “severe hunger” in the mountains.')).toEqual([
      'NOT IN THE ARCHIVE',
      undefined,
    ]);
    expect(first('The port authority said the harbour plan was a “severe gain”.')[0]).not.toBe('EXACT');
  });
});

test('speakers are found in linear time, whatever the text', () => {
  const sizes = [500, 2000].map((count) => {
    const text = `Ines Vogel spoke. ${'“It is so,” she said. '.repeat(count)}\n\n${'“Yes” '.repeat(count)}`;
    const document = documentOf(parseArticle('a.txt', `Head\n\n${text}`));
    return speechOf(document).attributions.length;
  });
  expect(sizes).toEqual([1000, 4000]);
});
