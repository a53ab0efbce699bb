import { parseArticle } from '../../src/article/parse.ts';
import type { Span } from '../../src/answer/answer.ts';
import type { Reader } from '../../src/reader/reader.ts';
import { deskOver } from './desk.ts';

/** The spans that a question gets in one sentence, as text. */
export async function spansIn(sentence: string, question: string, reader?: Reader): Promise<readonly Span[]> {
  const desk = await deskOver([parseArticle('a.txt', `Report\n\n${sentence}`)], reader);
  const { passages, nearest } = await desk.ask({ question });
  return [...passages, ...nearest][0]?.spans ?? [];
}
