import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Stripping types and compiling take most of a start: both are kept. In a folder of our own, because what lies in it is run.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'pullquote'));
const { run } = await import('./program/run.ts');
process.exitCode = await run(process.argv.slice(2));
