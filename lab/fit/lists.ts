import { isHit } from '../evaluate/hits.ts';
import type { KnownQuestion } from '../evaluate/questions.ts';
import { seededRandom, shuffled } from '../evaluate/random.ts';
import { SCOPES, scopeOfQuestion, type ScopeName, type World } from '../evaluate/worlds.ts';
import { FEATURES } from '../../src/search/rank/features/index.ts';
import { readQuestion } from '../../src/search/question/question.ts';
import { featureRows } from '../../src/search/rank/rank.ts';
import type { Synonyms } from '../../src/search/question/synonyms.ts';
import type { Lists } from './listwise.ts';

/** The lists of a fit, and which question and scope each came from. */
export type Examples = Readonly<{
  lists: Lists;
  origin: readonly Readonly<{ question: KnownQuestion; scope: ScopeName }>[];
}>;

/** The candidates of every answerable question in every scope, in random order, with their features. */
export function collectExamples(
  world: World,
  questions: readonly KnownQuestion[],
  synonyms: Synonyms,
  limit: number,
): Examples {
  const random = seededRandom(1);
  const size = FEATURES.length;
  const origin: { question: KnownQuestion; scope: ScopeName }[] = [];
  const starts = [0];
  const chunks: Float32Array[] = [];
  const hits: number[] = [];
  for (const scope of SCOPES) {
    for (const question of questions) {
      const place = scopeOfQuestion(world, scope, question);
      const view = place.index.within(place.scope);
      const query = readQuestion(question.q, view.vocabulary, synonyms);
      const found = view.candidates(query, limit);
      const rows = featureRows(query, found);
      const order = shuffled([...rows.keys()], random);
      for (const at of order) {
        chunks.push(Float32Array.from(rows[at] ?? []));
        const { document, sentence } = found.candidates[at] ?? {};
        const quote = document && sentence ? document.article.text.slice(sentence.start, sentence.end) : '';
        hits.push(isHit(quote, question.gold) ? 1 : 0);
      }
      starts.push(hits.length);
      origin.push({ question, scope });
    }
  }
  const values = new Float32Array(hits.length * size);
  for (const [row, chunk] of chunks.entries()) values.set(chunk, row * size);
  return { lists: { size, values, starts, hits: Uint8Array.from(hits) }, origin };
}
