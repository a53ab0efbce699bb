import type { Document, Sentence } from '../article/article.ts';
import { receiptOf } from './answer.ts';
import { deepLink } from './citation.ts';

/** The notations of citations. */
export const CITE_FORMATS = ['plain', 'markdown', 'html', 'bibtex'] as const;
export type CiteFormat = (typeof CITE_FORMATS)[number];

/** A passage ready to cite; `quote` is exactly its stored text. */
export type Citation = Readonly<{
  quote: string;
  receipt: string;
  headline: string;
  byline?: string;
  publisher?: string;
  /** ISO 8601 day. */
  day?: string;
  url?: string;
  link?: string;
}>;

/** The citation of neighbouring sentences. */
export function citationOf({ article }: Document, first: Sentence, last: Sentence): Citation {
  const { headline, byline, publisher, publishedAt, url } = article;
  const quote = article.text.slice(first.start, last.end);
  const receipt = receiptOf(article, first);
  return {
    quote,
    headline,
    receipt: first.n === last.n ? receipt : `${receipt}-${last.n}`,
    ...(byline !== undefined && { byline }),
    ...(publisher !== undefined && { publisher }),
    ...(publishedAt !== undefined && { day: publishedAt.slice(0, 10) }),
    ...(url !== undefined && { url, link: deepLink(url, quote) }),
  };
}

/**
 * Writes a citation in a notation. Parsed by the notation's rules, the result gives exactly the stored text of the quote; `plain`
 * contains it unchanged.
 */
export const writeCitation = (citation: Citation, format: CiteFormat): string => WRITERS[format](citation);

const WRITERS: Readonly<Record<CiteFormat, (citation: Citation) => string>> = {
  plain: (citation) => `“${citation.quote}”\n${sourceLine(citation)}`,
  markdown({ quote, headline, byline, publisher, day, link, receipt }) {
    const title =
      link === undefined ? escapeCommonMark(headline) : `[${escapeCommonMark(headline)}](<${link}>)`;
    const told = [
      byline && escapeCommonMark(byline),
      title,
      publisher && escapeCommonMark(publisher),
      day,
      receipt,
    ];
    return `“${escapeCommonMark(quote)}” — ${told.filter(Boolean).join(', ')}`;
  },
  html({ quote, headline, byline, publisher, day, link, receipt }) {
    const cite = link === undefined ? '' : ` cite="${escapeHtml(link)}"`;
    const told = [
      ...(byline === undefined ? [] : [escapeHtml(byline)]),
      link === undefined
        ? `<cite>${escapeHtml(headline)}</cite>`
        : `<a href="${escapeHtml(link)}"><cite>${escapeHtml(headline)}</cite></a>`,
      ...(publisher === undefined ? [] : [escapeHtml(publisher)]),
      ...(day === undefined ? [] : [`<time datetime="${day}">${day}</time>`]),
      escapeHtml(receipt),
    ];
    return `<figure>\n<blockquote${cite}><p>${escapeHtml(quote)}</p></blockquote>\n<figcaption>${told.join(', ')}</figcaption>\n</figure>`;
  },
  bibtex({ quote, headline, byline, publisher, day, url, receipt }) {
    const fields: (readonly [string, string | undefined])[] = [
      ['title', `{${escapeTex(headline)}}`],
      ['author', byline && `{${escapeTex(byline)}}`],
      ['organization', publisher && escapeTex(publisher)],
      ['date', day],
      ['url', url],
      ['note', escapeTex(receipt)],
      ['annotation', escapeTex(quote)],
    ];
    const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
    return `@online{${receipt.replace(/[^\w.-]/gu, '_')},\n${lines.join(',\n')}\n}`;
  },
};

function sourceLine({ byline, headline, publisher, day, link, receipt }: Citation): string {
  const told = [byline, `“${headline}”`, publisher, day, receipt].filter((part) => part !== undefined);
  return `${told.join(', ')}${link === undefined ? '' : `, ${link}`}`;
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Escapes HTML text and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => HTML[sign] ?? sign);

/** Puts a backslash before all ASCII punctuation that can be special in CommonMark. */
export const escapeCommonMark = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&]/gu, String.raw`\$&`)
    .replace(/^(\s*)([-+])/gmu, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/gmu, String.raw`$1\$2`);

const TEX: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '^': String.raw`\textasciicircum{}`,
  '~': String.raw`\textasciitilde{}`,
};
const escapeTex = (text: string): string =>
  text.replace(/[\\{}#$%&_^~]/gu, (sign) => TEX[sign] ?? `\\${sign}`);
