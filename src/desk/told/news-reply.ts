import type { Document } from '../../article/article.ts';
import { dayWords } from '../../article/date-words.ts';
import { passageOf } from '../../answer/answer.ts';
import type { GuildArchive } from '../../store/guild-archive.ts';
import { mayQuote } from '../../store/articles/stored.ts';
import type { Follow } from '../../store/desk/follows.ts';
import type { FollowNews } from '../../store/desk/follow-news.ts';
import { line, list, note, title, when } from '../../reply/blocks.ts';
import { plural } from '../../reply/count.ts';
import { quoteBlock } from '../../reply/quote.ts';
import type { Block, Reply, Words } from '../../reply/reply.ts';
import { documentOfStored } from '../find/stored-document.ts';
import { freshSentences } from './news-of.ts';

/** Sentences quoted of one article that has a message to itself. */
const SENTENCES = 3;
/** Articles that are quoted in a message about several, one sentence each; more are listed by headline. */
const QUOTED = 8;
const LISTED = 15;

/** What a place is told of one article, as it is now. */
type Item = Readonly<{
  words: Words;
  quotes: readonly Block[];
  /** Sentences that are not quoted. */
  more: number;
  headline: string;
  /** Whether `words` name the headline themselves. */
  isNamed: boolean;
}>;

/** Where and of whom is told, and when. */
export type NewsPlace = Readonly<{
  archive: Pick<GuildArchive, 'article' | 'revision'>;
  /** What is followed there. */
  follows: readonly Follow[];
  /** Ids of the channels as which the place counts; none for a person. */
  here: readonly string[];
  now: Date;
}>;

/**
 * A message with what articles say of what is followed in a place: quotes as the articles read now, each with its receipt.
 * Undefined when by now there is nothing to tell: retracted, no longer to be seen there, no longer followed.
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
  ...when(more > 0, note(`${plural(more, 'more sentence')} of it in the article.`)),
];

function together(items: readonly Item[]): Block[] {
  const listed = items.slice(QUOTED, QUOTED + LISTED);
  const rest = items.length - QUOTED - listed.length;
  return [
    title(`${plural(items.length, 'article')} about what is followed here`),
    ...items.slice(0, QUOTED).flatMap(({ words, quotes }) => [line(...words), ...quotes]),
    ...when(
      listed.length > 0,
      list(
        listed.map(({ words, headline, isNamed }) =>
          isNamed ? words : [...words, ': “', { news: headline }, '”'],
        ),
      ),
    ),
    ...when(rest > 0, note(`${plural(rest, 'more article')}: /articles lists them.`)),
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
      words: ['Retracted: “', { news: headline, struck: true }, '”'],
      quotes: [note(`On ${dayWords(retractedAt)}: ${reason}`)],
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
  // A followed article of which something was only taken away still says so by its headline.
  const quotes = all.slice(0, sentences).map((sentence) => quoteBlock(passageOf(document, sentence)));
  const isNamed = subjects.length === 0;
  const verb = isNamed && !earlier ? 'Restored' : earlier ? 'Corrected' : 'New';
  return {
    words: isNamed ? [`${verb}: “`, { news: headline }, '”'] : [`${verb} about ${several(subjects)}`],
    quotes: quotes.length > 0 ? quotes : [note('Something was taken out of it.')],
    more: all.length - quotes.length,
    headline,
    isNamed,
  };
}

/** "A", "A and B", "A, B and C". */
function several(names: readonly string[]): string {
  const unique = [...new Set(names)];
  const last = unique.pop() ?? '';
  return unique.length === 0 ? last : `${unique.join(', ')} and ${last}`;
}
