import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded before the program. Answers each message from its parent with live and resident bytes, the CPU time so far, and the longest time
 * for which the event loop was blocked since the last message.
 */
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('message', () => {
  const blocked = delay.max / 1e6;
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  process.send?.({ heap: heapUsed + arrayBuffers, resident: rss, cpu: (user + system) / 1000, blocked });
  delay.reset();
});
process.channel?.unref();
