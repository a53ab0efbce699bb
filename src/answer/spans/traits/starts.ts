import { afterWord, flag, gapHas, matched, tagIs, wordIn, type Test, type Trait } from './trait.ts';

const VERB = tagIs('verb', 'participle', 'gerund');

const TESTS: readonly (readonly [name: string, why: string, test: Test])[] = [
  ['opens the sentence', 'the subject of a sentence is who did it', (_, at) => at === 0],
  ['after a comma', 'appositions and further items of a list', gapHas(/,/u)],
  ['after a bracket', 'an explanation of what stands before', gapHas(/[([]/u)],
  ['after a quotation mark', 'titles and words that are spoken of', gapHas(/["“‘]/u)],
  ['after a colon or dash', 'what was announced before it', gapHas(/[:;—–]|\s-\s/u)],
  ['after a preposition', 'places, dates and causes follow one', afterWord(tagIs('preposition'))],
  [
    'after in, at, on',
    'of all prepositions those of place and time',
    afterWord(wordIn('in at on near from')),
  ],
  ['after by', 'who did it, and by what means', afterWord(wordIn('by'))],
  ['after of', 'a part of a phrase that is longer', afterWord(wordIn('of'))],
  ['after to', 'an aim, or half of one', afterWord(tagIs('to'))],
  ['after a form of be', 'what something is', afterWord(tagIs('be'))],
  ['after a verb', 'its object', afterWord(VERB)],
  ['after a matched verb', 'the object of the verb that was asked about', afterWord(VERB, matched)],
  ['after a matched word', 'what the question leaves open goes on where its words end', afterWord(matched)],
  ['after a determiner', 'cuts "the" off', afterWord(tagIs('determiner', 'possessive'))],
  ['after an adjective', 'cuts a describing word off', afterWord(tagIs('adjective', 'number'))],
  ['after a noun', 'cuts into a compound', afterWord(tagIs('noun'))],
  ['after a name', 'cuts into a name', afterWord(tagIs('name'))],
  ['after an adverb', 'adverbs seldom belong to an answer', afterWord(tagIs('adverb'))],
  ['after and, or', 'cuts a list', afterWord(tagIs('conjunction'))],
  ['after a subordinator', 'a clause begins', afterWord(tagIs('subordinator', 'relative'))],
  [
    'after called, named, such as',
    'what follows is a name or an example',
    afterWord(wordIn('called named known as including include includes titled termed dubbed like namely')),
  ],
  [
    'after because, due to, so that',
    'a reason follows',
    (reading, at) =>
      wordIn('because since due owing thanks so order')(reading, at - 1) ||
      wordIn('because due owing thanks result so order')(reading, at - 2),
  ],
  ['starts with a determiner', 'a whole noun phrase', tagIs('determiner')],
  ['starts with a possessive', 'a whole noun phrase that leans on another', tagIs('possessive')],
  ['starts with an adjective', 'a noun phrase without article', tagIs('adjective')],
  ['starts with a noun', 'a bare noun', tagIs('noun')],
  ['starts with a name', 'a name', tagIs('name')],
  ['starts with a number', 'an amount or a date', tagIs('number')],
  ['starts with a verb', 'what was done', tagIs('verb', 'participle')],
  ['starts with a gerund', 'an activity, a means', tagIs('gerund')],
  ['starts with to', 'a purpose', tagIs('to')],
  ['starts with a preposition', 'a place, a time or a means with its preposition', tagIs('preposition')],
  ['starts with a subordinator', 'a clause that gives a reason', tagIs('subordinator')],
  ['starts with a pronoun', 'pronouns name nobody', tagIs('pronoun')],
  ['starts with an adverb', 'a manner, or a word too many', tagIs('adverb')],
  ['starts with a matched word', 'the question knows it already', matched],
  [
    'starts with a word of the question',
    'the same for its small words',
    ({ asked }, at) => asked[at] === true,
  ],
];

/** Where a span begins. */
export const START_TRAITS: readonly Trait[] = TESTS.map(([name, why, test]) => ({
  name,
  why,
  by: 'broad',
  value: (reading, from) => flag(test(reading, from)),
}));
