/** Addresses that are not on the public internet, at least one of each special range (IANA registries). */
const SPECIAL_IPV4 = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.8',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '192.88.99.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
];

const SPECIAL_IPV6 = [
  '::1',
  '::',
  '0:0:0:0:0:0:0:1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '::7f00:1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::127.0.0.1',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  '2002:a00:1::1',
  '2001:0:7f00:1::',
  '2001::1',
  '2001:2::1',
  '2001:10::1',
  '2001:20::1',
  '2001:30::1',
  '2001:db8::1',
  '3fff::1',
  '5f00::1',
  '4000::1',
  '100::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'febf::1',
  'fec0::1',
  'ff02::1',
  'ff0e::1',
];

const FULL_WIDTH = '０１２３４５６７８９';
const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨';
const number = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const parts = (address: string, write: (part: number) => string): string =>
  address
    .split('.')
    .map((part) => write(Number(part)))
    .join('.');

/** The spellings of an IPv4 address that the WHATWG parser accepts. */
const WRITINGS: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => `${address}.`,
  (address) => String(number(address)),
  (address) => `0x${number(address).toString(16)}`,
  (address) => `0X${number(address).toString(16).toUpperCase()}`,
  (address) => `0${number(address).toString(8)}`,
  (address) => parts(address, (part) => `0x${part.toString(16)}`),
  (address) => parts(address, (part) => `0${part.toString(8)}`),
  (address) => parts(address, (part) => `0x0000${part.toString(16)}`),
  (address) => `${address.split('.')[0]}.${number(address) % 2 ** 24}`,
  (address) => `${address.split('.').slice(0, 2).join('.')}.${number(address) % 2 ** 16}`,
  (address) => address.replace(/\d/gu, (digit) => FULL_WIDTH[Number(digit)] ?? ''),
  (address) => address.replace(/\d/gu, (digit) => CIRCLED[Number(digit)] ?? ''),
  (address) => address.replaceAll('.', '。'),
  (address) => address.replaceAll('.', '%2e'),
  (address) => encodeURIComponent(address.replace(/\d/gu, (digit) => FULL_WIDTH[Number(digit)] ?? '')),
];

/** IP literals in every spelling, as URLs. */
export const LITERALS: readonly string[] = [
  ...SPECIAL_IPV4.flatMap((address) => WRITINGS.map((write) => `http://${write(address)}/`)),
  ...SPECIAL_IPV6.map((address) => `http://[${address}]/`),
  ...SPECIAL_IPV6.map((address) => `https://[${address.toUpperCase()}]:443/x`),
];

/** Other URLs that must not be fetched. */
export const OTHERS: readonly string[] = [
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'data:text/html,x',
  'ftp://127.0.0.1/',
  'blob:https://news.example/1',
  'javascript:alert(1)',
  'about:blank',
  'gopher://127.0.0.1/',
  'ws://127.0.0.1/',
  'wss://127.0.0.1/',
  'chrome://settings',
  'jar:http://127.0.0.1!/',
  'view-source:http://127.0.0.1/',
  'dict://127.0.0.1:11211/',
  'ldap://127.0.0.1/',
  'HTTP+UNIX://%2fvar/',
  'http://news.example:8080/',
  'http://news.example:22/',
  'http://news.example:0/',
  'https://news.example:6379/',
  'http://news.example:65535/',
  'http://user@news.example/',
  'http://user:secret@news.example/',
  'http://:@127.0.0.1/',
  'http://news.example@127.0.0.1/',
  'http://news.example%40127.0.0.1/',
  'http:127.0.0.1',
  'http:/127.0.0.1/',
  'http:\\\\127.0.0.1\\',
  'ht\ntp://127.0.0.1/',
  'http://127.0.\t0.1/',
  ' \u0000http://127.0.0.1/',
  'http://127.0.0.1\\@news.example/',
  'http://127.0.0.1#@news.example/',
  'http://127.0.0.1?@news.example/',
  'http://0/',
  'http://127.1/',
  'http://127.0.1/',
  'http://1.1.1.1.1/',
  'http://256.256.256.256/',
  'http://0x100000000/',
  'http://[::1',
  'http://[::1%25lo]/',
  'http://',
  'http://%00/',
  '',
  '127.0.0.1',
  '//127.0.0.1/',
];

/** Answers of a hostile name server, each with at least one non-public address. */
export const ANSWERS: readonly (readonly string[])[] = [
  ...[...SPECIAL_IPV4, ...SPECIAL_IPV6].map((address) => [address]),
  ['127.0.0.2', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.2'],
  ['127.0.0.2', '::1'],
  ['93.184.216.34', '10.0.0.1'],
  ['2606:2800:220:1::1', 'fd00::1'],
  ['not an address'],
  [],
];
