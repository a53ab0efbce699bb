import { documentOf } from '../../../src/article/document.ts';
import type { StoredArticle, Tombstone } from '../../../src/store/articles/stored.ts';
import { entryNamed, ownArticles, retractedArticles } from '../../../src/desk/find/article-named.ts';
import { detailsButton } from '../../../src/desk/forms/details-form.ts';
import { type Desk, editorTools } from '../../../src/desk/ports.ts';
import { addedWords, byWords } from '../../../src/desk/provenance-words.ts';
import { cautionWords, originWords } from '../../../src/desk/reading-words.ts';
import { visibilityWords } from '../../../src/desk/forms/visibility-input.ts';
import { minute, say } from '../../../src/reply/say.ts';
import type { Block, Reply, Words } from '../../../src/reply/reply.ts';
import { line, list, note, title, when } from '../../../src/reply/blocks.ts';

/** Number of revisions listed; older ones are counted. */
const SHOWN = 10;

/** Everything the archive knows about an article, whether or not it may be quoted here. */
export async function runShow({ article }: { article: string }, desk: Desk): Promise<Reply> {
  const tools = editorTools(desk);
  const entries = [...ownArticles(tools), ...(await retractedArticles(tools))];
  const { id, headline } = await entryNamed(desk, entries, article);
  const [found, revisions, posts] = await Promise.all([
    tools.archive.article(id),
    tools.archive.revisions(id),
    tools.archive.posts.count(id),
  ]);
  const items = revisions
    .toReversed()
    .slice(0, SHOWN)
    .map(({ n, by, at, withheld }): Words => [
      say('show.revision', { revision: `${id}.r${n}`, minute: minute(at), who: byWords(by) }),
      ...(withheld ? [' · ', say('show.withheld')] : []),
    ]);
  const older = revisions.length - items.length;
  const facts: Words[] =
    found.state === 'live'
      ? liveFacts(found.stored, desk.now())
      : found.state === 'retracted'
        ? retractedFacts(found.tombstone)
        : [[found.state === 'damaged' ? found.damage.told : say('show.gone')]];
  const blocks: Block[] = [
    title({ news: headline }),
    list([...facts, [say('show.posts', { posts })]]),
    line(say('show.revisions', { revisions: revisions.length })),
    list(items),
    ...when(older > 0, note(say('show.older', { revisions: older }))),
  ];
  const buttons = found.state === 'live' ? [detailsButton(id)] : [];
  return { tone: 'info', private: true, blocks, buttons };
}

function liveFacts(stored: StoredArticle, now: Date): Words[] {
  const { article, visibility, addedAt, reading } = stored;
  const origins = reading && originWords(reading);
  const known = [article.byline, article.publisher, article.publishedAt, article.language, article.url];
  return [
    [`${article.id} · `, say('articles.sentences', { sentences: documentOf(article).sentences.length })],
    ...(known.some((fact) => fact !== undefined) ? [[known.filter(Boolean).join(' · ')]] : []),
    ...(origins === undefined ? [] : [[say('show.origin', { origins })]]),
    ...cautionWords(reading).map((caution) => [caution]),
    [say('show.added', { minute: minute(addedAt), added: addedWords(stored) })],
    [say('show.quoted', { where: visibilityWords(visibility, now) })],
  ];
}

const retractedFacts = ({ id, retractedAt, retractedBy, reason }: Tombstone): Words[] => [
  [say('show.retracted', { id, minute: minute(retractedAt), who: byWords(retractedBy) })],
  [say('past.reason', { reason })],
];
