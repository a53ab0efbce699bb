import { fold } from '../../english/words.ts';

/** Pattern of signs before a sum, longest first. */
export const SIGN = '(?:US\\$|AU?\\$|CA?\\$|HK\\$|NZ\\$|S\\$|R\\$|[$€£¥₹₩₽₺])';
/** Pattern of codes before a sum. */
export const CURRENCY_CODE = '(?:USD|EUR|GBP|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|INR|AUD|CAD|BRL|ZAR|Rs\\.?)';
/** Pattern of names after a sum. */
export const CURRENCY =
  '(?:dollars?|euros?|pounds?|yen|yuan|francs?|rou?bles?|rupees?|crowns?|kron(?:or|er|a|e)|lira|pesos?|reais|rand|won|zlotys?|dirhams?|riyals?|' +
  'forints?|shekels?|baht|naira|USD|EUR|GBP|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|INR|AUD|CAD|BRL|ZAR)';
/** Pattern of words for the country of a currency. */
export const WHOSE =
  '(?:US|U\\.S\\.|American|Australian|Canadian|Hong Kong|New Zealand|Singapore|Swiss|British|Swedish|Norwegian|Danish|Czech|Japanese|Chinese|' +
  'Indian|Pakistani|Russian|Turkish|Mexican|Brazilian|South African|South Korean|Polish|Hungarian|Israeli|Thai|Nigerian)';

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  hk$: 'HKD',
  nz$: 'NZD',
  s$: 'SGD',
  r$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  rs: 'INR',
};

/** Codes by country, for names that several countries share. */
const OF_COUNTRY: readonly (readonly [RegExp, string])[] = [
  [/^australian dollar/u, 'AUD'],
  [/^canadian dollar/u, 'CAD'],
  [/^hong kong dollar/u, 'HKD'],
  [/^new zealand dollar/u, 'NZD'],
  [/^singapore dollar/u, 'SGD'],
  [/^swedish (?:crown|kron)|^(?:kronor)$/u, 'SEK'],
  [/^norwegian (?:crown|kron)/u, 'NOK'],
  [/^danish (?:crown|kron)/u, 'DKK'],
  [/^czech (?:crown|kron)/u, 'CZK'],
  [/^(?:indian )?rupees?$/u, 'INR'],
  [/^pakistani rupee/u, 'PKR'],
  [/^(?:russian )?rou?ble/u, 'RUB'],
  [/dollar|usd$/u, 'USD'],
  [/euro?s?$|^eur/u, 'EUR'],
  [/pound|gbp$/u, 'GBP'],
  [/yen|jpy$/u, 'JPY'],
  [/yuan|cny$/u, 'CNY'],
  [/^(?:swiss )?franc|chf$/u, 'CHF'],
];

/** The code for a sign or code before a sum. */
export const currencyOfSign = (sign: string): string =>
  SIGNS[sign.toLowerCase().replace('.', '')] ?? sign.toUpperCase();

/** The code for a currency's name, or the name itself when several countries have such a currency (crowns). */
export function currencyNamed(name: string, whose: string | undefined): string {
  const full = fold(whose === undefined ? name : `${whose} ${name}`);
  return OF_COUNTRY.find(([pattern]) => pattern.test(full))?.[1] ?? (/^[A-Z]{3}$/u.test(name) ? name : full);
}
