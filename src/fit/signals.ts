import { signalsOf } from '../answer/confidence.ts';
import { CANDIDATES } from '../answer/ask.ts';
import { isHit } from '../evaluate/hits.ts';
import type { KnownQuestion } from '../evaluate/questions.ts';
import { placeOf, withoutParagraph, type World } from '../evaluate/worlds.ts';
import { readQuestion } from '../search/question.ts';
import { linearRanker, type Ranker, type Weights } from '../search/rank.ts';
import type { MutableSearchIndex, Scope } from '../search/search-index.ts';
import type { Synonyms } from '../search/synonyms.ts';

/** What was done to the archive before a question was put to it. */
export type Removal = 'none' | 'paragraph' | 'article';

/** The signals of one answer, and whether its first quote answers. */
export type SignalExample = Readonly<{
  question: KnownQuestion;
  removal: Removal;
  signals: Float64Array;
  right: boolean;
}>;

/** Puts each question to the archive as it is, without its paragraph, and without its article. */
export function collectSignals(
  world: World,
  questions: readonly KnownQuestion[],
  synonyms: Synonyms,
  weights: Weights,
): SignalExample[] {
  const rank = linearRanker(weights);
  const ask = (question: KnownQuestion, removal: Removal, scope?: Scope): SignalExample[] =>
    answer(world.articles, question, removal, synonyms, rank, scope);
  const found = questions.flatMap((question) => [
    ...ask(question, 'none'),
    ...ask(question, 'none', placeOf(world, 'article', question).scope),
    ...ask(question, 'article', ({ id }) => id !== question.article),
  ]);
  const groups = Map.groupBy(questions, ({ article, paragraph }) => `${article} ${paragraph}`);
  for (const group of groups.values()) {
    const [first] = group;
    const whole = first && world.articles.document(first.article);
    if (!whole) continue;
    world.articles.add(withoutParagraph(whole, first.paragraph));
    for (const question of group) found.push(...ask(question, 'paragraph'));
    world.articles.add(whole);
  }
  return found;
}

function answer(
  index: MutableSearchIndex,
  question: KnownQuestion,
  removal: Removal,
  synonyms: Synonyms,
  rank: Ranker,
  scope?: Scope,
): SignalExample[] {
  const view = index.within(scope);
  const query = readQuestion(question.q, view.vocabulary, synonyms);
  const ranked = rank(query, view.candidates(query, CANDIDATES));
  const signals = signalsOf(ranked);
  const [first] = ranked;
  if (!signals || !first) return [];
  const { document, sentence } = first;
  const quote = document.article.text.slice(sentence.start, sentence.end);
  return [{ question, removal, signals, right: removal === 'none' && isHit(quote, question.gold) }];
}
