import type { Document } from '../article/article.ts';
import { list, note, title, when } from '../reply/blocks.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Reply, Said, Words } from '../reply/reply.ts';
import { day, say } from '../reply/say.ts';
import type { Desk } from './ports.ts';

/** Details of an article that a question may ask for. */
export type Detail = 'byline' | 'publishedAt' | 'publisher';

/** Ways to refer to the article that was just quoted. */
const ARTICLE = String.raw`(?:th(?:is|e|at)|these|those|your) (?:news )?(?:article|story|piece|report|text|post|column|interview)s?`;
const IT = String.raw`(?:it|this|that|these|those|${ARTICLE})`;
const WRITER = String.raw`(?:author|writer|reporter|journalist|byline)`;

/** Whole questions, without the question mark. */
const ASKED: Readonly<Record<Detail, RegExp>> = {
  byline: new RegExp(
    String.raw`^(?:who(?:'s| is| was)? (?:has )?(?:wrote|written|authored|penned|reported) ${IT}|(?:who|what)(?:'s| is| was) the ${WRITER}(?: (?:of|for|on) ${IT})?|by whom (?:is|was) ${IT}(?: written)?|who(?:'s| is| was) ${IT}(?: written)? by|who(?:se) byline is (?:it|this|that|on ${IT})|(?:the )?(?:author|byline)(?: of ${IT})?)$`,
    'iu',
  ),
  publishedAt: new RegExp(
    String.raw`^(?:when (?:was|were|is) ${IT} (?:first )?(?:published|written|posted|printed|from|dated|released|out)|when did ${IT} (?:come out|appear|run|get published)|(?:what(?:'s| is| was)|from what|what) (?:the )?(?:(?:publication|publishing) )?(?:date|day) (?:is |was |of |on )+${IT}(?: (?:from|published))?|how old (?:is|are) ${IT}|(?:what(?:'s| is| was) )?(?:the )?(?:publication|publishing) date(?: of ${IT})?|(?:the )?date of ${ARTICLE})$`,
    'iu',
  ),
  publisher: new RegExp(
    String.raw`^(?:who published ${IT}|where (?:was|were|is) ${IT} (?:first )?(?:published|printed|posted)|where did ${IT} (?:appear|run)|(?:what|which) (?:(?:news)?paper|site|website|magazine|outlet|publication) (?:is|was) ${IT} (?:from|in)|(?:what(?:'s| is| was) )?(?:the )?publisher(?: of ${IT})?)$`,
    'iu',
  ),
};

/** The detail that a question asks for; undefined when it asks about the article's content. */
export function detailAsked(question: string): Detail | undefined {
  const plain = question
    .replaceAll('’', "'")
    .replace(/[\s?!.]+$/u, '')
    .replace(/^(?:(?:and|so|but|also|ok|okay)\b[\s,]*)+/iu, '')
    .replace(/\s+/gu, ' ');
  return (Object.keys(ASKED) as Detail[]).find((detail) => ASKED[detail].test(plain));
}

/** Number of articles shown; the rest are counted. */
const SHOWN = 5;

const MISSING: Readonly<Record<Detail, Said>> = {
  byline: say('detail.no-byline'),
  publishedAt: say('detail.no-date'),
  publisher: say('detail.no-publisher'),
};

/** The archive's only article, when none was quoted or named. Throws {@link AskerError} when there are several. */
function onlyArticle({ index }: Desk): readonly Document[] {
  const documents = index.documents();
  if (documents.length === 1) return documents;
  throw new AskerError(say('detail.which'));
}

/**
 * Lists a stored detail of some articles, or says that none is stored. Throws {@link AskerError} when it is unclear which article is
 * meant.
 */
export function detailsReply(
  desk: Desk,
  question: string,
  detail: Detail,
  documents: readonly Document[] | undefined,
  hide: boolean,
): Reply {
  const meant = documents ?? onlyArticle(desk);
  const shown = meant.slice(0, SHOWN);
  const more = meant.length - shown.length;
  const known = shown.some(({ article }) => article[detail] !== undefined);
  return {
    tone: known ? 'found' : 'nothing',
    private: hide || !known,
    blocks: [
      title(question),
      list(shown.map((document) => lineOf(detail, document))),
      note(say('detail.stored')),
      ...when(more > 0, note(say('detail.more', { articles: more }))),
    ],
  };
}

function lineOf(detail: Detail, { article }: Document): Words {
  const value = article[detail];
  // The receipt lets a follow-up refer to the same article.
  const receipt = `${article.id}.r${article.revision}.s1`;
  const told = value === undefined ? MISSING[detail] : saidOf(detail, value);
  return [say('detail.of', { headline: { news: article.headline }, told }), ` · ${receipt}`];
}

function saidOf(detail: Detail, value: string): Said {
  if (detail === 'publishedAt') return say('detail.date', { day: day(value) });
  const who = { news: value };
  return detail === 'byline' ? say('detail.byline', { who }) : say('detail.publisher', { who });
}
