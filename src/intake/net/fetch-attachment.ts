import { fetchUrl, type Fetched, type FetchOptions } from './fetch-url.ts';

/** Where Discord serves attachments from; source: Discord's developer documentation, *CDN formatting*. */
const CDN_HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/**
 * Fetches an attachment by the URL that its interaction carried, from Discord's own hosts alone and over https (T14).
 * The bytes that come are counted, whatever size was stated. Throws as {@link fetchUrl}.
 */
export function fetchAttachment(url: string, options: Pick<FetchOptions, 'network'> = {}): Promise<Fetched> {
  return fetchUrl(url, { ...options, hosts: CDN_HOSTS });
}
