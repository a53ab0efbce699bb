import { readFileSync } from 'node:fs';

/** What a tick of the kernel's clock is to programs on every Linux that Node runs on. Milliseconds. */
const TICK = 10;
/** Fields of `/proc/PID/stat` behind the name: time in the program, time in the kernel (proc(5)). */
const FIELDS = [11, 12] as const;

/** How much processor time another process took so far, in milliseconds; NaN where the system does not tell. */
export function processorTimeOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return FIELDS.reduce((sum, at) => sum + Number(fields[at]) * TICK, 0);
  } catch {
    return Number.NaN;
  }
}

/** How much processor time this process took so far, in milliseconds. */
export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
