import type { Feature } from './feature.ts';
import { wordAt, type Look } from './look.ts';
import { CLASS } from '../word-class.ts';
import { coverage } from './look.ts';
import { MATCHES } from '../matching.ts';

const bitsAt = (look: Look, at: number): number => look.found.lexicon.classOf(wordAt(look, at));
const opensWithPronoun = (look: Look): boolean => (bitsAt(look, 0) & CLASS.pronoun) !== 0;

/** What the sentence looks like. */
export const FORM_FEATURES: readonly Feature[] = [
  {
    name: 'length',
    why: 'BM25 favours short sentences too much: long ones answer more questions',
    value: ({ from, to }) => Math.log(1 + to - from) / 5,
  },
  {
    name: 'very short',
    why: 'scraps of fewer than six words seldom answer',
    value: ({ from, to }) => (to - from < 6 ? 1 : 0),
  },
  {
    name: 'heading',
    why: 'a heading names a subject; the answer stands below it',
    value: ({ candidate }) =>
      candidate.document.paragraphs[candidate.sentence.paragraph]?.kind === 'heading' ? 1 : 0,
  },
  {
    name: 'first of its paragraph',
    why: 'paragraphs open with what they are about',
    value: ({ candidate }) => (candidate.at === candidate.from ? 1 : 0),
  },
  {
    name: 'new words',
    why: 'a sentence that repeats the question and adds nothing cannot answer it',
    value: ({ candidate, hits }) =>
      Math.log(1 + Math.max(0, (candidate.match.tokens.lengths[candidate.at] ?? 0) - hits.length)) / 4,
  },
  {
    name: 'question',
    why: 'a question does not answer one',
    value: ({ candidate: { document, sentence } }) =>
      document.article.text.slice(Math.max(sentence.start, sentence.end - 3), sentence.end).includes('?')
        ? 1
        : 0,
  },
  {
    name: 'opens with a pronoun',
    why: '"It", "They", "This": what is meant stands before',
    value: (look) => (opensWithPronoun(look) ? 1 : 0),
  },
  {
    name: 'pronoun for the previous',
    why: 'a pronoun takes over what the previous sentence shares with the question',
    value: (look) => (opensWithPronoun(look) ? coverage(look, look.previous, MATCHES.length - 1) : 0),
  },
];
