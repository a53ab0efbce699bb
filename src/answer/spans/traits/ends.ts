import { flag, gapHas, matched, nextWord, tagIs, wordIn, type Test, type Trait } from './trait.ts';

const VERB = tagIs('verb', 'participle', 'gerund');
/** The last word of the span passes. */
const last =
  (test: Test): Test =>
  (reading, at) =>
    test(reading, at - 1);

const TESTS: readonly (readonly [name: string, why: string, test: Test])[] = [
  [
    'ends the sentence',
    'the news of a sentence tends to stand at its end',
    ({ words }, at) => at === words.length,
  ],
  ['before a comma', 'a phrase ends', gapHas(/,/u)],
  ['before a closing bracket', 'an explanation ends', gapHas(/[)\]]/u)],
  ['before an opening bracket', 'what is explained ends', gapHas(/[([]/u)],
  ['before a quotation mark', 'a title ends', gapHas(/["”’]/u)],
  ['before a preposition', 'the core of a noun phrase ends', nextWord(tagIs('preposition'))],
  ['before of', 'the noun phrase goes on', nextWord(wordIn('of'))],
  ['before to', 'a purpose or a direction is left out', nextWord(tagIs('to'))],
  ['before a form of be', 'a subject ends', nextWord(tagIs('be', 'auxiliary'))],
  ['before a verb', 'a subject ends', nextWord(VERB)],
  ['before a matched verb', 'the subject of the verb asked about ends', nextWord(VERB, matched)],
  ['before a matched word', 'the question knows what follows', nextWord(matched)],
  ['before a noun', 'cuts a noun phrase', nextWord(tagIs('noun'))],
  ['before a name', 'cuts a name, or is its title', nextWord(tagIs('name'))],
  ['before an adjective', 'cuts a phrase, or is an adverb', nextWord(tagIs('adjective'))],
  ['before a number', 'cuts a date or a title', nextWord(tagIs('number'))],
  ['before and, or', 'cuts a list', nextWord(tagIs('conjunction'))],
  ['before a subordinator', 'a clause ends', nextWord(tagIs('subordinator'))],
  ['before which, who', 'a name or noun ends that is told more of', nextWord(tagIs('relative'))],
  ['before a determiner', 'a phrase ends', nextWord(tagIs('determiner', 'possessive', 'pronoun'))],
  ['before an adverb', 'a phrase ends', nextWord(tagIs('adverb'))],
  ['ends with a noun', 'a whole noun phrase', last(tagIs('noun'))],
  [
    'ends with a plural',
    'what is counted, or several things',
    last(({ words, tags }, at) => tags[at] === 'noun' && (words[at]?.folded ?? '').endsWith('s')),
  ],
  ['ends with a name', 'a name', last(tagIs('name'))],
  ['ends with an adjective', 'how something is', last(tagIs('adjective'))],
  ['ends with a number', 'an amount or a year', last(tagIs('number'))],
  ['ends with a verb', 'what was done', last(VERB)],
  ['ends with an adverb', 'how it was done', last(tagIs('adverb'))],
  ['ends with a pronoun', 'pronouns name nobody', last(tagIs('pronoun'))],
  ['ends with a matched word', 'the question knows it already', last(matched)],
  [
    'ends with a word of the question',
    'the same for its small words',
    last(({ asked }, at) => asked[at] === true),
  ],
];

/** Where a span ends; `to` is the place of the word after it. */
export const END_TRAITS: readonly Trait[] = TESTS.map(([name, why, test]) => ({
  name,
  why,
  by: 'broad',
  value: (reading, _from, to) => flag(test(reading, to)),
}));
