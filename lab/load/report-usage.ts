/** Loaded before the program. Answers each message from its parent with live and resident bytes and the CPU time so far. */
process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  process.send?.({ heap: heapUsed + arrayBuffers, resident: rss, cpu: (user + system) / 1000 });
});
process.channel?.unref();
