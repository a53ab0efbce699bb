import type { Language } from '../words/spoken.ts';
import { sentenceAt } from '../article/headline.ts';
import type { Cited } from '../desk/ports.ts';
import type { Published } from '../desk/published.ts';
import { readReceipt } from '../desk/find/receipt.ts';
import type { CitedPlace } from './sentence-history.ts';

/** `/r/`, the server's id (absent for a house article), the receipt, and the format. */
const PATH = /^\/r\/(?:(\d{17,20})\/)?([^/]{1,400}?)(\.png|\.json)?$/u;

/** A requested receipt and its format. */
export type AskedPage = Readonly<{
  guildId: string | undefined;
  receipt: string;
  form: string;
  told: Language;
}>;
/** What a receipt refers to. */
export type FoundQuote =
  | (CitedPlace & Readonly<{ state: 'live'; newest: number }>)
  | Extract<Cited, { state: 'retracted' }>
  | Readonly<{ state: 'unknown' }>;

/** Finds what receipts refer to, reading the store on every request; `home` is the server of receipts without one. */
export function receiptFinder(published: Published, home: string | undefined) {
  async function find({ guildId, receipt }: AskedPage): Promise<FoundQuote> {
    const read = readReceipt(receipt);
    if (!read) return { state: 'unknown' };
    const { id, revision, from, to } = read;
    const [cited, current] = [
      await published.cited(guildId, id, revision),
      await published.cited(guildId, id),
    ];
    if (current.state === 'retracted') return current;
    if (cited.state !== 'live' || current.state !== 'live') return { state: 'unknown' };
    const [first, last] = [sentenceAt(cited.document, from), sentenceAt(cited.document, to)];
    // At most one paragraph, so that nobody can read the whole article through receipts of many sentences.
    if (!first || !last || first.document !== last.document || last.sentence.n < first.sentence.n)
      return { state: 'unknown' };
    if (first.sentence.paragraph !== last.sentence.paragraph) return { state: 'unknown' };
    const { document } = first;
    return { state: 'live', document, first: first.sentence, last: last.sentence, newest: current.newest };
  }

  /** Adds the home server to a receipt without one, unless it is of a house article. */
  async function atHome(asked: AskedPage): Promise<AskedPage> {
    if (asked.guildId !== undefined || home === undefined) return asked;
    return (await find(asked)).state === 'unknown' ? { ...asked, guildId: home } : asked;
  }

  return { find, atHome };
}

/** Parses a path; undefined if it is not that of a quote's page. */
export function pageAskedFor(path: string, told: Language): AskedPage | undefined {
  const [, guildId, encoded = '', form = ''] = PATH.exec(path) ?? [];
  try {
    const receipt = decodeURIComponent(encoded);
    return receipt === '' ? undefined : { guildId, receipt, form, told };
  } catch {
    return undefined;
  }
}
