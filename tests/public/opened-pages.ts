import { parseHTML } from 'linkedom';
import { documentOf } from '../../src/article/document.ts';
import { publishedIn } from '../../src/newsroom/published.ts';
import { publicPages } from '../../src/public/public-pages.ts';
import { draft, EDITOR } from '../store/stores.ts';
import { seedArticle } from '../support/desk.ts';
import { GUILD } from '../support/newsroom.ts';
import { testPlace } from '../support/test-place.ts';

/** Where the pages are reached from outside. */
export const BASE = 'https://quotes.example.org';
const NOW = new Date('2026-03-05T10:00:00Z');
/** The text of the server's article, of two paragraphs. */
export const ARTICLE =
  'The tunnel opened on Friday. It cost 340 million euros, the port said.\n\nNobody was hurt. A secret of the last paragraph.';
/** The SVG itself instead of its picture. */
export const fakePng = async (svg: string): Promise<Uint8Array> => new TextEncoder().encode(svg);

/** A server with one article, the house article, and the pages over both; `home` is the server of receipts without one. */
export async function openedPages(home?: string) {
  const place = await testPlace();
  const store = await place.open({ now: () => NOW });
  const seed = documentOf(await seedArticle());
  const options = { store, house: new Map([[seed.article.id, seed]]), now: () => NOW };
  const pages = publicPages({
    published: publishedIn(options),
    png: fakePng,
    base: () => BASE,
    ...(home !== undefined && { home }),
  });
  const archive = store.guild(GUILD);
  const fields = { id: 'tunnel', headline: 'Tunnel opens', byline: 'A. Writer', publishedAt: '2026-03-01' };
  await archive.add([{ draft: draft({ ...fields, text: ARTICLE }) }], EDITOR);
  const get = async (path: string, accepted?: string) => {
    const { pathname, searchParams } = new URL(path, BASE);
    const answer = await pages(pathname, searchParams, accepted);
    const body =
      answer === undefined
        ? ''
        : typeof answer.body === 'string'
          ? answer.body
          : new TextDecoder().decode(answer.body);
    return {
      status: answer?.status,
      headers: answer?.headers ?? {},
      body,
      document: parseHTML(body).document,
    };
  };
  return {
    archive,
    options,
    get,
    pages,
    correct: (text: string) => archive.correct(draft({ ...fields, text }), EDITOR),
    add: (id: string, more: object, visibility = {}) =>
      archive.add([{ draft: draft({ id, ...more }), visibility }], EDITOR),
  };
}

/** The path of a quote's page. */
export const pathOf = (receipt: string, guild = GUILD) => `/r/${guild}/${receipt}`;
/** A text with its white space folded. */
export const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s+/gu, ' ').trim();
