import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ListenOptions = Readonly<{
  /** The IP address or name that is listened on. */
  host: string;
  /** 0 takes any free one. */
  port: number;
  /** How long a request may take to arrive. Milliseconds. */
  arrivalMax: number;
  /** Answers a request; `port` is the one that it came to. Must not throw. */
  answer(request: IncomingMessage, response: ServerResponse, port: number): void;
}>;

/** An open port; `close` ends open connections too. */
export type OpenPort = Readonly<{ port: number; close(): Promise<void> }>;

/** Opens a port for HTTP. Rejects with the system's error when it cannot be had. */
export async function listen({ host, port, arrivalMax, answer }: ListenOptions): Promise<OpenPort> {
  const portOf = (): number => (server.address() as AddressInfo).port;
  const server = createServer(
    { requestTimeout: arrivalMax, headersTimeout: arrivalMax },
    (request, response) => answer(request, response, portOf()),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: portOf(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
