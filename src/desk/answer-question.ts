import type { Request } from '../answer/ask.ts';
import { receiptOf } from '../answer/answer.ts';
import { answerReply, SHOWN } from '../reply/answer-reply.ts';
import { withButtons } from '../reply/buttons.ts';
import type { Reply } from '../reply/reply.ts';
import type { Asker } from './command.ts';
import type { Desk } from './desk.ts';

/** Puts a question to the articles and words the answer; a question without one is kept for the desk. */
export async function answerQuestion(
  desk: Desk,
  asker: Asker,
  request: Request,
  hide: boolean,
): Promise<Reply> {
  const answer = desk.ask(request);
  if (answer.verdict === 'nothing' && !desk.opening) {
    const nearest = answer.nearest.map(({ document, sentence }) => receiptOf(document.article, sentence));
    await desk.notes.gap({ question: request.question, unknown: answer.unknown, nearest }, asker);
  }
  return withButtons(answerReply(request.question, answer, hide), asker.userId, answer.passages.slice(SHOWN));
}
