import { parseArticle } from '../../src/article/parse.ts';
import type { Span } from '../../src/answer/answer.ts';
import { deskOver } from './desk.ts';

/** The spans that a question gets in one sentence, as text. */
export async function spansIn(sentence: string, question: string): Promise<readonly Span[]> {
  const desk = await deskOver([parseArticle('a.txt', `Report\n\n${sentence}`)]);
  const { passages, nearest } = desk.ask({ question });
  return [...passages, ...nearest][0]?.spans ?? [];
}
