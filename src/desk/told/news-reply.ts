import type { Document } from '../../article/article.ts';
import { passageOf } from '../../answer/answer.ts';
import type { GuildArchive } from '../../store/guild-archive.ts';
import { mayQuote } from '../../store/articles/stored.ts';
import type { Follow } from '../../store/desk/follows.ts';
import type { FollowNews } from '../../store/desk/follow-news.ts';
import { line, list, note, title, when } from '../../reply/blocks.ts';
import { quotedAt } from '../../reply/changed-blocks.ts';
import { quoteBlock, withoutRepeats } from '../../reply/quote.ts';
import type { Block, Reply, Words } from '../../reply/reply.ts';
import { day, listed, say } from '../../reply/say.ts';
import { documentOfStored } from '../find/stored-document.ts';
import { freshSentences } from './news-of.ts';

/** Sentences quoted in a message about one article. */
const SENTENCES = 3;
/** Articles quoted in a message about several, one sentence each; further ones are listed by headline. */
const QUOTED = 8;
const LISTED = 15;

/** News of one article, as it is now. */
type Item = Readonly<{
  words: Words;
  quotes: readonly Block[];
  /** Number of sentences that are not quoted. */
  more: number;
  headline: string;
  /** Whether `words` already name the headline. */
  isNamed: boolean;
}>;

/** Where the news goes, for whom, and when. */
export type NewsPlace = Readonly<{
  archive: Pick<GuildArchive, 'article' | 'revision'>;
  /** What is followed there. */
  follows: readonly Follow[];
  /** Ids of the channel, and in a thread of its parent; empty for a person. */
  here: readonly string[];
  now: Date;
}>;

/**
 * A message with the sentences of articles about what is followed in a place, quoted as they now read, each with its receipt. Undefined
 * when nothing is left to send because it was retracted, is hidden there, or is no longer followed.
 */
export async function newsReply(news: readonly FollowNews[], telling: NewsPlace): Promise<Reply | undefined> {
  const items: Item[] = [];
  for (const each of news) {
    const item = await itemOf(each, telling, news.length === 1 ? SENTENCES : 1);
    if (item) items.push(item);
  }
  const [first] = items;
  if (!first) return undefined;
  const blocks = items.length === 1 ? alone(first) : together(items);
  return { tone: 'info', private: false, blocks };
}

const alone = ({ words, quotes, more }: Item): Block[] => [
  title(...words),
  ...quotes,
  ...when(more > 0, note(say('told.more-sentences', { sentences: more }))),
];

function together(items: readonly Item[]): Block[] {
  const named = items.slice(QUOTED, QUOTED + LISTED);
  const rest = items.length - QUOTED - named.length;
  return [
    title(say('told.articles', { articles: items.length })),
    ...items.slice(0, QUOTED).flatMap(({ words, quotes }) => [line(...words), ...quotes]),
    ...when(
      named.length > 0,
      list(
        named.map(({ words, headline, isNamed }) =>
          isNamed ? words : [say('told.headline', { words, headline: { news: headline } })],
        ),
      ),
    ),
    ...when(rest > 0, note(say('told.more-articles', { articles: rest }))),
  ];
}

async function itemOf(
  { articleId, since, follows: ids }: FollowNews,
  { archive, follows, here, now }: NewsPlace,
  sentences: number,
): Promise<Item | undefined> {
  const meant = follows.filter(({ id }) => ids.includes(id));
  const found = await archive.article(articleId);
  if (meant.length === 0) return undefined;
  if (found.state === 'retracted') {
    const { headline, retractedAt, reason, visibility } = found.tombstone;
    const isFollowed = meant.some(({ kind }) => kind === 'article');
    if (!isFollowed || !mayQuote(visibility, here, now)) return undefined;
    return {
      words: [say('told.retracted', { headline: { news: headline, struck: true } })],
      quotes: [note(say('told.retracted-on', { day: day(retractedAt), reason }))],
      more: 0,
      headline,
      isNamed: true,
    };
  }
  if (found.state !== 'live' || !mayQuote(found.stored.visibility, here, now)) return undefined;
  const document = documentOfStored(found.stored);
  const before = since === 0 ? undefined : await archive.revision(articleId, since);
  const earlier = before?.state === 'live' ? documentOfStored(before.stored) : undefined;
  return liveItem(document, earlier, meant, sentences);
}

function liveItem(
  document: Document,
  earlier: Document | undefined,
  meant: readonly Follow[],
  sentences: number,
): Item {
  const { headline } = document.article;
  const subjects = meant.filter(({ kind }) => kind !== 'article').map(({ subject }) => subject);
  const fresh = new Map(
    meant.flatMap((follow) => freshSentences(document, earlier, follow)).map((each) => [each.n, each]),
  );
  const all = [...fresh.values()].toSorted((a, b) => a.n - b.n);
  const quotes = withoutRepeats(
    all.slice(0, sentences).map((sentence) => quoteBlock(passageOf(document, sentence))),
  );
  const isRenamed = earlier !== undefined && earlier.article.headline !== headline;
  const isNamed = subjects.length === 0;
  const named = { headline: { news: headline } };
  const about = { subjects: listed([...new Set(subjects)].toSorted((a, b) => a.localeCompare(b))) };
  return {
    words: [
      isNamed
        ? say(earlier ? 'told.corrected' : 'told.restored', named)
        : say(earlier ? 'told.corrected-about' : 'told.new-about', about),
    ],
    // When nothing else is new in a followed article, its headline is, or something was removed.
    quotes: quotes.length > 0 ? quotes : isRenamed ? quotedAt(document, 0) : [note(say('told.taken-out'))],
    more: all.length - quotes.length,
    headline,
    isNamed,
  };
}
