import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../../src/answer/answer.ts';
import { focusOfOptions } from '../../../src/desk/focus.ts';
import { slugOf } from '../../../src/intake/extract.ts';
import { commandOptions } from '../../options.ts';
import { rebuild } from '../../../src/newsroom/engine/rebuild.ts';
import { EngineError } from '../../../src/search/index/opensearch/engine-error.ts';
import { linkEngine } from '../../../src/search/index/opensearch/engine.ts';
import { readFolder } from '../../../src/store/articles/folder.ts';
import { openStore, type Store } from '../../../src/store/archive.ts';
import { GUILD, newsroomOver, someone } from '../../../tests/support/newsroom.ts';
import { isHit } from '../../evaluate/hits.ts';
import { readQuestions } from '../../evaluate/questions.ts';
import { seededRandom, shuffled } from '../../evaluate/random.ts';
import { startNode } from '../../opensearch/node.ts';

const TRIES = 20;

/**
 * `npm run bench -- parity --data DIR [--data DIR …] [--sample 500]`: asks the same questions of the same articles in this process and
 * through OpenSearch, and prints how often both quote the same sentence first, and how often that is right. Each DIR has `articles/` and
 * `questions.jsonl`, as for `eval -- answers`.
 */
export async function benchParity(argv: readonly string[]): Promise<void> {
  const options = commandOptions(argv, { data: [], sample: 500 });
  const folder = mkdtempSync(path.join(tmpdir(), 'pullquote-parity-'));
  const node = await startNode();
  const link = linkEngine(node.url);
  const store = await openStore({ dataDir: folder });
  const here = newsroomOver(store, { limit: Number.POSITIVE_INFINITY });
  const there = newsroomOver(store, { searchEngine: link });
  try {
    for (const data of options.data) await addAll(store, path.join(data, 'articles'));
    await rebuild('shared', { ...link, store, signal: new AbortController().signal });
    await here.open(GUILD);
    const known = await Promise.all(
      options.data.map((data) => readQuestions(path.join(data, 'questions.jsonl'))),
    );
    const questions = shuffled(
      known.flat().filter(({ answerable, gold }) => answerable && gold.length > 0),
      seededRandom(1),
    ).slice(0, options.sample);
    const counts = { same: 0, here: 0, there: 0 };
    for (const { q: question, gold } of questions) {
      const near = await here.deskFor(someone());
      const far = await there.deskFor(someone());
      const focused = await patiently(() => far.focus?.(focusOfOptions({ question }, false)));
      if (!focused) throw new Error('There is no search engine.');
      const first = quoted(await Promise.resolve(near.ask({ question })));
      const second = quoted(await Promise.resolve(focused.ask({ question })));
      counts.same += first === second ? 1 : 0;
      counts.here += isHit(first, gold) ? 1 : 0;
      counts.there += isHit(second, gold) ? 1 : 0;
    }
    const share = (count: number): string => `${((100 * count) / questions.length).toFixed(1)} %`;
    console.log(
      `${questions.length} questions: the same first quote ${share(counts.same)}; right in this process ${share(counts.here)}, through OpenSearch ${share(counts.there)}`,
    );
  } finally {
    here.close();
    there.close();
    await link.client.close();
    await store.close();
    await node.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addAll(store: Store, folder: string): Promise<void> {
  const { articles } = await readFolder(folder);
  const arrivals = articles.map(({ revision: _revision, sha256: _sha256, ...draft }) => ({
    draft: { ...draft, id: slugOf(draft.id) },
  }));
  await store.guild(GUILD).add(arrivals, { by: 'bench' });
}

/** Retries, because on a busy machine the node may take longer than askers would wait. */
async function patiently<Found>(ask: () => Promise<Found> | undefined): Promise<Found | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof EngineError) || tries === TRIES) throw error;
      await sleep(1000);
    }
  }
}

/** The first sentence that an answer quotes, or else its nearest. */
const quoted = ({ passages, nearest }: Answer): string => (passages[0] ?? nearest[0])?.quote ?? '';
