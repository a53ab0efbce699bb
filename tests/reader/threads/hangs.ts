import { parentPort } from 'node:worker_threads';

/** A reader's thread that is ready and then never answers. */
parentPort?.on('message', () => undefined);
parentPort?.postMessage({ state: 'ready' }, []);
