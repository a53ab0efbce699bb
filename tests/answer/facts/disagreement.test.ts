import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { passageOf, spanOf, type Passage } from '../../../src/answer/answer.ts';
import { disagreementAmong } from '../../../src/answer/facts/disagreement.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { disagreementBlocks } from '../../../src/reply/disagreement.ts';
import { runText } from '../../../src/reply/say.ts';

/** The first sentence of a golden article that contains these words, optionally with a span. */
function quoted(file: string, words: string, span?: string): Passage {
  const url = new URL(`../../golden/facts/conflicts/${file}.txt`, import.meta.url);
  const document = documentOf(parseArticle(`${file}.txt`, readFileSync(url, 'utf8')));
  const passage = document.sentences
    .map((sentence) => passageOf(document, sentence))
    .find(({ quote }) => quote.includes(words));
  if (!passage) throw new Error(`No sentence of ${file} holds “${words}”.`);
  const at = span === undefined ? -1 : passage.quote.indexOf(span);
  return span === undefined || at === -1
    ? passage
    : { ...passage, spans: [spanOf(passage, at, at + span.length)] };
}

const shown = (passages: readonly Passage[]): string[] =>
  disagreementBlocks(passages).map((block) => ('words' in block ? block.words.map(runText).join('') : ''));

test('an answer says that the first quotes disagree, newest report first, with its day', () => {
  const passages = [
    quoted('conf-ferry-1', 'killing 41 people', '41 people'),
    quoted('conf-ferry-2', 'has risen to 58', '58'),
    quoted('conf-ferry-3', 'At least 60', 'At least 60 people'),
  ];
  expect(shown(passages)).toEqual([
    'The reports disagree, newest first: At least 60 people (2025-03-06, conf-ferry-3.r1.s1) · ' +
      '58 (2025-03-05, conf-ferry-2.r1.s1) · 41 people (2025-03-03, conf-ferry-1.r1.s1)',
  ]);
});

test('amounts that agree, measure other things, or are not in the answer are not reported as a disagreement', () => {
  const carried = quoted('conf-ferry-1', '112 passengers', '112 passengers');
  expect(disagreementAmong([carried, quoted('conf-ferry-1', 'rescue cost')])).toEqual([]);
  expect(disagreementAmong([quoted('merger-1', '4,000 people'), quoted('merger-2', '4,000 people')])).toEqual(
    [],
  );
  const named = quoted('conf-ferry-1', '112 passengers', 'The Aurelia');
  expect(disagreementAmong([named, quoted('conf-ferry-2', '127 passengers')])).toEqual([]);
  expect(disagreementAmong([])).toEqual([]);
});
