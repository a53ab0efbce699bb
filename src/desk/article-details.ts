import type { Document } from '../article/article.ts';
import { dayWords } from '../article/date-words.ts';
import { list, note, title, when } from '../reply/blocks.ts';
import { plural } from '../reply/count.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Reply, Words } from '../reply/reply.ts';
import type { Desk } from './ports.ts';

/** What may be asked of an article itself instead of what it says. */
export type Detail = 'byline' | 'publishedAt' | 'publisher';

/** How the article that was just quoted is called. */
const ARTICLE = String.raw`(?:th(?:is|e|at)|these|those|your) (?:news )?(?:article|story|piece|report|text|post|column|interview)s?`;
const IT = String.raw`(?:it|this|that|these|those|${ARTICLE})`;
const WRITER = String.raw`(?:author|writer|reporter|journalist|byline)`;

/** Whole questions, without their mark. */
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

/** Which detail of an article a question asks for; undefined when it asks for what the articles say. */
export function detailAsked(question: string): Detail | undefined {
  const plain = question
    .replaceAll('’', "'")
    .replace(/[\s?!.]+$/u, '')
    .replace(/^(?:(?:and|so|but|also|ok|okay)\b[\s,]*)+/iu, '')
    .replace(/\s+/gu, ' ');
  return (Object.keys(ASKED) as Detail[]).find((detail) => ASKED[detail].test(plain));
}

/** Articles that are told of; more are counted. */
const SHOWN = 5;

const MISSING: Readonly<Record<Detail, string>> = {
  byline: 'no author is stored with it',
  publishedAt: 'no date of publication is stored with it',
  publisher: 'no publisher is stored with it',
};

/** The articles that are meant where none was quoted or named: the only one there is. Throws {@link AskerError}. */
function onlyArticle({ index }: Desk): readonly Document[] {
  const documents = index.documents();
  if (documents.length === 1) return documents;
  throw new AskerError(
    'Which article? Reply to one of my answers with this question, or name it with /ask and its option “article”.',
  );
}

/** A detail of some articles as it is stored with them, or that none is. Throws {@link AskerError} when it is unclear of which. */
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
      note('From the details stored with the article, not from its text.'),
      ...when(more > 0, note(`${plural(more, 'more article')} not shown.`)),
    ],
  };
}

function lineOf(detail: Detail, { article }: Document): Words {
  const value = article[detail];
  const told: Words =
    value === undefined
      ? [MISSING[detail]]
      : detail === 'publishedAt'
        ? [`published ${dayWords(value)}`]
        : [detail === 'byline' ? 'by ' : 'published by ', { news: value }];
  // The receipt lets a reply to this go on about the same article.
  return ['“', { news: article.headline }, '”: ', ...told, ` · ${article.id}.r${article.revision}.s1`];
}
