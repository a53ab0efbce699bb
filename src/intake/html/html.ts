import type { Hint, Reading } from '../extracted.ts';
import { IntakeError } from '../intake-error.ts';
import { findArticle } from './article-text.ts';
import { parsePage } from './document.ts';
import { readJsonLd } from './json-ld.ts';
import { isProse, proseOf } from './measure.ts';
import { readMetadata } from './metadata/metadata.ts';
import { countsLeftOut } from './left-out.ts';
import { refuseOtherPages } from './other-pages.ts';
import { type Notice, message } from '../../words/message.ts';

/** A page with less prose is probably rendered by scripts, and its JSON-LD may have the text. Characters. */
const LITTLE = 250;

/**
 * Reads the article of a page: its text as readers see it, in paragraphs separated by blank lines, and its details. Throws
 * {@link IntakeError} `too-complex` or `no-text`.
 */
export function readHtml(source: string, hint: Hint, subject: Notice): Reading {
  const document = parsePage(source, subject);
  const jsonLd = readJsonLd(document);
  const metadata = readMetadata(document, jsonLd, hint);
  const { blocks, shown, leftOut } = findArticle(document, { ...metadata, articleBody: jsonLd.articleBody });
  const stated = (jsonLd.articleBody ?? '').split(/\s*\n\s*/u).filter(Boolean);
  const useStated = proseOf(blocks) < LITTLE && stated.join('').length > 2 * proseOf(blocks);
  const paragraphs = useStated ? stated : blocks.map(({ text }) => text);
  const isEmpty = !useStated && !blocks.some(isProse);
  refuseOtherPages(isEmpty ? shown.map(({ text }) => text) : paragraphs, metadata.headline, subject);
  if (isEmpty) {
    throw new IntakeError('no-text', message('intake.no-article', { subject }));
  }
  const { origins, ...details } = metadata;
  const left = countsLeftOut(leftOut);
  return {
    ...details,
    text: paragraphs.join('\n\n'),
    reading: { origins, ...(left !== undefined && { leftOut: left }) },
  };
}
