import { fetchUrl, type Fetched, type FetchOptions } from './fetch-url.ts';

/** Discord's hosts for attachments. Source: Discord's developer documentation, *CDN formatting*. */
const CDN_HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/**
 * Fetches an attachment by the URL in its interaction, only from Discord's hosts and over https (T14). Counts the received
 * bytes, whatever size was stated. Throws as {@link fetchUrl}.
 */
export function fetchAttachment(url: string, options: Pick<FetchOptions, 'network'> = {}): Promise<Fetched> {
  return fetchUrl(url, { ...options, hosts: CDN_HOSTS });
}
