import { registerHooks } from 'node:module';

/** The reader's own thread, on a platform for which there is no native library. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'onnxruntime-node') return next(specifier, context);
    throw Object.assign(new Error('cannot open shared object file'), { code: 'ERR_DLOPEN_FAILED' });
  },
});
await import('../../../src/reader/worker/worker.ts');
