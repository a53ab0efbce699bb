import type { Document } from '../../article/article.ts';
import { freshSentences } from './news-of.ts';
import type { GuildArchive } from '../../store/guild-archive.ts';
import { mayQuote } from '../../store/articles/stored.ts';
import { line, list, note, title, when } from '../../reply/blocks.ts';
import { quotedAt } from '../../reply/changed-blocks.ts';
import type { Block, Reply, Words } from '../../reply/reply.ts';
import { day, minute, say } from '../../reply/say.ts';
import { documentOfStored } from '../find/stored-document.ts';

/** New articles whose first sentence is quoted, and further ones listed by headline. */
const LEADS = 6;
const HEADLINES = 12;
/** Corrected articles, and corrected sentences of each, that are quoted. */
const CORRECTIONS = 4;
const SENTENCES = 2;
const GAPS = 5;
/** Longer articles are not compared. Sentences. */
const COMPARED = 400;

export type BriefingSources = Readonly<{
  archive: Pick<GuildArchive, 'article' | 'revision' | 'changedBetween' | 'gaps'>;
  /** Ids of the channel, and in a thread of its parent. */
  here: readonly string[];
  /** Whether unanswered questions are listed. */
  gaps: boolean;
  /** The period covered: after `from`, up to `to`. ISO 8601, UTC. */
  from: string;
  to: string;
  every: 'day' | 'week';
  now: Date;
}>;

/**
 * A digest of changes in an archive that may be seen in a channel: new articles with their first sentences, corrected sentences as they
 * now read, retractions, and unanswered questions. Undefined when there is nothing.
 */
export async function briefingReply(sources: BriefingSources): Promise<Reply | undefined> {
  const { archive, from, to, every } = sources;
  const changes = await archive.changedBetween(from, to);
  const blocks = [
    ...added(await documentsOf(changes.added, sources)),
    ...(await corrected(changes.corrected, sources)),
    ...(await retracted(changes.retracted, sources)),
    ...(sources.gaps ? await gaps(sources) : []),
  ];
  if (blocks.length === 0) return undefined;
  return {
    tone: 'info',
    private: false,
    blocks: [
      title(say(every === 'day' ? 'briefing.daily' : 'briefing.weekly', { day: day(to) })),
      ...blocks,
      note(say('briefing.span', { from: minute(from), to: minute(to) })),
    ],
  };
}

/** The current articles, without those that may not be seen. */
async function documentsOf(
  ids: readonly string[],
  { archive, here, now }: BriefingSources,
): Promise<Document[]> {
  const documents: Document[] = [];
  for (const id of ids) {
    const found = await archive.article(id);
    if (found.state === 'live' && mayQuote(found.stored.visibility, here, now))
      documents.push(documentOfStored(found.stored));
  }
  return documents;
}

function added(documents: readonly Document[]): Block[] {
  const listed = documents.slice(LEADS, LEADS + HEADLINES);
  const rest = documents.length - LEADS - listed.length;
  return [
    ...when(documents.length > 0, line(say('briefing.new', { articles: documents.length }))),
    ...documents.slice(0, LEADS).flatMap((document) => quotedAt(document, 1)),
    ...when(
      listed.length > 0,
      list(listed.map(({ article }) => [say('list.quoted', { text: { news: article.headline } })])),
    ),
    ...when(rest > 0, note(say('briefing.more-new', { articles: rest }))),
  ];
}

async function corrected(
  articles: Awaited<ReturnType<GuildArchive['changedBetween']>>['corrected'],
  sources: BriefingSources,
): Promise<Block[]> {
  const shown: Block[] = [];
  let count = 0;
  for (const { articleId, before } of articles) {
    const [later] = await documentsOf([articleId], sources);
    if (!later) continue;
    count += 1;
    if (count > CORRECTIONS) continue;
    const found = await sources.archive.revision(articleId, before);
    const earlier = found.state === 'live' ? documentOfStored(found.stored) : undefined;
    shown.push(
      line(say('told.corrected', { headline: { news: later.article.headline } })),
      ...nowReads(earlier, later),
    );
  }
  return [
    ...shown,
    ...when(count > CORRECTIONS, note(say('briefing.more-corrected', { articles: count - CORRECTIONS }))),
  ];
}

/**
 * The sentences that a correction reworded or added as they now read, or else a new headline, details, or that something was removed.
 * The old wording is not repeated.
 */
function nowReads(earlier: Document | undefined, later: Document): Block[] {
  if (!earlier || later.sentences.length > COMPARED) return [];
  const fresh = freshSentences(later, earlier, { kind: 'article', subject: later.article.id });
  if (fresh.length > 0) return fresh.slice(0, SENTENCES).flatMap(({ n }) => quotedAt(later, n));
  if (earlier.article.headline !== later.article.headline) return quotedAt(later, 0);
  return earlier.article.sha256 === later.article.sha256 ? [] : [note(say('told.taken-out'))];
}

async function retracted(ids: readonly string[], { archive, here, now }: BriefingSources): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const id of ids) {
    const found = await archive.article(id);
    if (found.state !== 'retracted' || !mayQuote(found.tombstone.visibility, here, now)) continue;
    const { headline, reason } = found.tombstone;
    blocks.push(line(say('told.retracted', { headline: { news: headline, struck: true } })), note(reason));
  }
  return blocks;
}

async function gaps({ archive, from, to }: BriefingSources): Promise<Block[]> {
  const asked = (await archive.gaps.list(200)).filter(({ lastAt }) => lastAt > from && lastAt <= to);
  if (asked.length === 0) return [];
  const rest = asked.length - GAPS;
  return [
    line(say('briefing.asked')),
    list(
      asked
        .slice(0, GAPS)
        .map(({ question, times }): Words => [
          { typed: question },
          ...(times > 1 ? [' ', say('briefing.times', { times })] : []),
        ]),
    ),
    ...when(rest > 0, note(say('briefing.more-asked', { questions: rest }))),
  ];
}
