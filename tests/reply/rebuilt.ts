import { parseArticle } from '../../src/article/parse.ts';
import { commands } from '../../commands/index.ts';
import { documentOf } from '../../src/article/document.ts';
import type { Article, Document } from '../../src/article/article.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { readOutline, writeOutline, type Outline } from '../../src/reply/outline/outline.ts';
import { inLanguage } from '../../src/reply/in-language.ts';
import { replyAgain as again } from '../../src/reply/outline/rebuild.ts';
import type { Sight, Sights } from '../../src/reply/outline/sights.ts';
import { outlineOf } from '../../src/reply/outline/take.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { ENGLISH } from '../../src/words/spoken.ts';
import { member } from '../support/desk.ts';
import { replyOf } from '../support/session.ts';

export const replyAgain = async (...args: Parameters<typeof again>): Promise<Reply> =>
  inLanguage(await again(...args), ENGLISH);
export const png = async (svg: string): Promise<Uint8Array> => new TextEncoder().encode(svg);

export async function replyTo(desk: Desk, name: string, raw: object): Promise<Reply> {
  const command = commands.find(({ data }) => data.name === name);
  if (!command) throw new Error(`There is no /${name}.`);
  return replyOf(await runCommand(command, raw, desk, member));
}

/** A reply's outline after a round trip through the store. */
export const keptOf = (reply: Reply, documents: readonly Document[]): Outline =>
  readOutline(
    writeOutline(
      outlineOf(reply, (id, n) =>
        documents.find(({ article }) => article.id === id && article.revision === n),
      ),
    ),
  );

/** Articles as they may be shown: in their newest revision, or in another state. */
export function sightsOf(
  documents: readonly Document[],
  others: Readonly<Record<string, Sight>> = {},
): Sights {
  const byId = Map.groupBy(documents, ({ article }) => article.id);
  const live = [...byId].map(([id, revisions]): [string, Sight] => {
    const cited = new Map(revisions.map((document) => [document.article.revision, document]));
    const newest = revisions.reduce((a, b) => (b.article.revision > a.article.revision ? b : a));
    return [id, { state: 'live', cited, newest }];
  });
  return new Map([...live, ...Object.entries(others)]);
}

export const TUNNEL = `Tunnel opens

The harbour tunnel in Esbjerg opened on 3 March 2026. It cost 340 million euros, said Mayor Ida Holm. It took nine years to build.`;
export const FERRY = `Ferry stops

The Esbjerg ferry stopped on 5 April 2026. It had cost 12 million euros a year.`;

export const article = (id: string, text: string, revision = 1): Article => ({
  ...parseArticle(`${id}.txt`, text),
  revision,
});
export const tunnel = article('tunnel', TUNNEL);
export const ferry = article('ferry', FERRY);
export const corrected = documentOf(article('tunnel', TUNNEL.replace('340', '430'), 2));

export const ASKED: readonly (readonly [string, object])[] = [
  ['ask', { question: 'How much did the tunnel cost?' }],
  ['ask', { question: 'Why did nobody eat breakfast?' }],
  ['figures', { topic: 'Esbjerg' }],
  ['figures', {}],
  ['timeline', {}],
  ['summary', { article: 'tunnel', sentences: 2 }],
  ['quote', { phrase: 'million euros' }],
  [
    'check',
    { text: '“It cost 430 million euros”, “It took ten years to build” and “opened on 3 March 2026.”' },
  ],
  ['source', { text: 'cost 340 million' }],
  ['cite', { receipt: 'tunnel.r1.s2', format: 'html' }],
  ['card', { receipt: 'tunnel.r1.s2' }],
  ['who-is', { name: 'Ida Holm' }],
];
