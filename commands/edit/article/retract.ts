import { entryNamed, ownArticles } from '../../../src/desk/find/article-named.ts';
import { type Desk, editorTools } from '../../../src/desk/ports.ts';
import { plural } from '../../../src/reply/count.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { line, note, title } from '../../../src/reply/blocks.ts';

/** Shows what would go, with the text as a file, since retracting erases it; the button then asks for the reason. */
export async function runRetract({ article }: { article: string }, desk: Desk): Promise<Reply> {
  const tools = editorTools(desk);
  const { id, headline } = await entryNamed(desk, ownArticles(tools), article);
  const found = await tools.archive.article(id);
  const posts = await tools.archive.posts.count(id);
  return {
    tone: 'unsure',
    private: true,
    blocks: [
      title('Retract “', { news: headline }, '”?'),
      line(
        `It goes from answers, search and buttons at once, in all its revisions, and its text is erased here. `,
        posts === 0
          ? 'No posted message quotes it.'
          : `${plural(posts, 'posted message')} with its quotes will say so.`,
      ),
      ...(found.state === 'live'
        ? [note('Keep the file if it may come back: /article restore needs the text.')]
        : []),
    ],
    buttons: [{ label: 'Retract …', action: 'retract', args: [id], danger: true }],
    ...(found.state === 'live' && {
      files: [{ name: `${id}.txt`, data: new TextEncoder().encode(found.stored.article.text) }],
    }),
  };
}
