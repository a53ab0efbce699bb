import type { SearchEngine } from '../../src/answer/ask.ts';
import type { Passage, Verdict } from '../../src/answer/answer.ts';
import type { Scope } from '../../src/search/index/search-index.ts';
import { firstHit } from './hits.ts';
import type { KnownQuestion } from './questions.ts';
import { seededRandom, shuffled } from './random.ts';
import { spanMatch, type SpanMatch } from './span-match.ts';

/**
 * The outcome of a question in one scope: the rank of the first right quote (0: none), the verdict, and how well the first quote's spans
 * match the accepted answers (absent without spans).
 */
export type AnswerOutcome = Readonly<{
  question: KnownQuestion;
  place: number;
  verdict: Verdict;
  confidence: number;
  ms: number;
  span: SpanMatch;
}>;

/** Quotes best first. Ties are in random order, since data sets often list the right one first. */
function quotesOf(passages: readonly Passage[], random: () => number): string[] {
  return shuffled(passages, random)
    .toSorted((a, b) => b.score - a.score)
    .map(({ quote }) => quote);
}

/** Asks questions one by one, each in its scope. Deterministic except for the times. */
export async function measureAnswers(
  questions: readonly KnownQuestion[],
  ask: SearchEngine,
  scopeOf: (question: KnownQuestion) => Scope | undefined,
): Promise<AnswerOutcome[]> {
  const random = seededRandom(1);
  const outcomes: AnswerOutcome[] = [];
  for (const question of questions) {
    const started = performance.now();
    const { passages, nearest, verdict, confidence } = await ask({
      question: question.q,
      scope: scopeOf(question),
    });
    const ms = performance.now() - started;
    const shown = [...passages, ...nearest];
    const spans = shown[0]?.spans.map(({ text }) => text).join(' ') ?? '';
    outcomes.push({
      question,
      place: question.answerable ? firstHit(quotesOf(shown, random), question.gold) : 0,
      verdict,
      confidence,
      ms,
      span: spanMatch(spans, question.answers),
    });
  }
  return outcomes;
}
