import { once } from 'node:events';
import { startNode } from './node.ts';

// `npm run search:node`: runs an OpenSearch node to try Pullquote with, until Ctrl+C.

const node = await startNode();
process.stdout.write(`SEARCH_URL=${node.url}\nCtrl+C ends the node and removes its data.\n`);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await node.remove();
