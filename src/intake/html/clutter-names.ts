import type { DomElement } from './dom.ts';

/**
 * Words in class names and ids that mark what pages carry around an article, whole words between `-`, `_` and
 * capitals (`wp-block-comments`, `shareBar`). Collected from the themes of WordPress, Ghost, Drupal, Substack,
 * MediaWiki and the large news sites.
 */
const CLUTTER = new Set(
  (
    'comment comments commentlist commentform respond disqus discussion reactions ' +
    'cookie cookies consent gdpr onetrust ' +
    'share sharing sharebar sharedaddy social socials followus ' +
    'related relatedposts recommended recommendations recirc trending popular readnext readmore morefrom outbrain taboola ' +
    'nav navbar navigation menu breadcrumb breadcrumbs skip sidebar pagination pager ' +
    'newsletter signup subscribe subscription paywall regwall promo promotion promoted upsell donate ' +
    'ad ads advert adverts advertisement advertising sponsor sponsored dfp ' +
    'popup modal overlay lightbox toast banner masthead footer ' +
    'byline author authors bio tags taglist taxonomy timestamp dateline-time meta metadata readingtime ' +
    'disclaimer legal pullquote caption thumbcaption credit credits copyright ' +
    'noprint editsection references reflist'
  ).split(' '),
);

/** Class names of several words that only together mean clutter, or mean the opposite of their parts. */
const CLUTTER_NAMES =
  /(?:^|[\s_-])(?:screen-reader-text|visually-?hidden|pull-quote|read-next|read-more|more-stories|post-tags|print-only|no-print|author-box|about-the-author|jump-link|back-to-top|widget-area|widget_\w+)(?:$|[\s_-])/iu;
/** Names that hide an element, unless another name shows it on larger screens (`hidden md:block`). */
const HIDING = /(?:^|\s)(?:sr-only|hidden|is-hidden|d-none|element-invisible)(?:$|\s)/u;
const SHOWN = /(?:^|\s)(?:sm|md|lg|xl|2xl|d-sm|d-md|d-lg|d-xl)[:-](?:block|flex|grid|inline|contents|table)/u;
/** A state of the page or a subject (`has-sidebar`, `comments-open`, `node--promoted`, `category-legal`), not the thing itself. */
const STATE =
  /^(?:has|no|with|without|is|show|enable|category|tag)[-_]|[-_](?:open|closed|enabled|disabled|on|off|promoted)$/iu;

/** The class name or id that marks an element as clutter, if one does. */
export function clutterMark(element: DomElement): string | undefined {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names === ' ') return undefined;
  if (CLUTTER_NAMES.test(names)) return CLUTTER_NAMES.exec(names)?.[0];
  if (HIDING.test(names) && !SHOWN.test(names)) return 'hidden';
  return names
    .split(/\s+/u)
    .find((name) => !STATE.test(name) && wordsOf(name).some((word) => CLUTTER.has(word)));
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .split(/[-_:]+/u);
