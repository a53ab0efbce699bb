import type { WebAnswer } from '../desk/published.ts';

export const HTML = 'text/html; charset=utf-8';
/** Headers that let any site use a picture or data. */
export const FOR_ALL = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** How long others may cache a response; short, so that retracted text disappears soon. */
export const CACHE_SECONDS = 60;

/** Headers of every response: no scripts, no frames, and only styles and pictures of this server. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': `public, max-age=${CACHE_SECONDS}`,
  vary: 'accept-language',
};

export const webAnswer = (
  status: number,
  type: string,
  body: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): WebAnswer => ({
  status,
  body,
  headers: {
    ...HEADERS,
    ...(status === 200 ? {} : { 'cache-control': 'no-store' }),
    'content-type': type,
    ...more,
  },
});
