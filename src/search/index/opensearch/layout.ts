import { z } from 'zod';
import { anything, type EngineClient } from './client.ts';
import { IN_USE, indexOf } from './mapping.ts';

/** The content of an index: one large server, or all other servers. */
export type IndexTarget = 'shared' | Readonly<{ server: string }>;

/** The indexes of a cluster. Every method throws EngineError. */
export type Layout = Readonly<{
  /** The alias for a server's articles. */
  aliasOf(guildId: string): Promise<string>;
  /** The servers with an index of their own. */
  ownServers(): Promise<ReadonlySet<string>>;
  /** The index behind a target's alias; undefined when there is none. */
  current(target: IndexTarget): Promise<string | undefined>;
  /** The index that is being built for a target and has no alias yet. */
  unfinished(target: IndexTarget): Promise<string | undefined>;
  /** Creates an empty index for a target, without an alias. */
  create(target: IndexTarget, shards: number): Promise<string>;
  /** Moves a target's alias to an index atomically, then deletes the previous index. */
  publish(target: IndexTarget, index: string): Promise<void>;
  /** Deletes a server's own index; its articles are then searched in the shared one. */
  dropOwn(guildId: string): Promise<void>;
  /** Forgets the aliases, which are otherwise cached for a few seconds. */
  forget(): void;
}>;

const PREFIX = 'pullquote';
/** How long aliases are cached. Milliseconds. */
const KEPT_MS = 5000;

const aliasesSchema = z.record(z.string(), z.object({ aliases: z.record(z.string(), anything) }));

const aliasFor = (target: IndexTarget): string =>
  target === 'shared' ? `${PREFIX}-shared` : `${PREFIX}-server-${target.server}`;

/** The number of a target's index; newer indexes have higher ones. */
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
      // 400: another process has just created it.
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
      // Makes everything written during the build durable.
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
    // Do not cache a failure.
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
