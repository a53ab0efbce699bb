import type { SearchEngine } from '../../src/answer/ask.ts';
import type { Passage } from '../../src/answer/answer.ts';
import { firstHit } from './hits.ts';
import type { KnownQuestion } from './questions.ts';
import { seededRandom, shuffled } from './random.ts';
import { spanMatch, type SpanMatch } from './span-match.ts';
import {
  othersThan,
  scopeOfQuestion,
  SCOPES,
  withoutParagraph,
  type ScopeName,
  type World,
} from './worlds.ts';

/**
 * One question put in one scope: where the first right quote stood (0: nowhere), how sure the answer was, and how the
 * first span of the first quote agrees with the accepted answers (no span: not at all).
 */
export type AnswerOutcome = Readonly<{
  question: KnownQuestion;
  place: number;
  confidence: number;
  ms: number;
  span: SpanMatch;
}>;

/** Everything that one evaluation measured. */
export type Measured = Readonly<{
  scopes: Readonly<Record<ScopeName, readonly AnswerOutcome[]>>;
  /** Confidence of the same questions put to the archive without their article, and without their paragraph. */
  articleRemoved: readonly number[];
  paragraphRemoved: readonly number[];
  /** Confidence of questions that the data mark as having no answer. */
  unanswerable: readonly number[];
}>;

/** An engine for each index; every verdict must let its passages through (thresholds 0). */
export type EngineOf = (index: World['articles']) => SearchEngine;

/** Quotes best first; equal scores in random order, since data sets often list the right one first. */
function quotesOf(passages: readonly Passage[], random: () => number): string[] {
  return shuffled(passages, random)
    .toSorted((a, b) => b.score - a.score)
    .map(({ quote }) => quote);
}

/** Puts every question in every scope. Deterministic but for the times. */
export function measureAnswers(
  world: World,
  questions: readonly KnownQuestion[],
  engineOf: EngineOf,
): Measured {
  const random = seededRandom(1);
  const engines = { articles: engineOf(world.articles), paragraphs: engineOf(world.paragraphs) };
  const answerable = questions.filter((question) => question.answerable && question.gold.length > 0);
  const outcomes = (scope: ScopeName): AnswerOutcome[] =>
    answerable.map((question) => {
      const place = scopeOfQuestion(world, scope, question);
      const engine = place.index === world.articles ? engines.articles : engines.paragraphs;
      const started = performance.now();
      const answer = engine({ question: question.q, scope: place.scope });
      const ms = performance.now() - started;
      const found = firstHit(quotesOf(answer.passages, random), question.gold);
      const span = spanMatch(answer.passages[0]?.spans[0]?.text ?? '', question.answers);
      return { question, place: found, confidence: answer.confidence, ms, span };
    });
  const [paragraph, article, archive] = SCOPES.map(outcomes);
  return {
    scopes: { paragraph: paragraph ?? [], article: article ?? [], archive: archive ?? [] },
    articleRemoved: answerable.map(
      (asked) => engines.articles({ question: asked.q, scope: othersThan(world, asked.article) }).confidence,
    ),
    paragraphRemoved: paragraphRemoved(world, answerable, engines.articles),
    unanswerable: questions
      .filter((question) => !question.answerable)
      .map(({ q }) => engines.articles({ question: q }).confidence),
  };
}

function paragraphRemoved(world: World, questions: readonly KnownQuestion[], ask: SearchEngine): number[] {
  const groups = Map.groupBy(questions, ({ article, paragraph }) => `${article} ${paragraph}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const whole = first && world.articles.document(first.article);
    if (!whole) return [];
    world.articles.add(withoutParagraph(whole, first.paragraph));
    const found = group.map(({ q }) => ask({ question: q }).confidence);
    world.articles.add(whole);
    return found;
  });
}
