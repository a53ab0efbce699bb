import { helpText, type Verb } from '../terminal/verbs.ts';

/** The verbs of `pullquote VERB`, in the order of the help. Each is loaded only when it is called, so that `ask` starts fast. */
export const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import('./start.ts')).start,
  ask: async () => (await import('./ask.ts')).ask,
  add: async () => (await import('./add.ts')).add,
  backup: async () => (await import('./whole-store.ts')).backup,
  restore: async () => (await import('./whole-store.ts')).restore,
  reindex: async () => (await import('./reindex.ts')).reindex,
  verify: async () => (await import('./whole-store.ts')).verify,
  help: () => Promise.resolve(help),
};

const help: Verb = {
  usage: 'pullquote help',
  does: 'Tells all this.',
  async run() {
    const verbs = await Promise.all(Object.values(VERBS).map((load) => load()));
    process.stdout.write(helpText(verbs));
    return 0;
  },
};
