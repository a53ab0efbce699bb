import { Readability } from '@mozilla/readability';
import { IntakeError } from '../intake-error.ts';
import type { Reading, Hint } from '../extracted.ts';
import { blocksOf, type Block } from './blocks.ts';
import { removeClutter } from './clutter.ts';
import { parsePage } from './document.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { readJsonLd } from './json-ld.ts';
import { readMetadata } from './metadata.ts';
import { tidy } from './tidy.ts';

/** A block of this length is prose even without a period. Characters; CJK writes about twice as densely. */
const PROSE_MIN = 40;
const SENTENCE_END = /[.!?…。！？]["'”’»」』)]*$/u;
/** Readability's pick is replaced when the page's own mark of its article holds this much more prose. */
const MORE = 1.25;
/** Below this much prose a page is probably built by its scripts, and its JSON-LD may hold the text. Characters. */
const LITTLE = 250;
/** Readability looks again, less strictly, when it finds less than this. Characters; its own default of 500 is too much for briefs. */
const THRESHOLD = 150;

/** Blocks between headline and text: standfirst, byline, date, a caption; more than this is another part of the page. */
const STANDFIRST_REACH = 6;

/** Where pages mark their article, most telling first. */
const CONTAINERS = ['[itemprop="articleBody"]', 'article', 'main', '[role="main"]'];

/**
 * The article of a page: the text as readers see it, paragraphs parted by blank lines, without what surrounds it,
 * and what the page says about it. Throws {@link IntakeError} `too-complex` or `no-text`.
 */
export function readHtml(source: string, hint: Hint, subject: string): Reading {
  const document = parsePage(source, subject);
  const jsonLd = readJsonLd(document);
  const metadata = readMetadata(document, jsonLd, hint);
  removeClutter(document);
  const all = blocksOf(document.body);
  const marked =
    CONTAINERS.map((selector) => largest(document, selector)).find((blocks) => proseOf(blocks) >= LITTLE) ??
    [];
  const read = readable(document);
  const chosen = proseOf(marked) >= proseOf(read) * MORE ? marked : read;
  const found = tidy([...standfirst(all, chosen, metadata.headline), ...chosen], metadata);
  const stated = (jsonLd.articleBody ?? '').split(/\s*\n\s*/u).filter(Boolean);
  const useStated = proseOf(found) < LITTLE && stated.join('').length > 2 * proseOf(found);
  const paragraphs = useStated ? stated : found.map(({ text }) => text);
  if (!useStated && !found.some(isProse)) {
    throw new IntakeError(
      'no-text',
      `No article text was found in ${subject}: if the page needs a login or builds itself by scripts, paste the text instead.`,
    );
  }
  return { ...metadata, text: paragraphs.join('\n\n') };
}

function readable(document: DomDocument): Block[] {
  const reader = new Readability<DomElement>(document, {
    charThreshold: THRESHOLD,
    disableJSONLD: true,
    serializer: (node: unknown) => node as DomElement,
  });
  const content = reader.parse()?.content;
  return content ? blocksOf(content) : [];
}

/** The sentences between the headline and the text, which Readability takes for part of the page's head. */
function standfirst(all: readonly Block[], chosen: readonly Block[], headline?: string): Block[] {
  const title = all.findIndex(({ text }) => text === headline);
  const first = all.findIndex(({ text }) => text === chosen[0]?.text);
  const between = title >= 0 && first > title ? all.slice(title + 1, first) : [];
  return between.length > STANDFIRST_REACH
    ? []
    : between.filter((block) => SENTENCE_END.test(block.text) && block.linked === 0);
}

/** The blocks of the element with the most prose among those that match. */
function largest(document: DomDocument, selector: string): Block[] {
  let best: Block[] = [];
  for (const element of [...document.querySelectorAll(selector)].slice(0, 20)) {
    const blocks = blocksOf(element);
    if (proseOf(blocks) > proseOf(best)) best = blocks;
  }
  return best;
}

const isProse = ({ kind, text, linked }: Block): boolean =>
  kind !== 'heading' && linked < text.length / 2 && (text.length >= PROSE_MIN || SENTENCE_END.test(text));

const proseOf = (blocks: readonly Block[]): number =>
  blocks.filter(isProse).reduce((sum, { text, linked }) => sum + text.length - linked, 0);
