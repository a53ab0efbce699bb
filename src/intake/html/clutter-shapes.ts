import { clutterHint, type Clutter } from './clutter-names.ts';
import { domText, type DomElement } from './dom.ts';
import type { ProseAmount } from './measure.ts';

const CONSENT = /cookie|consent|einwillig|datenschutz|privacy|partner|vie privée|privacidad|プライバシー/iu;
const SIGN_UP =
  /newsletter|subscri|sign(?:ing)? up|e-?mail|inbox|abonn|abonnier|anmeld|registr|inscri|suscri|boletín|log ?in|member|donat|spende|support|iscriv|購読|登録|订阅|подпис/iu;

/** `share` is the element's part of the page's prose, from 0 to 1; `byline` names the authors. */
type Test = (element: DomElement, amount: ProseAmount, share: number, byline: string | undefined) => boolean;

const textOf = (element: DomElement): string => domText(element).slice(0, 4000);

/** Tests that confirm the hint of an element's name by its content. */
export const looksLike: Readonly<Record<Clutter, Test>> = {
  comment: (element, { paragraphs }, share) =>
    looksLikeComments(element) || (share <= 0.25 && paragraphs <= 1),
  consent: (element, { paragraphs }, share) =>
    share <= 0.5 && (paragraphs === 0 || CONSENT.test(textOf(element))),
  sharing: (_element, { paragraphs }, share) => paragraphs === 0 && share <= 0.2,
  related: (element, { text, linked, linkedHeadings, paragraphs }, share) =>
    paragraphs === 0 ||
    linkedHeadings > 0 ||
    linked >= text * 0.25 ||
    (share <= 0.2 && element.querySelector('a h1, a h2, a h3, a h4, a p, a div') !== null),
  navigation: (_element, { text, linked, paragraphs, prose }, share) =>
    paragraphs === 0 || linked >= text * 0.5 || (share <= 0.25 && prose <= 1500 && linked > 0),
  'sign-up': (element, { paragraphs }, share) =>
    paragraphs === 0 || (paragraphs <= 3 && share <= 0.3 && isSignUp(element)),
  advertisement: (_element, { paragraphs, linked }, share) =>
    paragraphs === 0 || (paragraphs <= 2 && share <= 0.15 && linked > 0),
  detail: (element, { paragraphs, prose }, share, byline) =>
    paragraphs === 0 || (paragraphs <= 3 && share <= 0.25 && prose <= 900 && isPortrait(element, byline)),
  caption: (_element, { prose }, share) => share <= 0.2 && prose <= 700,
  'pull-quote': (_element, { prose }, share) => share <= 0.2 && prose <= 500,
  notice: (_element, { prose, paragraphs }, share) => paragraphs === 0 || (share <= 0.15 && prose <= 800),
};

/** Whether an element has several comments, or a form to write one. */
function looksLikeComments(element: DomElement): boolean {
  if (element.querySelector('textarea') !== null) return true;
  const inside = [...element.querySelectorAll('li, article, div, section, ol, ul, h2, h3, p')].slice(0, 200);
  return inside.some((child) => clutterHint(child) === 'comment');
}

const isSignUp = (element: DomElement): boolean =>
  element.querySelector('input, form, button') !== null || SIGN_UP.test(textOf(element));

/** Whether an element is about an author: it has a picture, a link or the author's name. */
const isPortrait = (element: DomElement, byline: string | undefined): boolean =>
  element.querySelector('a[href], img') !== null ||
  (byline ?? '').split(', ').some((name) => name !== '' && textOf(element).includes(name));
