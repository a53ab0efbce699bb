import type { Request } from '../answer/ask.ts';
import { receiptOf, type Answer } from '../answer/answer.ts';
import { answerReply, SHOWN } from '../reply/answer-reply.ts';
import { withButtons } from '../reply/buttons.ts';
import type { Block, Reply, Text } from '../reply/reply.ts';
import { day, minute, say } from '../reply/say.ts';
import type { Asker, Desk } from './ports.ts';

/** Searches the articles for a question and builds the reply. */
export const answerQuestion = async (
  desk: Desk,
  asker: Asker,
  request: Request,
  hide: boolean,
): Promise<Reply> => wordAnswer(desk, asker, request.question, await desk.ask(request), hide);

/** Builds the reply to an answer; `how` says how the question was read. Unanswered questions are kept for the editors. */
export async function wordAnswer(
  desk: Desk,
  asker: Asker,
  question: string,
  answer: Answer,
  hide: boolean,
  how?: Text,
): Promise<Reply> {
  if (answer.verdict === 'nothing' && !desk.opening) {
    const nearest = answer.nearest.map(({ document, sentence }) => receiptOf(document.article, sentence));
    desk.notes.gap({ question, unknown: answer.unknown, nearest }, asker);
  }
  const reply = answerReply(question, answer, hide);
  const told: Block[] = how === undefined ? [] : [{ type: 'note', words: [how] }];
  const fresh = { ...reply, blocks: [...reply.blocks, ...told, ...freshnessBlocks(desk)] };
  return withButtons(fresh, asker.userId, answer.passages.slice(SHOWN));
}

/** For archives with feeds: how new the newest article is, and a warning when a feed has not been read for too long. */
function freshnessBlocks({ freshness }: Desk): Block[] {
  if (!freshness) return [];
  const { newest, lateSince } = freshness;
  return [
    ...(newest === undefined
      ? []
      : [{ type: 'note', words: [say('answer.newest', { day: day(newest) })] } as const]),
    ...(lateSince === undefined
      ? []
      : [
          {
            type: 'note',
            words: [say('answer.feed-late', { minute: minute(lateSince) })],
          } as const,
        ]),
  ];
}
