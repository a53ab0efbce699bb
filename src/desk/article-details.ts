import type { Document } from '../article/article.ts';
import { list, note, title, when } from '../reply/blocks.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Reply, Said, Words } from '../reply/reply.ts';
import { day, say } from '../reply/say.ts';
import { plainly } from '../search/question/only-chat.ts';
import type { Desk } from './ports.ts';

/** Details of an article that a question may ask for. */
export type Detail = 'byline' | 'publishedAt' | 'publisher';

/** Ways to refer to the article that was just quoted. */
const PIECE = '(?:article|story|piece|report|text|post|column|interview)';
const ARTICLE = String.raw`(?:th(?:is|e|at)|these|those|your) (?:news )?${PIECE}s?`;
const IT = String.raw`(?:it|this|that|these|those|${ARTICLE})`;
const WRITER = String.raw`(?:author|writer|reporter|journalist|byline)`;

/** Whole questions in English, without the question mark. */
const ENGLISH: Readonly<Record<Detail, string>> = {
  byline: String.raw`who(?:'s| is| was)? (?:has )?(?:wrote|written|authored|penned|reported) ${IT}|(?:who|what)(?:'s| is| was) the (?:name of the )?${WRITER}(?:'s name)?(?: (?:of|for|on) ${IT})?|by whom (?:is|was) ${IT}(?: written)?|who(?:'s| is| was) ${IT}(?: written)? by|who(?:se) byline is (?:it|this|that|on ${IT})|whose ${PIECE} is (?:it|this|that)|(?:the )?(?:author|byline)(?: of ${IT})?`,
  publishedAt: String.raw`when (?:was|were|is) ${IT} (?:first )?(?:published|written|posted|printed|from|dated|released|out)|when did (?:${IT} (?:come out|appear|run|get published)|(?:you|we|they) (?:first )?(?:publish|print|post|run) ${IT})|(?:what(?:'s| is| was)|(?:from|on) what|what) (?:the )?(?:(?:publication|publishing) )?(?:date|day) (?:is |was |of |on )+${IT}(?: (?:from|published))?|how old (?:is|are) ${IT}|(?:what(?:'s| is| was) )?(?:the )?(?:publication|publishing) date(?: of ${IT})?|(?:the )?date of ${ARTICLE}`,
  publisher: String.raw`who published ${IT}|where (?:was|were|is) ${IT} (?:first )?(?:published|printed|posted)|where(?:'s| is| was) (?:this|${ARTICLE}) from|where did ${IT} (?:appear|run)|(?:what|which) (?:(?:news)?paper|site|website|magazine|outlet|publication) (?:is|was) ${IT} (?:from|in)|(?:(?:what|who)(?:'s| is| was) )?(?:the )?publisher(?: of ${IT})?`,
};

/** The plainest forms in the other languages of replies, without accents. */
const ELSEWHERE: Readonly<Record<Detail, readonly string[]>> = {
  byline: [
    'wer hat (?:das|dies|es|(?:den|diesen) (?:artikel|text|beitrag)) (?:geschrieben|verfasst)|von wem (?:ist|stammt) (?:das|dies|(?:der|dieser) (?:artikel|text|beitrag))|wer (?:ist|war) (?:der autor|die autorin)(?: (?:davon|des artikels))?',
    "qui a (?:ecrit|redige) (?:ca|cela|ceci|(?:l'|cet )article|ce texte)|qui l'a ecrit|(?:de qui est|qui est l'auteur de) (?:ca|cela|(?:l'|cet )article|ce texte)|qui (?:en )?est l'auteur",
    'quien (?:escribio|ha escrito) (?:esto|eso|(?:el|este|ese) (?:articulo|texto))|quien lo escribio|(?:de quien es|quien es el autor del?) (?:esto|eso|(?:este )?(?:articulo|texto))|quien es el autor',
    '(?:これ|この記事|それ|その記事)?(?:を|は)?(?:だれ|誰)が(?:書いた|書きました|執筆した)(?:の|のです)?か?|(?:これ|(?:この|その)記事)を書いたのは(?:だれ|誰)(?:です)?か?|(?:(?:この|その)記事の)?(?:筆者|著者|執筆者)は(?:だれ|誰)(?:です|なの)?か?',
  ],
  publishedAt: [
    'wann (?:wurde|ist) (?:das|dies|es|(?:der|dieser) (?:artikel|text|beitrag)) (?:veroffentlicht|erschienen|geschrieben|publiziert)(?: worden)?|wann erschien (?:das|es|(?:der|dieser) (?:artikel|text|beitrag))|von wann (?:ist|stammt) (?:das|(?:der|dieser) (?:artikel|text|beitrag))',
    "quand (?:est ce que )?(?:(?:l'|cet )article a t il ete (?:publie|ecrit)|(?:c'est|ca a ete|cela a ete|(?:l'|cet )article a ete) (?:publie|paru|ecrit)|(?:l'|cet )article est paru|a ete (?:publie|ecrit) (?:(?:l'|cet )article|ce texte)|est paru (?:(?:l'|cet )article|ce texte))|de quand date (?:ca|cela|(?:l'|cet )article|ce texte)",
    'cuando (?:se publico|fue publicado|salio|se escribio)(?: (?:esto|eso|(?:el|este|ese) (?:articulo|texto)))?|de cuando es (?:esto|eso|(?:el|este) (?:articulo|texto))',
    '(?:これ|この記事|それ|その記事)?は?いつ(?:公開|掲載|発表|配信)(?:され(?:た|ました)|した)(?:の|のです)?か?|(?:(?:この|その)記事の)?(?:公開|掲載)日は(?:いつ)?(?:です)?か?',
  ],
  publisher: [
    'wer hat (?:das|dies|es|(?:den|diesen) (?:artikel|text|beitrag)) veroffentlicht|wo (?:ist|wurde) (?:das|dies|es|(?:der|dieser) (?:artikel|text|beitrag)) (?:erschienen|veroffentlicht)',
    "qui a publie (?:ca|cela|(?:l'|cet )article|ce texte)|ou (?:a ete publie|est paru) (?:(?:l'|cet )article|ce texte)",
    'quien (?:publico|ha publicado) (?:esto|eso|(?:el|este|ese) (?:articulo|texto))|donde (?:se publico|fue publicado|salio)(?: (?:esto|eso|(?:el|este|ese) (?:articulo|texto)))?',
    '(?:これ|この記事|それ|その記事)?(?:を|は)?(?:だれ|誰|どこ)が(?:公開|掲載|発行)した(?:の|のです)?か?|(?:(?:この|その)記事の)?(?:発行元|掲載元|媒体)は(?:どこ)?(?:です)?か?',
  ],
};
const DETAILS = ['byline', 'publishedAt', 'publisher'] as const satisfies Detail[];
const ASKED = DETAILS.map(
  (detail) =>
    [detail, new RegExp(`^(?:${[ENGLISH[detail], ...ELSEWHERE[detail]].join('|')})$`, 'u')] as const,
);

/** The detail that a question asks for; undefined when it asks about the article's content. */
export function detailAsked(question: string): Detail | undefined {
  const plain = plainly(question)
    .replaceAll(/[¿?!.。？！-]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:(?:and|so|but|also|ok|okay|und|et|y)\b[ ,]*)+/u, '');
  return ASKED.find(([, pattern]) => pattern.test(plain))?.[0];
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
