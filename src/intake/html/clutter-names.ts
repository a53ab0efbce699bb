import { attributeOf, type DomElement } from './dom.ts';

/** Kinds of elements around an article. */
export type Clutter =
  | 'comment'
  | 'consent'
  | 'sharing'
  | 'related'
  | 'navigation'
  | 'sign-up'
  | 'advertisement'
  | 'detail'
  | 'caption'
  | 'pull-quote'
  | 'notice';

/**
 * Words in class names and ids that hint at clutter, whole words between `-`, `_` and capitals (`wp-block-comments`,
 * `shareBar`). Collected from the themes of WordPress, Ghost, Drupal, Substack, MediaWiki and the large news sites.
 */
const WORDS: Readonly<Record<Clutter, string>> = {
  comment:
    'comment comments commentlist commentform respond disqus discussion reactions kommentare commentaires comentarios livefyre',
  consent: 'cookie cookies consent gdpr onetrust',
  sharing: 'share sharing sharebar sharedaddy social socials followus addthis addtoany',
  related:
    'related relatedposts recommended recommendations recirc trending popular readnext morefrom outbrain taboola mostread',
  navigation:
    'nav navbar navigation menu breadcrumb breadcrumbs skip sidebar pagination pager masthead footer toolbar noprint editsection',
  'sign-up':
    'newsletter signup subscribe subscription paywall regwall promo promotion promoted upsell donate readmore popup modal overlay lightbox toast banner',
  advertisement: 'ad ads advert adverts advertisement advertising sponsor sponsored dfp',
  detail:
    'byline author authors bio tags taglist taxonomy timestamp dateline-time meta metadata readingtime vcard',
  caption: 'caption thumbcaption credit credits',
  'pull-quote': 'pullquote',
  notice: 'disclaimer legal copyright references reflist',
};
const BY_WORD: ReadonlyMap<string, Clutter> = new Map(
  Object.entries(WORDS).flatMap(([clutter, words]) =>
    words.split(' ').map((word) => [word, clutter as Clutter] as const),
  ),
);

/** Names of several words that mean clutter only together, or whose parts would mislead. */
const PHRASES: readonly (readonly [RegExp, Clutter])[] = [
  [/(?:^|[\s_-])pull-?quote(?:$|[\s_-])/iu, 'pull-quote'],
  [/(?:^|[\s_-])(?:wp-caption-text|media-caption|image-caption|photo-credit)(?:$|[\s_-])/iu, 'caption'],
  [
    /(?:^|[\s_-])(?:read-next|more-stories|more-from|related-links|you-may-like|most-read)(?:$|[\s_-])/iu,
    'related',
  ],
  [/(?:^|[\s_-])(?:author-box|about-the-author|post-tags|post-meta|entry-meta)(?:$|[\s_-])/iu, 'detail'],
  [
    /(?:^|[\s_-])(?:print-only|no-print|jump-link|back-to-top|widget-area|widget_\w+)(?:$|[\s_-])/iu,
    'navigation',
  ],
  [/(?:^|[\s_-])(?:read-more)(?:$|[\s_-])/iu, 'sign-up'],
];
/** Names that describe a state or a subject (`has-sidebar`, `comments-open`, `node--promoted`, `category-legal`), not clutter. */
const STATE =
  /^(?:has|no|with|without|is|show|enable|category|tag)[-_]|[-_](?:open|closed|enabled|disabled|on|off|promoted)$/iu;

/** The kind of clutter that an element's class names or id hint at, if any. A hint alone proves nothing. */
export function clutterHint(element: DomElement): Clutter | undefined {
  const names = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`.trim();
  if (names === '') return undefined;
  const phrase = PHRASES.find(([pattern]) => pattern.test(names));
  if (phrase) return phrase[1];
  for (const name of names.split(/\s+/u)) {
    if (STATE.test(name)) continue;
    const hint = wordsOf(name)
      .map((word) => BY_WORD.get(word))
      .find((clutter) => clutter !== undefined);
    if (hint) return hint;
  }
  return undefined;
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .split(/[-_:]+/u);
