import { z } from 'zod';
import { anything, type EngineClient } from './client.ts';
import { IN_USE, indexOf } from './mapping.ts';

/** What an index holds: one large server, or all the others together. */
export type IndexTarget = 'shared' | Readonly<{ server: string }>;

/** Which indexes there are. Every method throws EngineError. */
export type Layout = Readonly<{
  /** The alias that a server's articles are behind. */
  aliasOf(guildId: string): Promise<string>;
  /** The servers that have an index of their own. */
  ownServers(): Promise<ReadonlySet<string>>;
  /** The index behind a target's alias; undefined when there is none yet. */
  current(target: IndexTarget): Promise<string | undefined>;
  /** The index that is being built for a target, which no alias stands for yet. */
  unfinished(target: IndexTarget): Promise<string | undefined>;
  /** Makes an empty index for a target; no alias stands for it. */
  create(target: IndexTarget, shards: number): Promise<string>;
  /** Puts an index behind its target's alias at one moment, then deletes the one that was there. */
  publish(target: IndexTarget, index: string): Promise<void>;
  /** Deletes a server's own index; the server is then looked for in the shared one. */
  dropOwn(guildId: string): Promise<void>;
  /** Reads anew what is behind the aliases, which is otherwise believed for a few seconds. */
  forget(): void;
}>;

const PREFIX = 'pullquote';
/** How long is believed what stands behind an alias. Milliseconds. */
const KEPT_MS = 5000;

const aliasesSchema = z.record(z.string(), z.object({ aliases: z.record(z.string(), anything) }));

const aliasFor = (target: IndexTarget): string =>
  target === 'shared' ? `${PREFIX}-shared` : `${PREFIX}-server-${target.server}`;

/** The number of a target's index: each new one has a higher one. */
const generationOf = (index: string): number => Number(index.slice(index.lastIndexOf('.') + 1));

/** The indexes of Pullquote in a cluster: `pullquote-shared.1` behind the alias `pullquote-shared`, and so on. */
export function createLayout(client: EngineClient, now: () => number = Date.now): Layout {
  const { indexes, ofTarget, forget } = knownIndexes(client, now);

  async function ownServers(): Promise<ReadonlySet<string>> {
    const start = aliasFor({ server: '' });
    const aliases = [...(await indexes()).values()].flat().filter((alias) => alias.startsWith(start));
    return new Set(aliases.map((alias) => alias.slice(start.length)));
  }

  const current = async (target: IndexTarget): Promise<string | undefined> =>
    (await ofTarget(target)).find(({ published }) => published)?.index;

  async function remove(names: readonly string[]): Promise<void> {
    for (const index of names)
      await client.send({ method: 'DELETE', path: `/${index}`, patience: 'write', also: [404] }, anything);
    forget();
  }

  return {
    forget,
    current,
    ownServers,
    async aliasOf(guildId) {
      return aliasFor((await ownServers()).has(guildId) ? { server: guildId } : 'shared');
    },
    async unfinished(target) {
      const [newest] = await ofTarget(target);
      return newest && !newest.published ? newest.index : undefined;
    },
    async create(target, shards) {
      forget();
      const [newest] = await ofTarget(target);
      const index = `${aliasFor(target)}.${newest ? generationOf(newest.index) + 1 : 1}`;
      // 400: another process has just made it.
      await client.send(
        { method: 'PUT', path: `/${index}`, body: indexOf({ shards }), patience: 'write', also: [400] },
        anything,
      );
      forget();
      return index;
    },
    async publish(target, index) {
      forget();
      const write = { patience: 'long' } as const;
      await client.send(
        { ...write, method: 'PUT', path: `/${index}/_settings`, body: { index: IN_USE } },
        anything,
      );
      // What was written while it was built is durable from here on.
      await client.send({ ...write, method: 'POST', path: `/${index}/_flush` }, anything);
      const alias = aliasFor(target);
      const others = (await ofTarget(target)).filter((other) => other.index !== index);
      const actions = [
        ...others
          .filter(({ published }) => published)
          .map((other) => ({ remove: { index: other.index, alias } })),
        { add: { index, alias } },
      ];
      await client.send(
        { method: 'POST', path: '/_aliases', body: { actions }, patience: 'write' },
        anything,
      );
      await remove(others.map((other) => other.index));
    },
    async dropOwn(guildId) {
      await remove((await ofTarget({ server: guildId })).map(({ index }) => index));
    },
  };
}

/** The indexes of a cluster and what they are called, believed for a few seconds. */
function knownIndexes(client: EngineClient, now: () => number) {
  let known: { at: number; indexes: Promise<ReadonlyMap<string, readonly string[]>> } | undefined;

  async function read(): Promise<ReadonlyMap<string, readonly string[]>> {
    const request = { method: 'GET', path: `/${PREFIX}-*/_alias`, also: [404] } as const;
    const found = await client.send(request, z.union([aliasesSchema, z.object({ status: z.literal(404) })]));
    if ('status' in found && found.status === 404) return new Map();
    const named = Object.entries(found as z.output<typeof aliasesSchema>);
    return new Map(named.map(([index, { aliases }]) => [index, Object.keys(aliases)]));
  }

  function indexes(): Promise<ReadonlyMap<string, readonly string[]>> {
    if (known && now() - known.at < KEPT_MS) return known.indexes;
    const reading = read();
    known = { at: now(), indexes: reading };
    // A failure is not believed.
    reading.catch(() => (known = undefined));
    return reading;
  }

  const forget = (): void => void (known = undefined);

  async function ofTarget(target: IndexTarget): Promise<{ index: string; published: boolean }[]> {
    const alias = aliasFor(target);
    return [...(await indexes())]
      .filter(([index]) => index.startsWith(`${alias}.`))
      .map(([index, aliases]) => ({ index, published: aliases.includes(alias) }))
      .toSorted((a, b) => generationOf(b.index) - generationOf(a.index));
  }

  return { indexes, ofTarget, forget };
}
