import ipaddr from 'ipaddr.js';
import { displayName, IntakeError } from '../intake-error.ts';
import { message } from '../../words/message.ts';

/** IANA assigns public IPv6 addresses only from 2000::/3; all others are local, translated or reserved. */
const GLOBAL_IPV6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
const PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

/**
 * Whether an address, as written by a resolver or the WHATWG parser, is on the public internet: not loopback, private,
 * link-local, carrier-grade NAT, multicast, documentation or reserved, and not an IPv6 form that embeds an IPv4 address
 * (mapped, 64:ff9b::/96, 2002::/16, Teredo). `false` for a string that is not an address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

/**
 * Parses a URL from outside and refuses those that must never be fetched (T8, T9): other schemes and ports, credentials,
 * and IP literals that `isAllowed` rejects. Host names are checked when they are resolved.
 */
export function checkedUrl(given: string, isAllowed: (address: string) => boolean, base?: string): URL {
  const url = URL.parse(given, base);
  if (url === null) {
    const typed = displayName(given) || message('fetch.nothing');
    throw new IntakeError('address', message('fetch.not-web', { typed }));
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new IntakeError('address', message('fetch.scheme', { scheme: displayName(url.protocol) }));
  }
  if (url.username !== '' || url.password !== '') {
    throw new IntakeError('address', message('fetch.password', { host: displayName(url.hostname) }));
  }
  if (!PORTS.has(url.port)) {
    const told = message('fetch.port', { port: url.port, host: displayName(url.hostname) });
    throw new IntakeError('address', told);
  }
  const literal = url.hostname.replace(/^\[|\]$/gu, '');
  if (ipaddr.isValid(literal) && !isAllowed(literal)) throw privateAddress(url.hostname);
  return url;
}

/** The refusal of a host that is not on the public internet; it does not reveal what the name resolves to. */
export function privateAddress(host: string): IntakeError {
  return new IntakeError('address', message('fetch.private', { host: displayName(host) }));
}
