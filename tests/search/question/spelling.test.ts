import { describe, expect, it, test } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { readQuestion, type Query } from '../../../src/search/question/question.ts';
import { createSearchIndex, type Scope } from '../../../src/search/index/search-index.ts';
import { editDistance, slipOf } from '../../../src/search/question/spelling.ts';

const index = createSearchIndex();
for (const [id, text] of Object.entries({
  startup:
    'Funding\n\nSenseTime develops facial recognition. Temasek and Suning invested in the technologies.',
  tunnel: 'A tunnel\n\nThe council of Lindhaven builds a tunnel. Shopkeepers want compensation.',
  insurer:
    'An insurer\n\nTheo Marl is insured. He said that the bridge and the labour are funded, by nothing else, and would want more.',
}))
  index.add(documentOf(parseArticle(`${id}.txt`, text)));

const read = (question: string, scope?: Scope): Query =>
  readQuestion(question, index.within(scope).vocabulary, new Map());

describe('edit distance', () => {
  it('counts a swapped pair as one edit', () => {
    expect(editDistance('temasek', 'tmeasek', 2)).toBe(1);
    expect(editDistance('temasek', 'temaske', 2)).toBe(1);
  });
  it.each([
    ['temasek', 'temasekk', 1],
    ['temasek', 'temsek', 1],
    ['temasek', 'temazek', 1],
    ['temasek', 'temasek', 0],
  ])('from %s to %s is %i', (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(edits);
  });
  it('stops at the limit', () => {
    expect(editDistance('temasek', 'suning', 1)).toBeGreaterThan(1);
  });
});

describe('a word that the articles do not contain', () => {
  it.each([
    ['Who is Tmeasek?', 'Tmeasek', 'Temasek', 'one edit in a short word'],
    ['Is there compnesaton?', 'compnesaton', 'compensation', 'two edits in a long one'],
    ['what does sense time develop', 'sense time', 'SenseTime', 'two words that the articles write as one'],
    [
      'Who sells facialrecognition?',
      'facialrecognition',
      'facial recognition',
      'one word that they write as two',
    ],
  ])('%s: %s is read as %s (%s)', (question, written, readAs) => {
    const query = read(question);
    expect(query.readAs).toEqual([[written, readAs]]);
    expect(query.unknown).not.toContain(written);
  });

  it.each([
    ['Who is Tmeaske?', 'Tmeaske', 'two edits are too many for a short word'],
    ['Where is the zoo?', 'zoo', 'short words are near too many others'],
    ['Was it in 2018?', '2018', 'a number has no spelling'],
    ['Who will wait?', 'wait', 'a short word of everyday English is meant as written, though "want" is near'],
  ])('%s: %s stays unknown (%s)', (question, written) => {
    const query = read(question);
    expect(query.readAs).toEqual([]);
    expect(query.unknown).toContain(written);
  });

  it('is never corrected to a word of articles outside the scope', () => {
    const query = read('Who is Tmeasek?', [index.document('tunnel')!]);
    expect(query.readAs).toEqual([]);
    expect(query.unknown).toEqual(['Tmeasek']);
  });
});

describe('an English word that the articles do not contain', () => {
  it.each([
    ['How many were injured?', 'injured', 'insured'],
    ['Where is the fridge?', 'fridge', 'bridge'],
    ['Who is the bride?', 'bride', 'bridge'],
    ['Was anything saved?', 'anything', 'nothing'],
  ])('%s: %s is never read as %s', (question, written) => {
    const query = read(question);
    expect(query.readAs).toEqual([]);
    expect(query.spelt).toBe(question);
    expect(query.unknown).toContain(written);
  });

  it.each([
    ['What does the labor cost?', 'labor', 'labour', 'its other regional spelling'],
    ['When was it founded?', 'founded', 'funded', 'a letter left out of a long word'],
  ])('%s: %s is read as %s (%s)', (question, written, readAs) => {
    expect(read(question).readAs).toEqual([[written, readAs]]);
  });
});

test('a text without spaces is no slip, however long', () => {
  expect(slipOf('ab'.repeat(100_000), () => true)).toBeUndefined();
});

describe('words that tell sentences apart as little as stop words', () => {
  it.each(["Why didn't Suning invest?", 'Why didnt Suning invest?', "They'd invested in what?"])(
    '%s: contractions are not missed in the articles',
    (question) => {
      const query = read(question);
      expect(query.unknown).toEqual([]);
      expect(query.readAs).toEqual([]);
    },
  );

  it.each([
    ['who woudl invest?', 'woudl', 'would'],
    ['did they invest becuase of Suning?', 'becuase', 'because'],
    ['whihc technologies?', 'whihc', 'which'],
    ['beetween whom?', 'beetween', 'between'],
    ['hwo invested?', 'hwo', 'how'],
    ['how mcuh did they invest?', 'mcuh', 'much'],
  ])('%s: %s is read as %s, not as another word', (question, written, readAs) => {
    const query = read(question);
    expect(query.readAs).toEqual([[written, readAs]]);
    expect(query.unknown).toEqual([]);
  });

  it.each([
    ['who assisted, and woudl they invest?', 'who assisted, and would they invest?'],
    ['did swoudlon and woudl they invest?', 'did swoudlon and would they invest?'],
    ['is teh value teh best?', 'is the value the best?'],
    ['did Tmeasek invest beside Tmeasek?', 'did Temasek invest beside Temasek?'],
  ])('whole words are corrected, each where it stands: %s', (question, spelt) => {
    expect(read(question).spelt).toBe(spelt);
  });

  it('what is asked for is read from the right words', () => {
    expect(read('how mcuh did they pay?').kind).toBe('money');
    expect(read('whne did they invest?').kind).toBe('date');
  });

  it.each([
    ['their comapny?', 'comapny', 'company'],
    ['how many emplyees?', 'emplyees', 'employees'],
    ['the vallue?', 'vallue', 'value'],
  ])('%s: %s is read as %s, though no article has it', (question, written, readAs) => {
    expect(read(question).readAs).toEqual([[written, readAs]]);
  });

  it.each([
    'welche investoren waren dabei',
    'quelle est la valeur de SenseTime',
    'cuando fue fundada la compania',
    'Wie viel ist SenseTime wert?',
  ])('%s: words of another language are no slips', (question) => {
    expect(read(question).readAs).toEqual([]);
  });

  it('a contraction without its apostrophe is no slip', () => {
    expect(read('whos invested?').readAs).toEqual([]);
  });

  it('a capitalised word is a name, not a slip of a stop word', () => {
    expect(read('Who is Betwen?').unknown).toEqual(['Betwen']);
  });

  it('a stop word is no part of a longer word', () => {
    expect(read('What is the O for?').readAs).toEqual([]);
  });
});
