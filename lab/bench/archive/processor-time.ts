import { readFileSync } from 'node:fs';

/** Length of a kernel clock tick on every Linux that Node supports. Milliseconds. */
const TICK = 10;
/** Fields of `/proc/PID/stat` after the name: user time and system time (proc(5)). */
const FIELDS = [11, 12] as const;

/** CPU time of another process so far, in milliseconds; NaN where the system does not report it. */
export function processorTimeOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return FIELDS.reduce((sum, at) => sum + Number(fields[at]) * TICK, 0);
  } catch {
    return Number.NaN;
  }
}

/** CPU time of this process so far, in milliseconds. */
export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
