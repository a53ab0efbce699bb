import fc from 'fast-check';

/**
 * Property tests draw the same cases in each run, so that a failure means a change and not luck. `SEED=random npm test` draws others;
 * failures it finds become tests of their own.
 */
const asked = process.env['SEED'];
fc.configureGlobal({ seed: asked === 'random' ? Date.now() : Number(asked ?? 20_260_301) });
