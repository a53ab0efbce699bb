import { z } from 'zod';
import { addedSentences, changedSentences, type SentenceChange } from '../answer/changed.ts';
import type { Document } from '../article/article.ts';
import { quoteOf } from '../article/document.ts';
import type { KeptPost } from '../store/desk/posts.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import { documentOfStored } from '../desk/find/stored-document.ts';
import { byWords } from '../desk/provenance-words.ts';
import { changedDetails } from '../reply/changed-blocks.ts';
import { differenceWords } from '../reply/check-words.ts';
import type { Block, Reply, Said, Words } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import { line, list, note, when } from '../reply/blocks.ts';
import { readNotice } from '../words/message.ts';
import { placeName } from '../reply/place-name.ts';

/** News for the desk channel. */
export const newsSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('corrected'), articleId: z.string(), revision: z.number() }),
  z.strictObject({ what: z.enum(['retracted', 'restored']), articleId: z.string() }),
  z.strictObject({ what: z.literal('feed-stopped'), feed: z.string(), problem: z.string() }),
  z.strictObject({ what: z.literal('feed-works'), feed: z.string() }),
  z.strictObject({ what: z.literal('not-edited'), link: z.string() }),
]);
export type News = z.output<typeof newsSchema>;

type Touched = Extract<SentenceChange, { state: 'reworded' | 'removed' }>;

/** Changed sentences to show in a digest; further ones are only counted. */
const SHOWN = 5;
/** Sentences to compare for a digest; the rest of a longer article is ignored. */
const COMPARED = 400;

/** The reply that announces a piece of news; undefined when it is outdated. */
export async function digest(
  news: News,
  archive: Pick<GuildArchive, 'article' | 'revision' | 'revisions' | 'posts'>,
): Promise<Reply | undefined> {
  switch (news.what) {
    case 'feed-stopped':
      return notice(say('feeds.stopped', { feed: news.feed, problem: readNotice(news.problem) }));
    case 'feed-works':
      return notice(say('feeds.works', { feed: news.feed }));
    case 'not-edited':
      return {
        ...notice(say('digest.not-edited')),
        // A button, because addresses in text blocks are escaped and cannot be clicked.
        buttons: [{ label: say('digest.go'), url: news.link }],
      };
    case 'corrected':
    case 'retracted':
    case 'restored':
      return articleDigest(news, archive);
  }
}

/** The news in a stored message of the desk channel. Throws a ZodError if it has none. */
export const newsOf = ({ outline }: Pick<KeptPost, 'outline'>): News =>
  newsSchema.parse(JSON.parse(outline?.shape ?? 'null'));

/** Records which article a message in the desk channel quotes, so that a retraction removes the quotes there, too. */
export async function keepDigest(
  news: Extract<News, { what: 'corrected' }>,
  message: Readonly<{ channelId: string; messageId: string }>,
  { posts }: Pick<GuildArchive, 'posts'>,
): Promise<void> {
  const { articleId, revision } = news;
  const outline = { shape: JSON.stringify(news), words: '[]' };
  await posts.record({ ...message, kind: 'desk', outline, quotes: [{ articleId, revision, sentence: 0 }] });
}

/** The current form of a message in the desk channel: unchanged, or a note that the article was retracted. */
export async function digestNow(news: News, archive: Parameters<typeof digest>[1]): Promise<Reply> {
  return (
    (await digest(news, archive)) ??
    ('articleId' in news
      ? await digest({ what: 'retracted', articleId: news.articleId }, archive)
      : undefined) ??
    notice(say('digest.outdated'))
  );
}

const notice = (words: Said): Reply => ({
  tone: 'unsure',
  private: false,
  blocks: [line(words)],
});

async function articleDigest(
  news: Extract<News, { articleId: string }>,
  archive: Parameters<typeof digest>[1],
): Promise<Reply | undefined> {
  const { articleId } = news;
  const posts = await archive.posts.count(articleId);
  const nameOf = (headline: string): Said =>
    say('article.named', { headline: { news: headline }, id: articleId });
  const follow: Block = note(posts === 0 ? say('retract.no-posts') : say('digest.posts', { posts }));
  const current = await archive.article(articleId);
  if (news.what === 'retracted') {
    if (current.state !== 'retracted') return undefined;
    const { headline, reason, retractedBy } = current.tombstone;
    return {
      tone: 'unsure',
      private: false,
      blocks: [
        line(say('digest.retracted', { who: byWords(retractedBy), article: nameOf(headline) })),
        line(say('past.reason', { reason })),
        follow,
      ],
    };
  }
  if (current.state !== 'live') return undefined;
  const { headline } = current.stored.article;
  const by = (await archive.revisions(articleId)).at(-1)?.by ?? 'terminal';
  const told = { who: byWords(by), article: nameOf(headline) };
  const words =
    news.what === 'corrected'
      ? say('digest.corrected', { ...told, revision: String(news.revision) })
      : say('digest.restored', { ...told, revision: String(current.stored.article.revision) });
  return {
    tone: 'info',
    private: false,
    blocks: [
      line(words),
      ...(news.what === 'corrected' ? await differences(articleId, news.revision, archive) : []),
      follow,
    ],
  };
}

/** A sentence or headline that a correction changed, with deletions struck and insertions marked. */
const changeWords = (change: Touched, earlier: Document): Said =>
  change.state === 'reworded'
    ? say('digest.reworded', {
        place: placeName(change.now.n),
        words: differenceWords(change.difference, 'news'),
      })
    : say('digest.removed', {
        place: placeName(change.cited.n),
        words: { news: quoteOf(earlier, change.cited), struck: true },
      });

/** What a correction changed: the headline, details, and sentences. */
async function differences(
  articleId: string,
  revision: number,
  archive: Parameters<typeof digest>[1],
): Promise<Block[]> {
  const [before, after] = await Promise.all([
    archive.revision(articleId, revision - 1),
    archive.revision(articleId, revision),
  ]);
  if (before.state !== 'live' || after.state !== 'live') return [];
  const [earlier, later] = [documentOfStored(before.stored), documentOfStored(after.stored)];
  const sentences = changedText(earlier, later);
  const rest = sentences.length - SHOWN;
  const items = [
    ...touchedOf(changedSentences(earlier, later, 0))
      .map((change) => changeWords(change, earlier))
      .map(alone),
    ...changedDetails(earlier.article, later.article),
    ...sentences.slice(0, SHOWN).map(alone),
  ];
  return [
    ...when(items.length > 0, list(items)),
    ...when(rest > 0, note(say('digest.more', { sentences: rest }))),
  ];
}

const alone = (said: Said): Words => [said];

const touchedOf = (changes: readonly SentenceChange[]): Touched[] =>
  changes.filter((change) => change.state === 'reworded' || change.state === 'removed');

/** The sentences that were reworded, removed and added. A headline at the top of the text is told apart. */
function changedText(earlier: Document, later: Document): Said[] {
  const count = earlier.sentences.length;
  if (count === 0 || count > COMPARED || later.sentences.length > COMPARED) return [];
  const changes = changedSentences(earlier, later, 1, count);
  const added = addedSentences(earlier, later, changes).map((sentence) =>
    say('digest.added', {
      place: placeName(sentence.n),
      words: { news: quoteOf(later, sentence), added: true },
    }),
  );
  return [...touchedOf(changes).map((change) => changeWords(change, earlier)), ...added];
}
