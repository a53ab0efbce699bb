import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Linux control group with a memory limit that its processes share. */
export type MemoryGroup = Readonly<{
  /** A command that runs another one in the group. */
  into(command: readonly string[]): readonly string[];
  /** Peak usage including cached files, and current usage without them. Bytes. */
  usage(): Readonly<{ most: number; now: number }>;
  /** Number of processes killed by the out-of-memory killer since the group was made. */
  killed(): number;
  /** Removes the group, which must be empty. */
  remove(): void;
}>;

/** Where the kernel exposes its groups, in versions 2 and 1, with the names of the files. */
const FORMS = [
  {
    made: '/sys/fs/cgroup/cgroup.controllers',
    root: '/sys/fs/cgroup',
    limit: 'memory.max',
    swap: ['memory.swap.max', '0'],
    most: 'memory.peak',
    anonymous: 'anon',
    events: 'memory.events',
  },
  {
    made: '/sys/fs/cgroup/memory/memory.limit_in_bytes',
    root: '/sys/fs/cgroup/memory',
    limit: 'memory.limit_in_bytes',
    swap: ['memory.swappiness', '0'],
    most: 'memory.max_usage_in_bytes',
    anonymous: 'rss',
    events: 'memory.oom_control',
  },
] as const;

/** Makes a group with a limit in bytes. Throws with the remedy when that is not permitted. */
export function memoryGroup(limit: number): MemoryGroup {
  const form = FORMS.find(({ made }) => existsSync(made));
  if (!form) throw new Error('There is no cgroup file system for memory here.');
  const folder = join(form.root, `pullquote-${process.pid}`);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const valueOf = (name: string, key: string): number =>
    Number(new RegExp(`^${key} (\\d+)$`, 'mu').exec(read(name))?.[1] ?? 0);
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, form.limit), String(limit));
    writeFileSync(join(folder, form.swap[0]), form.swap[1]);
  } catch (error) {
    throw new Error(`No group can be made in ${form.root}: run this as root.`, { cause: error });
  }
  return {
    into: (command) => ['sh', '-c', 'echo $$ > "$0" && exec "$@"', join(folder, 'cgroup.procs'), ...command],
    usage: () => ({ most: Number(read(form.most)), now: valueOf('memory.stat', form.anonymous) }),
    killed: () => valueOf(form.events, 'oom_kill'),
    remove: () => rmdirSync(folder),
  };
}
