import { documentOf } from '../../../src/article/document.ts';
import type { StoredArticle, Tombstone } from '../../../src/store/articles/stored.ts';
import { entryNamed, ownArticles, retractedArticles } from '../../../src/desk/find/article-named.ts';
import { detailsButton } from '../../../src/desk/forms/details-form.ts';
import { type Desk, editorTools } from '../../../src/desk/ports.ts';
import { addedWords, byWords } from '../../../src/desk/provenance-words.ts';
import { cautionWords, originWords } from '../../../src/desk/reading-words.ts';
import { visibilityWords } from '../../../src/desk/forms/visibility-input.ts';
import { minuteWords } from '../../../src/article/date-words.ts';
import { plural } from '../../../src/reply/count.ts';
import type { Block, Reply, Words } from '../../../src/reply/reply.ts';
import { line, list, note, title, when } from '../../../src/reply/blocks.ts';

/** Revisions listed; older ones are counted. */
const SHOWN = 10;

/** All that the desk knows of an article, whether it may be quoted here or not. */
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
      `${id}.r${n} · ${minuteWords(at)} · by `,
      ...byWords(by),
      withheld ? ' · text retracted' : '',
    ]);
  const older = revisions.length - items.length;
  const facts: Words[] =
    found.state === 'live'
      ? liveFacts(found.stored, desk.now())
      : found.state === 'retracted'
        ? retractedFacts(found.tombstone)
        : [[found.state === 'damaged' ? found.damage.message : 'It is not here any more.']];
  const blocks: Block[] = [
    title({ news: headline }),
    list([...facts, [`Quoted in ${plural(posts, 'posted message')}`]]),
    line(`${plural(revisions.length, 'revision')}, newest first:`),
    list(items),
    ...when(older > 0, note(`${plural(older, 'older revision')} not shown.`)),
  ];
  const buttons = found.state === 'live' ? [detailsButton(id)] : [];
  return { tone: 'info', private: true, blocks, buttons };
}

function liveFacts(stored: StoredArticle, now: Date): Words[] {
  const { article, visibility, addedAt, reading } = stored;
  const origins = reading && originWords(reading);
  const known = [article.byline, article.publisher, article.publishedAt, article.language, article.url];
  return [
    [`${article.id} · ${plural(documentOf(article).sentences.length, 'sentence')}`],
    ...(known.some((fact) => fact !== undefined) ? [[known.filter(Boolean).join(' · ')]] : []),
    ...(origins === undefined ? [] : [[`Read from: ${origins}`]]),
    ...cautionWords(reading).map((caution) => [caution]),
    ['Added ', minuteWords(addedAt), ', ', ...addedWords(stored)],
    ['Quoted ', ...visibilityWords(visibility, now)],
  ];
}

const retractedFacts = ({ id, retractedAt, retractedBy, reason }: Tombstone): Words[] => [
  [`${id} · retracted ${minuteWords(retractedAt)} by `, ...byWords(retractedBy)],
  [`Reason: ${reason}`],
];
