/** @import { PageAttachment, PageComponent, PageMessage, PageNamed } from '../view.ts' */
import { el, icon } from './dom.js';
import { drawMarkdown } from './markup.js';

/**
 * What drawing needs besides the component.
 * @typedef {Readonly<{
 *   message: PageMessage;
 *   named: readonly PageNamed[];
 *   click: (button: HTMLButtonElement, id: string) => void;
 * }>} Context
 */

const LAUNCH =
  'M14 3v2h3.6l-9.8 9.8 1.400 1.400L19 6.400V10h2V3zM5 5h5v2H5v12h12v-5h2v5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z';
const SHEET = 'M6 2h8l6 6v14H6zm7 1.500V9h5.500z';

/**
 * Draws Discord's components, by type number; those that the bot does not send are missing.
 * @type {Readonly<Record<number, (component: PageComponent, context: Context) => HTMLElement | undefined>>}
 */
const DRAWINGS = {
  1: ({ components = [] }, context) => el('div', { class: 'row' }, ...drawComponents(components, context)),
  2: drawButton,
  9: drawSection,
  10: ({ content = '' }, { named }) => el('div', { class: 'text' }, ...drawMarkdown(content, named)),
  12: drawGallery,
  13: drawFile,
  14: ({ divider = true, spacing }) =>
    el('div', { class: 'separator', 'data-line': divider, 'data-wide': spacing === 2 }),
  17: drawContainer,
};

/**
 * Draws the components of a message in Discord's layout.
 * @param {readonly PageComponent[]} components
 * @param {Context} context
 * @returns {HTMLElement[]}
 */
export function drawComponents(components, context) {
  return components.flatMap((component) => DRAWINGS[component.type]?.(component, context) ?? []);
}

/** @type {(component: PageComponent, context: Context) => HTMLElement} */
function drawContainer({ components = [], accent_color: accent }, context) {
  const inside = drawComponents(components, context);
  if (typeof accent !== 'number') return el('div', { class: 'container' }, ...inside);
  const container = el('div', { class: 'container', 'data-accent': true }, ...inside);
  container.style.setProperty('--accent-bar', `#${accent.toString(16).padStart(6, '0')}`);
  return container;
}

/** @type {(component: PageComponent, context: Context) => HTMLElement} */
function drawSection({ components = [], accessory }, context) {
  return el(
    'div',
    { class: 'section' },
    el('div', { class: 'section-texts' }, ...drawComponents(components, context)),
    accessory && el('div', { class: 'accessory' }, ...drawComponents([accessory], context)),
  );
}

/** @type {(component: PageComponent, context: Context) => HTMLElement} */
function drawButton({ label, style = 2, url, custom_id: id, disabled = false }, { click }) {
  if (url !== undefined) {
    const link = { class: 'button', href: url, target: '_blank', rel: 'noopener noreferrer' };
    return el('a', link, label ?? '', icon(LAUNCH));
  }
  /** @type {HTMLButtonElement} */
  const button = el(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-style': style,
      disabled,
      onclick() {
        if (id !== undefined) click(button, id);
      },
    },
    label ?? '',
  );
  return button;
}

/** @type {(component: PageComponent, context: Context) => HTMLElement} */
function drawGallery({ items = [] }, { message }) {
  const pictures = items.flatMap(({ media, description }) => {
    const file = attached(media.url, message);
    const alt = description ?? file?.alt ?? '';
    return file
      ? [el('a', { href: file.url, target: '_blank', rel: 'noopener' }, el('img', { src: file.url, alt }))]
      : [];
  });
  return el('div', { class: 'gallery' }, ...pictures);
}

/** @type {(component: PageComponent, context: Context) => HTMLElement | undefined} */
function drawFile({ file }, { message }) {
  const found = file && attached(file.url, message);
  if (!found) return undefined;
  return el(
    'div',
    { class: 'file' },
    icon(SHEET),
    el(
      'div',
      {},
      el('a', { href: found.url, download: found.name }, found.name),
      el('span', { class: 'file-size' }, `${found.bytes.toLocaleString()} bytes`),
    ),
  );
}

/** @type {(url: string, message: PageMessage) => PageAttachment | undefined} */
const attached = (url, { attachments }) => attachments.find(({ name }) => url === `attachment://${name}`);
