import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A control group of Linux that processes share so much memory in. */
export type MemoryGroup = Readonly<{
  /** A command that runs another one in the group. */
  into(command: readonly string[]): readonly string[];
  /** The most that was used at a time so far, files that were read included, and what is used now without these. Bytes. */
  usage(): Readonly<{ most: number; now: number }>;
  /** Processes that Linux ended since the group was made, for want of memory. */
  killed(): number;
  /** When no process is in it. */
  remove(): void;
}>;

/** Where the kernel shows its groups, in its newer and its older form, with the names of what is read and written. */
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

/** Makes a group for a limit in bytes. Throws with the remedy where that is not allowed. */
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
