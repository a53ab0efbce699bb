import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fake-faults.ts';
import type { Answer, Upload } from './fake-answer.ts';
import { ROUTES } from './fake-routes.ts';
import type { World } from './fake-world.ts';
import type { Json } from './json.ts';

/** Serves Discord's REST API under /api, in any version. */
export async function answerRest(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://discord.test');
  const method = request.method ?? 'GET';
  const path = url.pathname.replace(/^\/api(?:\/v\d+)?/, '');
  const bytes = await readAll(request);
  const { body, uploads } = await readBody(request.headers['content-type'], bytes);
  world.requests.push({ method, path, body, files: uploads.map(({ name }) => name), at: performance.now() });

  const fault = world.faults.take(method, path);
  if (fault && (await fails(world, fault, request, response))) return;
  const answer = route(world, {
    method,
    path,
    query: url.searchParams,
    body,
    uploads,
    token: request.headers.authorization,
  });
  world.changed();
  if (fault && 'lost' in fault) request.socket.destroy();
  else send(response, answer);
}

type Incoming = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Json;
  uploads: Upload[];
  token: string | undefined;
};

function route(world: World, incoming: Incoming): Answer {
  for (const [method, pattern, handle, access] of ROUTES) {
    const match = method === incoming.method ? pattern.exec(incoming.path) : null;
    if (!match) continue;
    if (access !== 'public' && incoming.token !== `Bot ${world.token}`)
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    const answer = handle(
      world,
      match.slice(1).map((part: string | undefined) => part && decodeURIComponent(part)),
      incoming,
    );
    if (answer.refusal)
      world.problems.push(`${method} ${incoming.path.slice(0, 40)}: ${JSON.stringify(answer.body)}`);
    return answer;
  }
  world.problems.push(`${incoming.method} ${incoming.path}: the fake does not know this route`);
  return { status: 404, body: { message: '404: Not Found', code: 0 } };
}

/** Makes a request fail; false when it should be answered after all. */
async function fails(
  world: World,
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if ('hang' in fault) return true;
  if ('reset' in fault) request.socket.destroy();
  else if ('status' in fault)
    send(response, { status: fault.status, body: { message: `${fault.status}: Server Error`, code: 0 } });
  else if ('code' in fault)
    send(response, {
      status: fault.code > 50_000 ? 403 : 404,
      body: { message: 'Refused', code: fault.code },
    });
  else if ('retryAfter' in fault) send(response, rateLimited(fault.retryAfter, fault.scope ?? 'user'));
  else {
    if ('delay' in fault) await sleep(fault.delay);
    return false;
  }
  world.changed();
  return true;
}

/** Discord's 429: `retry_after` in seconds in the body, rounded up in the header. */
function rateLimited(seconds: number, scope: 'user' | 'global' | 'shared'): Answer {
  const global = scope === 'global';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : {
            'x-ratelimit-limit': '5',
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset-after': String(seconds),
          }),
    },
  };
}

/** A 204 carries neither body nor content type. */
function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.destroyed) return;
  if (body === undefined) response.writeHead(status, headers).end();
  else if (body instanceof Uint8Array)
    response.writeHead(status, { 'content-type': 'application/octet-stream', ...headers }).end(body);
  else
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Parses JSON, or a form with `payload_json` and files. */
async function readBody(type: string | undefined, bytes: Buffer): Promise<{ body: Json; uploads: Upload[] }> {
  if (bytes.length === 0) return { body: {}, uploads: [] };
  if (!type?.startsWith('multipart/form-data'))
    return { body: JSON.parse(bytes.toString('utf8')) as Json, uploads: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const uploads: Upload[] = [];
  for (const [field, value] of form) {
    if (typeof value !== 'string')
      uploads.push({ field, name: value.name, type: value.type, data: await value.bytes() });
  }
  const json = form.get('payload_json');
  return { body: (typeof json === 'string' ? JSON.parse(json) : {}) as Json, uploads };
}
