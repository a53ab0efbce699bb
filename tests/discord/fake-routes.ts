import {
  putCommands,
  listCommands,
  createCommand,
  changeCommand,
  removeCommand,
} from './fake-command-routes.ts';
import { callback } from './fake-callback-route.ts';
import {
  changeMessage,
  createMessage,
  followUp,
  openDirect,
  readChannel,
  readMember,
  readMessage,
  removeMessage,
} from './fake-message-routes.ts';
import { changeThread } from './fake-threads.ts';
import type { World } from './fake-world.ts';
import { failure, type Answer, type Handler } from './fake-answer.ts';

const COMMANDS = '/applications/\\d+(?:/guilds/(\\d+))?/commands';
const HOOK = '/webhooks/(\\d+)/([^/]+)';
const at = (pattern: string) => new RegExp(`^${pattern}$`);

/** Method, path, handler; `public` for paths that contain a token. */
export const ROUTES: readonly (readonly [string, RegExp, Handler, 'public'?])[] = [
  [
    'GET',
    at('/gateway/bot'),
    (world) => ok({ url: gatewayUrl(world), shards: 1, session_start_limit: world.sessionStarts }),
  ],
  ['GET', at('/users/@me'), (world) => ok(world.bot)],
  ['POST', at('/users/@me/channels'), openDirect],
  [
    'GET',
    at('/(?:applications|oauth2/applications)/@me'),
    (world) => ok({ id: world.applicationId, name: 'Pullquote', flags: 0, bot: world.bot }),
  ],
  ['GET', at(COMMANDS), listCommands],
  ['PUT', at(COMMANDS), putCommands],
  ['POST', at(COMMANDS), createCommand],
  ['PATCH', at(`${COMMANDS}/(\\d+)`), changeCommand],
  ['DELETE', at(`${COMMANDS}/(\\d+)`), removeCommand],
  ['POST', at('/interactions/(\\d+)/([^/]+)/callback'), callback, 'public'],
  ['POST', at(HOOK), followUp, 'public'],
  ['GET', at(`${HOOK}/messages/([^/]+)`), readMessage, 'public'],
  ['PATCH', at(`${HOOK}/messages/([^/]+)`), changeMessage, 'public'],
  ['DELETE', at(`${HOOK}/messages/([^/]+)`), removeMessage, 'public'],
  ['GET', at('/guilds/(\\d+)'), readGuild],
  ['GET', at('/guilds/(\\d+)/members/(\\d+)'), readMember],
  ['GET', at('/channels/(\\d+)'), readChannel],
  ['PATCH', at('/channels/(\\d+)'), changeThread],
  ['POST', at('/channels/(\\d+)/typing'), () => ({ status: 204 })],
  ['POST', at('/channels/(\\d+)/messages'), createMessage],
  ['GET', at('/channels/(\\d+)()/messages/(\\d+)'), readMessage],
  ['PATCH', at('/channels/(\\d+)()/messages/(\\d+)'), changeMessage],
  ['DELETE', at('/channels/(\\d+)()/messages/(\\d+)'), removeMessage],
  [
    'GET',
    at('/attachments/(.+)'),
    (world, [name = '']) => {
      const file = world.files.get(name);
      return file
        ? { status: 200, body: file.data, headers: { 'content-type': file.type } }
        : failure(404, 0, 'Not Found');
    },
    'public',
  ],
];

/** A server without the bot is unknown to it. */
function readGuild(world: World, [id]: readonly (string | undefined)[]): Answer {
  const guild = world.guilds.find((each) => each.id === id);
  return guild ? ok({ id: guild.id, name: guild.name }) : failure(404, 10_004, 'Unknown Guild');
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const gatewayUrl = (world: World) => `ws://127.0.0.1:${world.port}`;
