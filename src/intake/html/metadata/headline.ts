import { itemAt } from '../../../article/item-at.ts';
import { decodeEntities } from '../../entities.ts';
import {
  childrenOf,
  domText,
  isElement,
  tagOf,
  type DomDocument,
  type DomElement,
  type DomNode,
} from '../dom.ts';
import { folded, oneLine } from '../fold.ts';
import { firstRead, readAs, type DetailOrigin, type ReadValue } from './origin.ts';

const META = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'parsely-title',
  'sailthru.title',
  'headline',
  'title',
];
/** Separates the headline from the names of section and site in a title. */
const SEPARATOR =
  /\s+(?:[|–—·•»«:‹›/~_-]|::|\|\|)\s+|\s*[|»]\s*|(?<=[\p{scx=Han}\p{scx=Kana}])\s*[_-]+\s*(?=[\p{scx=Han}\p{scx=Kana}])/u;
/** Number of headings to consider. */
const HEADINGS_MAX = 30;
/** Most words in a site's name. */
const SITE_WORDS = 5;
/** An `h1` and a title that share at least this part of their words are two wordings of one headline. */
const SAME_WORDS = 0.25;

/** Titles that a page states about itself, as found. */
export type Titles = Readonly<{
  stated: string | undefined;
  meta: ReadonlyMap<string, readonly string[]>;
  publisher: string | undefined;
}>;

/**
 * The headline that readers see: the longest heading that a title of the page contains. Titles alone are often shortened
 * or contain the names of section and site, and the first heading may be such a name.
 */
export function pageHeadlineOf(
  document: DomDocument,
  { stated, meta, publisher }: Titles,
): ReadValue | undefined {
  const shared = META.map((name) => meta.get(name)?.[0]).find(Boolean);
  const tab = document.querySelector('title')?.textContent;
  const titles = [
    titleOf(stated, 'the page’s JSON-LD'),
    titleOf(shared, 'a meta tag'),
    titleOf(tab, 'the page’s title'),
  ].filter(({ value }) => value !== '');
  const headings = headingsOf(document).filter(({ text }) => folded(text) !== folded(publisher ?? ''));
  const confirmed = headings
    .filter(({ text }) => titles.some(({ value }) => confirms(value, text)))
    .toSorted((a, b) => b.text.length - a.text.length || a.rank - b.rank)[0];
  const ownTitles = titles
    .map(({ value, from }) => ({ value: withoutSite(value, publisher, headings), from }))
    .filter(({ value }) => value !== '');
  const firsts = headings.filter(({ rank, text }) => rank === 1 && text.split(' ').length > 2);
  const alike = firsts.find(({ text }) =>
    ownTitles.some(({ value }) => shareOfWords(text, value) >= SAME_WORDS),
  );
  if (confirmed && !isSection(confirmed.text, ownTitles))
    return readAs(confirmed.text, 'the page’s headline');
  return firstRead(
    readAs(alike?.text, 'the page’s headline'),
    ...ownTitles,
    readAs(headings.find(({ rank }) => rank === 1)?.text, 'the page’s headline'),
  );
}

const titleOf = (text: string | null | undefined, from: DetailOrigin): ReadValue => ({
  value: oneLine(decodeEntities(text ?? '')),
  from,
});

type Heading = Readonly<{ text: string; rank: number }>;

function headingsOf(document: DomDocument): Heading[] {
  const found: Heading[] = [];
  for (const element of [...document.querySelectorAll('h1, h2, h3, [itemprop="headline"]')].slice(
    0,
    HEADINGS_MAX,
  )) {
    const text = oneLine(headingText(element));
    if (text !== '') found.push({ text, rank: Number(/^h(\d)$/iu.exec(element.tagName)?.[1] ?? 1) });
  }
  return found;
}

const headingText = (element: DomElement): string => element.getAttribute('content') ?? lineText(element);

/** The text of an element with a space for each line break. */
const lineText = (node: DomNode): string =>
  childrenOf(node)
    .map((child) => {
      if (!isElement(child)) return domText(child);
      return tagOf(child) === 'br' ? ' ' : lineText(child);
    })
    .join('');

/** Whether a title equals this heading, apart from text around it or a cut at its end. */
function confirms(title: string, heading: string): boolean {
  const [whole, part] = [folded(title), folded(heading)];
  if (whole === part) return true;
  const cut = whole.replace(/\s*(?:…|\.{3})$/u, '');
  if (cut !== whole && cut.length >= 15 && part.startsWith(cut)) return true;
  const at = whole.indexOf(part);
  // The heading must be a whole part of the title, not just a word in it.
  return (
    at >= 0 &&
    /(?:^|[^\p{L}\p{N}])$/u.test(whole.slice(0, at)) &&
    /^(?:$|[^\p{L}\p{N}])/u.test(whole.slice(at + part.length))
  );
}

/** Whether a heading is the name of a section ("News"): it is short, and a title is much longer. */
const isSection = (heading: string, titles: readonly ReadValue[]): boolean =>
  heading.split(' ').length <= 2 &&
  titles.some(({ value }) => value.length >= heading.length * 2 && value.split(' ').length >= 4);

function shareOfWords(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(folded(text).match(/[\p{L}\p{N}]+/gu) ?? []));
  if (left === undefined || right === undefined || left.size === 0 || right.size === 0) return 0;
  return [...left].filter((word) => right.has(word)).length / Math.min(left.size, right.size);
}

/** Removes the names of site and section from the ends of a title: `News - Headline | The Courier`. */
export function withoutSite(
  title: string,
  publisher: string | undefined,
  headings: readonly Heading[] = [],
): string {
  const site = folded(publisher ?? '');
  const ownName = `${site}:`;
  if (site !== '' && folded(title).startsWith(ownName) && title.length > ownName.length + site.length)
    return withoutSite(title.slice(title.indexOf(':') + 1).trim(), publisher, headings);
  const parts = title.split(new RegExp(SEPARATOR, 'u'));
  if (parts.length < 2) return title;
  const isKnown = (part: string): boolean =>
    folded(part) === site ||
    (part.split(' ').length <= SITE_WORDS && headings.some(({ text }) => folded(text) === folded(part)));
  const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? title;
  const isName = (part: string, isBar: boolean): boolean =>
    part !== longest && (isKnown(part) || (site === '' && looksLikeSite(part, longest, isBar)));
  const isBarAt = (part: string, side: 'before' | 'after'): boolean => {
    const at = side === 'before' ? title.lastIndexOf(part) : title.indexOf(part) + part.length;
    return /[|»]/u.test(side === 'before' ? title.slice(Math.max(0, at - 3), at) : title.slice(at, at + 3));
  };
  let [from, to] = [0, parts.length];
  const isNameAt = (index: number, side: 'before' | 'after'): boolean => {
    const part = itemAt(parts, index);
    return isName(part, isBarAt(part, side));
  };
  while (to - from > 1 && isNameAt(to - 1, 'before')) to -= 1;
  while (to - from > 1 && isNameAt(from, 'after')) from += 1;
  if (from === 0 && to === parts.length) return title;
  const start = title.indexOf(itemAt(parts, from));
  const last = itemAt(parts, to - 1);
  return title.slice(start, title.lastIndexOf(last) + last.length).trim();
}

/** Whether a part looks like a site's name: a few capitalised words, and another part is longer. */
const looksLikeSite = (part: string, longest: string, isBar: boolean): boolean =>
  part.split(' ').length <= SITE_WORDS &&
  longest.length > part.length &&
  longest.split(' ').length >= part.split(' ').length &&
  (isBar ||
    part
      .split(' ')
      .every((word) =>
        /^(?:[\p{Lu}\p{Lo}\d&]|(?:of|the|and|der|die|das|und|de|la|le|du|y|e|del)$|\S*\.\p{L})/u.test(word),
      ));

/** The site's name beside the headline in the page's title, if it has only a few words. */
export function siteInTitle(title: string, headline: string): string | undefined {
  const whole = oneLine(decodeEntities(title));
  const at = headline === '' ? -1 : whole.indexOf(headline);
  if (at < 0) return undefined;
  const [before, after] = [whole.slice(0, at), whole.slice(at + headline.length)].map((part) =>
    part.replace(/^[\s|–—·•»«:‹›/~_-]+|[\s|–—·•»«:‹›/~_-]+$/gu, ''),
  );
  const site = before === '' ? after : after === '' ? before : '';
  const isOne = site !== undefined && site !== '' && site.split(new RegExp(SEPARATOR, 'u')).length === 1;
  return isOne && site.split(' ').length <= SITE_WORDS ? site : undefined;
}
