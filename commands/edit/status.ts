import { z } from 'zod';
import type { Vitals } from '../../src/desk/editor-tools.ts';
import { defineCommand, editorTools } from '../../src/desk/ports.ts';
import { MANAGE_SERVER } from '../../src/desk/options.ts';
import { day, minute, say } from '../../src/reply/say.ts';
import { engineItems } from '../../src/desk/engine-items.ts';
import type { Said, Words } from '../../src/reply/reply.ts';
import { line, list, note, title, when } from '../../src/reply/blocks.ts';

/** Number of failed jobs whose reasons are listed. */
const FAILURES = 5;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

export default defineCommand({
  data: {
    name: 'status',
    description: 'For editors: how the archive and the program are',
    default_member_permissions: MANAGE_SERVER,
  },
  input: z.strictObject({}),
  async run(_input, desk) {
    const { archive, damaged, vitals, engine } = editorTools(desk);
    const [status, jobs, search] = await Promise.all([archive.status(), archive.jobs.list(50), engine?.()]);
    const { version, articles, sentences, indexBytes, mostIndexBytes, latency, reader } = vitals();
    const failures = jobs.filter(({ state }) => state === 'failed').slice(0, FAILURES);
    const { opening } = desk;
    const items: Words[] = [
      [say('status.articles', { articles: status.articles, retracted: status.retracted })],
      ...(search ? [] : [[say('status.index', { articles, sentences })]]),
      ...(opening ? [[say('status.opening', { read: opening.read, articles: opening.all })]] : []),
      [
        status.newestPublishedAt === undefined
          ? say('status.newest-none')
          : say('status.newest', { day: day(status.newestPublishedAt) }),
      ],
      [
        status.lastIntakeAt === undefined
          ? say('status.intake-none')
          : say('status.intake', { minute: minute(status.lastIntakeAt) }),
      ],
      [
        say('status.feeds', {
          feeds: status.feeds,
          failing: status.failingFeeds,
          items: status.quarantinedItems,
        }),
      ],
      [say('status.jobs', { jobs: status.waitingJobs, failed: status.failedJobs })],
      [
        latency === undefined
          ? say('status.no-answers')
          : say('status.answers', {
              p50: latency.p50.toFixed(1),
              p99: latency.p99.toFixed(1),
              count: latency.count,
            }),
      ],
      [readerWords(reader)],
      ...(search
        ? engineItems(search, archive.guildId)
        : [[say('status.size', { size: megabytes(indexBytes), most: megabytes(mostIndexBytes) })]]),
      [say('status.gaps', { questions: status.gaps })],
      [`Pullquote ${version}`],
    ];
    return {
      tone: 'info',
      private: true,
      blocks: [
        title(say('status.title')),
        list(items),
        ...when(
          failures.length > 0,
          line(say('status.failed')),
          list(failures.map(({ changedAt, problem = '' }) => [minute(changedAt), ': ', problem])),
        ),
        ...[...damaged.values()].slice(0, FAILURES).map(({ told }) => note(told)),
      ],
    };
  },
  examples: () => ['/status'],
  editorsOnly: true,
});

/** One line about the neural reader. */
function readerWords(reader: Vitals['reader']): Said {
  if (reader.state !== 'ready') return say('status.reader-off', { reason: reader.reason });
  const { articlesWithoutVectors: missing } = reader;
  return missing === 0 ? say('status.reader') : say('status.vectors', { articles: missing });
}
