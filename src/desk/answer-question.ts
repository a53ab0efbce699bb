import type { Request } from '../answer/ask.ts';
import { receiptOf, type Answer } from '../answer/answer.ts';
import { answerReply, SHOWN } from '../reply/answer-reply.ts';
import { withButtons } from '../reply/buttons.ts';
import type { Block, Reply } from '../reply/reply.ts';
import type { Asker } from './command.ts';
import type { Desk } from './desk.ts';
import { minuteOf } from './visibility-input.ts';

/**
 * Puts a question to the articles and words the answer; a question without one is kept for the desk. `again` is another
 * way to ask, for when there is no answer: what it finds is never shown as sure, and the reply says how it was asked.
 */
export async function answerQuestion(
  desk: Desk,
  asker: Asker,
  request: Request,
  hide: boolean,
  again?: Request,
): Promise<Reply> {
  const first = desk.ask(request);
  const second = first.verdict === 'nothing' && again ? desk.ask(again) : undefined;
  const other = second && second.verdict !== 'nothing' ? second : undefined;
  const answer: Answer = other ? { ...other, verdict: 'unsure' } : first;
  if (answer.verdict === 'nothing' && !desk.opening) {
    const nearest = answer.nearest.map(({ document, sentence }) => receiptOf(document.article, sentence));
    desk.notes.gap({ question: request.question, unknown: answer.unknown, nearest }, asker);
  }
  const reply = answerReply(request.question, answer, hide);
  const how: Block[] =
    other && again
      ? [{ type: 'note', words: [`Asked as “${again.question}” in articles whose headline has the name.`] }]
      : [];
  const fresh = { ...reply, blocks: [...reply.blocks, ...how, ...freshnessBlocks(desk)] };
  return withButtons(fresh, asker.userId, answer.passages.slice(SHOWN));
}

/** Where articles come from feeds: how new the newest is, and a warning when a feed has not been read for too long. */
function freshnessBlocks({ freshness }: Desk): Block[] {
  if (!freshness) return [];
  const { newest, lateSince } = freshness;
  return [
    ...(newest === undefined
      ? []
      : [{ type: 'note', words: [`Newest article: ${newest.slice(0, 10)}.`] } as const]),
    ...(lateSince === undefined
      ? []
      : [
          {
            type: 'note',
            words: [`News may be missing: a feed has not been read since ${minuteOf(lateSince)}.`],
          } as const,
        ]),
  ];
}
