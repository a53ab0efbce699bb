import { signalValues } from '../../src/answer/confidence.ts';
import type { Model } from '../../src/answer/model.ts';
import { rankCandidates, readValues, type RankedCandidates } from '../../src/answer/rank-candidates.ts';
import { UNHURRIED } from '../../src/answer/pace.ts';
import { noReader, type Reader } from '../../src/reader/reader.ts';
import { readQuestion } from '../../src/search/question/question.ts';
import type { Synonyms } from '../../src/search/question/synonyms.ts';
import { FEATURES } from '../../src/search/rank/features.ts';
import { featureValues } from '../../src/search/rank/rank.ts';
import { READ_FEATURES } from '../../src/search/rank/read-features.ts';
import { scopeIn, type Indexed } from '../evaluate/data-set.ts';
import { isHit } from '../evaluate/hits.ts';
import type { KnownQuestion } from '../evaluate/questions.ts';
import { seededRandom, shuffled } from '../evaluate/random.ts';
import type { Lists } from './listwise.ts';
import type { Labelled } from './logistic.ts';

export type Road = 'words' | 'read';
export type FitScope = 'article' | 'archive';

/** The source of an example. Examples of one `fold` (an article) are never on both sides of a cross-validation. */
export type Origin = Readonly<{ set: string; fold: string; scope: FitScope; question: KnownQuestion }>;

/** The data from a question in one scope: its candidates' features, and the signals of the first. */
export type Example = Readonly<{
  origin: Origin;
  rows: readonly Float64Array[];
  hits: readonly boolean[];
  signals: Float64Array | undefined;
  right: boolean;
}>;

/** Asks every question of a set in the given scopes, on one road. */
export async function collect(
  indexed: Indexed,
  scopes: readonly FitScope[],
  road: Road,
  parts: Readonly<{ reader: Reader; synonyms: Synonyms; model: Model }>,
): Promise<Example[]> {
  const { set, index, vectors } = indexed;
  const reader = road === 'read' ? parts.reader : noReader();
  const rank = rankCandidates({ model: parts.model, reader, vectors, pace: UNHURRIED });
  const examples: Example[] = [];
  for (const scope of scopes) {
    for (const question of set.questions) {
      const asked = scopeIn(indexed, scope, question);
      const view = index.within(asked);
      const query = readQuestion(question.q, view.vocabulary, parts.synonyms);
      const found = await rank(query, view, asked);
      if (road === 'read' && !found.byReader) continue;
      const kept = road === 'words' ? found.ranked : found.ranked.slice(0, found.readTwice);
      const hits = kept.map(({ ranked: { document, sentence } }) =>
        isHit(document.article.text.slice(sentence.start, sentence.end), question.gold),
      );
      examples.push({
        origin: { set: set.name, fold: question.article ?? set.name, scope, question },
        rows: rowsOf(road, found),
        hits,
        signals: found.first && signalValues(found.first),
        right: question.answerable && hits[0] === true,
      });
    }
  }
  return examples;
}

/** With the reader, ranking is fitted on what was read twice: the hard cases, with the margins that decide. */
function rowsOf(road: Road, { ranked, readTwice }: RankedCandidates): Float64Array[] {
  if (road === 'words') return ranked.map(({ ranked: { look } }) => featureValues(look));
  return readValues(ranked).slice(0, readTwice);
}

/** The names of a road's features, in row order. */
export const namesOfExample = (road: Road): readonly Readonly<{ name: string }>[] =>
  road === 'words' ? FEATURES : READ_FEATURES;

/** Examples as lists to fit on. Candidates are in random order, since data sets often list the right one first. */
export function listsOf(examples: readonly Example[], size: number): Lists {
  const random = seededRandom(1);
  const starts = [0];
  const values: number[] = [];
  const hits: number[] = [];
  for (const { rows, hits: right } of examples) {
    for (const at of shuffled([...rows.keys()], random)) {
      values.push(...(rows[at] ?? []));
      hits.push(right[at] ? 1 : 0);
    }
    starts.push(hits.length);
  }
  return { size, values: Float32Array.from(values), starts, hits: Uint8Array.from(hits) };
}

/** Examples as rows for fitting confidence; `weightOf` balances the sets. */
export const labelled = (examples: readonly Example[], weightOf: (origin: Origin) => number): Labelled[] =>
  examples.flatMap(({ signals, right, origin }) =>
    signals ? [{ signals, right, weight: weightOf(origin) }] : [],
  );
