import type { DomDocument } from '../dom.ts';

/**
 * The page's canonical address. A page may name only its own site: otherwise anyone could have a citation point
 * to another newsroom (T21); then it is the address that was fetched.
 */
export function addressOf(
  document: DomDocument,
  stated?: string,
  shared?: string,
  fetched?: string,
): string | undefined {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined;
  for (const address of [canonical, shared, stated]) {
    const url = address === undefined || address === '' ? null : URL.parse(address, fetched);
    const usable =
      url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.href.length <= 2000;
    if (usable && (fetched === undefined || sameSite(url.hostname, new URL(fetched).hostname)))
      return url.href;
  }
  return fetched;
}

const sameSite = (a: string, b: string): boolean => {
  const [x, y] = [a, b].map((host) => host.replace(/^(?:www|m|amp|mobile)\./u, ''));
  return x === y;
};
