/** Loaded before the program: answers each message from its parent with the live bytes on the heap and the CPU time so far. */
process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ heap: process.memoryUsage().heapUsed, cpu: (user + system) / 1000 });
});
process.channel?.unref();
