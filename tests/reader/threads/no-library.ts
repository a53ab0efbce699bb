import { registerHooks } from 'node:module';

/** The reader's thread on a platform without a native library. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'onnxruntime-node') return next(specifier, context);
    throw Object.assign(new Error('cannot open shared object file'), { code: 'ERR_DLOPEN_FAILED' });
  },
});
await import('../../../src/reader/worker/worker.ts');
