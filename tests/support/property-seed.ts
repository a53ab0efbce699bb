import fc from 'fast-check';

/**
 * Property tests draw the same cases each time, so that a run tells about a change and not about luck. `SEED=random npm test`
 * draws others; what they find is kept as a test of its own.
 */
const asked = process.env['SEED'];
fc.configureGlobal({ seed: asked === 'random' ? Date.now() : Number(asked ?? 20_260_301) });
