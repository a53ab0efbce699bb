import { z } from 'zod';
import type { Vitals } from '../../src/desk/editor-tools.ts';
import { defineCommand, editorTools } from '../../src/desk/ports.ts';
import { MANAGE_SERVER } from '../../src/desk/options.ts';
import { dayWords, minuteWords } from '../../src/article/date-words.ts';
import { plural } from '../../src/reply/count.ts';
import { engineItems } from '../../src/desk/engine-items.ts';
import type { Words } from '../../src/reply/reply.ts';
import { line, list, note, title, when } from '../../src/reply/blocks.ts';

/** Failed jobs whose reasons are listed. */
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
      [`${plural(status.articles, 'article')} of this server, ${status.retracted} retracted`],
      ...(search
        ? []
        : [
            [
              `In the index, with house articles: ${plural(articles, 'article')}, ${plural(sentences, 'sentence')}`,
            ],
          ]),
      ...(opening ? [[`Opening: ${opening.read} of ${plural(opening.all, 'article')} so far`]] : []),
      [
        `Newest article: ${status.newestPublishedAt === undefined ? 'none has a date' : dayWords(status.newestPublishedAt)}`,
      ],
      [`Last intake: ${status.lastIntakeAt === undefined ? 'none yet' : minuteWords(status.lastIntakeAt)}`],
      [
        `${plural(status.feeds, 'feed')}, ${status.failingFeeds} failing, ${plural(status.quarantinedItems, 'item')} put aside`,
      ],
      [`${plural(status.waitingJobs, 'job')} waiting, ${status.failedJobs} failed`],
      [
        latency === undefined
          ? 'Answers: none yet since the start'
          : `Answers: p50 ${latency.p50.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms, over the last ${latency.count.toLocaleString('en-US')}`,
      ],
      [readerWords(reader)],
      ...(search
        ? engineItems(search, archive.guildId)
        : [[`Index: about ${megabytes(indexBytes)} of the ${megabytes(mostIndexBytes)} that fit`]]),
      [`${plural(status.gaps, 'question')} without an answer`],
      [`Pullquote ${version}`],
    ];
    return {
      tone: 'info',
      private: true,
      blocks: [
        title('Status'),
        list(items),
        ...when(
          failures.length > 0,
          line('What failed last:'),
          list(failures.map(({ changedAt, problem = '' }) => [`${minuteWords(changedAt)}: ${problem}`])),
        ),
        ...[...damaged.values()].slice(0, FAILURES).map(({ message }) => note(message)),
      ],
    };
  },
  examples: () => ['/status'],
  editorsOnly: true,
});

/** One line about the neural reader. */
function readerWords(reader: Vitals['reader']): string {
  if (reader.state !== 'ready') return `Neural reader: ${reader.reason}`;
  const { articlesWithoutVectors: missing } = reader;
  if (missing === 0) return 'Neural reader: ready';
  return `Neural reader: ready; vectors of ${plural(missing, 'article')} are still being made`;
}
