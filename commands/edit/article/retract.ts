import { entryNamed, ownArticles } from '../../../src/desk/find/article-named.ts';
import { type Desk, editorTools } from '../../../src/desk/ports.ts';
import { say } from '../../../src/reply/say.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { line, note, title } from '../../../src/reply/blocks.ts';

/** Shows what would be erased, with the text as a file; a button then asks for the reason. */
export async function runRetract({ article }: { article: string }, desk: Desk): Promise<Reply> {
  const tools = editorTools(desk);
  const { id, headline } = await entryNamed(desk, ownArticles(tools), article);
  const found = await tools.archive.article(id);
  const posts = await tools.archive.posts.count(id);
  return {
    tone: 'unsure',
    private: true,
    blocks: [
      title(say('retract.title', { headline: { news: headline } })),
      line(say('retract.told'), ' ', posts === 0 ? say('retract.no-posts') : say('retract.posts', { posts })),
      ...(found.state === 'live' ? [note(say('retract.keep'))] : []),
    ],
    buttons: [{ label: say('retract.button'), action: 'retract', args: [id], danger: true }],
    ...(found.state === 'live' && {
      files: [{ name: `${id}.txt`, data: new TextEncoder().encode(found.stored.article.text) }],
    }),
  };
}
