import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/article/sentences/sentences.ts';

const split = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Each row is a reason and a text in which `|` marks where, and only where, a sentence ends. */
const ROWS: readonly (readonly [string, string])[] = [
  ['a title is followed by a name', 'Gen. John Smith met Sen. Ron Wyden.| Mr. Will Young left.'],
  ['a company goes on in its sentence', 'Apple Inc. said so.| Apple Inc. Chief Executive Tim Cook agreed.'],
  ['a company ends its sentence', 'It sold Acme Corp.| The price was low.'],
  ['U.S. goes on with a name', 'The U.S. Supreme Court met.'],
  ['U.S. ends a sentence before a word that begins one', 'It left the U.S.| However, it came back.'],
  ['a number follows its abbreviation', 'No. 10 Downing St. is on p. 5, Vol. II.| Next.'],
  ['"No." alone is a sentence', '"No."| That was all.'],
  ['a month before a day, and at the end', 'On Jan. 3 it rose.| It fell in Jan.| The bank knew.'],
  [
    'a time goes on with its zone or day',
    'It opens at 5 p.m. ET and at 6 p.m. Friday.| Come at 6 p.m.| Police will.',
  ],
  [
    'an ordinary word is not the abbreviation it looks like',
    'There he sat.| Smith stood at mass.| Jones left.',
  ],
  ['Latin abbreviations go on', 'Some, e.g. Google, i.e. Alphabet, v. Oracle.'],
  ['etc. ends before a capital', 'Tea, milk, etc.| Nestlé sells them.'],
  ['a citation belongs to its sentence', 'Smith et al. (2004) and Jones et al. [12] agree.| We do.'],
  ['a title in lower case', 'The prof. Smith came.'],
  ['a nickname between names', 'William J. “Bill” Clinton met Robert F. (Bobby) Kennedy.'],
  ['initials belong to a name', 'J. K. Rowling met George W. Bush and J.P. Morgan.'],
  ['a letter that completes a noun is not an initial', 'Take vitamin C.| Oranges have it.'],
  ['a Roman numeral after its noun is not an initial', 'It was World War I.| Germany lost.'],
  ['decimals and thousands', 'It grew from 1.500 to 2.000, or $4.2 billion.| In 2010.| 25 people left.'],
  ['a domain or a file name', 'Booking.com sells.| See bbc.co.uk.| Ask a.b@c.org or report.pdf for Node.JS.'],
  ['a question mark inside an address', 'See http://a.org/b?Next=1 for more.'],
  ['a closing quotation mark belongs to its sentence', '“It is over.”| “Really?”| He left.'],
  ['who spoke belongs to the quotation', '“Will it work?” Tim Cook asked.| "Yes!" she said.'],
  ['straight quotation marks without a space', '"It is over."|The end.'],
  ['a dash before a small letter goes on', '"Go!" — he said.| He left.| — AP'],
  ['brackets in a sentence', 'He teaches (He was an engineer. He left.) at the school.'],
  ['a sentence in brackets', 'He left.| (He had been ill.)| She stayed.'],
  ['an open bracket does not swallow the rest', 'It is sad :( now.| It rained.| We left.'],
  ['the list in brackets at the end', 'New fields (banks, autonomous vehicles, retail…)'],
  ['an ellipsis goes on in lower case', 'Wait… what?| He paused…| Then he left.'],
  ['an omission inside a quotation', '“We [...] agree” is what “they ... Smith too” said.'],
  ['a name with its mark', 'Yahoo! Inc. was sold.| She is at Yahoo! in Rome.| Stop!| Go.'],
  ['a space before the mark', 'China, the leader ?| Its goal : speed up .| Then more !| Done.'],
  [
    'a semicolon ends nothing',
    'SenseTime; just raised $600 million.| It had closed a $410 million rounds.| It grew.',
  ],
  ['a lost space', 'He left.|She stayed.| It cost 1,000.|That is a lot.'],
  ['a sentence may begin in lower case', 'it rained.| we left.| Sales of phones rose.| iPhone sales fell.'],
  ['a reference mark belongs to its sentence', 'He left.[12]| She stayed.[citation needed]| It rained.'],
  ['items that go up by one', '1) tea |2) milk |3) water'],
  ['a line of signs', 'It rained |*** |We left |===== |The end'],
  ['an emoticon ends its sentence', 'We left :-) |It rained.| No dash - here, none -- there.'],
  ['bullets', '• tea| • milk'],
  ['numbers in running text are no items', 'It will 1) cut costs and 2) raise pay.'],
  ['a line break inside a sentence', 'It rained\nin Paris.| We left.'],
  ['a blank line', 'It rained\n\n|We left'],
  ['lines that are items', 'We need:\n|- tea\n|- milk'],
  ['Japanese and Chinese need no space', '東京は大きい。|「はい。」と言った。|次！|何？|“好。”|我走了。'],
  ['Chinese with narrow marks, wide decimals', '他走了.|真的吗?|是３．５。|是。'],
  ['Russian', 'Он в г. Москве, т.е. тут.| Да!'],
  ['decades', "In the '90s.| '90s music."],
  ['Arabic, Hindi, Greek letters', 'هل أنت بخير؟| نعم.| यह एक है।| यह दूसरा।| Ναι.| Όχι.'],
  ['German quotation marks, ordinals, z.B.', 'Am 3. Oktober, z.B. in Ulm.| „Ja.“| Er ging.'],
  ['French quotation marks', 'M. Macron a dit « Oui. »| Quoi ?| Rien !'],
  ['Spanish marks', '¿Qué pasa?| ¡Nada!| El Sr. López está en EE.UU. hoy.'],
];

describe('splitSentences', () => {
  it.each(ROWS)('%s', (_reason, marked) => {
    const expected = marked.split('|').map((sentence) => sentence.trim());
    expect(split(marked.replaceAll('|', ''))).toEqual(expected);
  });

  it('finds no sentence in empty or blank text', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n\u00a0 ')).toEqual([]);
  });

  it('splits only the range, with offsets into the whole text', () => {
    const text = 'Before. One. Two. After.';
    expect(splitSentences(text, 8, 17)).toEqual([
      { start: 8, end: 12 },
      { start: 13, end: 17 },
    ]);
  });
});
