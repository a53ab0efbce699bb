import type { Log } from '../desk/ports.ts';
import type { PublicPages } from '../desk/published.ts';
import type { RunningNewsroom } from '../newsroom/start.ts';
import { publicPages } from '../public/public-pages.ts';
import { servePublic } from '../public/serve-public.ts';
import { openPng } from '../reply/picture/png.ts';
import { SettingsError, type Settings } from '../settings.ts';

/** The pages of quotes of a newsroom. `base` is their public address; `home` is the server of receipts without one. */
export const pagesOf = (
  { published }: Pick<RunningNewsroom, 'published'>,
  base: () => string,
  home: string | undefined,
): PublicPages => publicPages({ published, png: openPng(), base, ...(home !== undefined && { home }) });

/**
 * Serves the pages of quotes on a port of their own, if PUBLIC_URL is set, and returns a function that stops it. Throws SettingsError
 * if the port is unavailable.
 */
export async function openPublic(
  { PUBLIC_URL: base, PUBLIC_PORT: port, HOST: host, DISCORD_GUILD_ID: home }: Settings,
  newsroom: Pick<RunningNewsroom, 'published'>,
  log: Log,
): Promise<() => Promise<void>> {
  if (base === undefined) return async () => undefined;
  const pages = pagesOf(newsroom, () => base, home);
  const server = await servePublic({ host, port, pages, log }).catch(
    ({ code }: NodeJS.ErrnoException): never => {
      throw new SettingsError(
        `PUBLIC_PORT: ${host}:${port} cannot be used (${code ?? 'unknown'}): set another.`,
      );
    },
  );
  log.info({ port: server.port }, 'the pages of quotes are served');
  return server.close;
}
