import { plural } from './count.ts';
import type { Reply } from './reply.ts';
import { line, note } from './blocks.ts';

/** That there is nothing to list, for the asker alone: `what` opens the sentence ("No figure"). */
export function nothingReply(what: string, topic: string | undefined, articles: number): Reply {
  const about = topic === undefined ? '' : ` about “${topic}”`;
  return {
    tone: 'nothing',
    private: true,
    blocks: [
      line(`${what}${about} in ${plural(articles, 'article')} searched.`),
      note('/ask takes any question; /articles lists what there is.'),
    ],
  };
}
