import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress } from '../../../src/intake/net/address.ts';
import type { FetchNetwork } from '../../../src/intake/net/fetch-url.ts';

/** Stands for a host on the public internet. On Linux all of 127.0.0.0/8 is this machine. */
export const PUBLIC = '127.0.0.2';

/** The public host, and on the same port of 127.0.0.1 and ::1 a canary that must never be reached. */
export type Servers = Readonly<{
  /** Requests and connections that reached the canary. */
  arrived: () => number;
  /** Connections that were started, and names that were looked up. */
  begun: () => number;
  /** May only connect to the public host and to public addresses. */
  guarded: FetchNetwork;
  /** The same without a guard, to prove that the canary can be reached. */
  unguarded: FetchNetwork;
  /** Replaces the resolver: name -> addresses. */
  names: Map<string, () => readonly string[]>;
  close: () => Promise<void>;
}>;

export async function startServers(answer: RequestListener): Promise<Servers> {
  let arrived = 0;
  let begun = 0;
  const canary = (): Server =>
    createServer((_request, response) => response.end('canary')).on('connection', () => (arrived += 1));
  const publicHost = await listen(createServer(answer), PUBLIC, 0);
  const { port } = publicHost.address() as AddressInfo;
  const servers = [publicHost, await listen(canary(), '127.0.0.1', port)];
  // A machine without IPv6 has no ::1 to guard.
  await listen(canary(), '::1', port).then(
    (server) => servers.push(server),
    () => 0,
  );
  const names = new Map<string, () => readonly string[]>([['news.example', () => [PUBLIC]]]);
  const network = (isAllowed: FetchNetwork['isAllowed']): FetchNetwork => ({
    resolve: (name) => Promise.resolve(names.get(name)?.() ?? []),
    isAllowed,
    connectPort: () => {
      begun += 1;
      return port;
    },
    times: { connect: 2000, headers: 2000, total: 10_000 },
  });
  return {
    arrived: () => arrived,
    begun: () => begun,
    guarded: network((address) => address === PUBLIC || isPublicAddress(address)),
    unguarded: network(() => true),
    names,
    close: async () => {
      await Promise.all(
        servers.map((server) => new Promise((done) => server.close(done).closeAllConnections())),
      );
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<Server> {
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
  return server;
}
