import { extract } from '../../../src/intake/extract.ts';
import type { ArticleFields } from '../../../src/article/fields.ts';
import { utf8 } from '../refusals.ts';

/** Three sentences of about a hundred characters each. */
export const PARAGRAPHS = [
  'The council of Harwick passed the budget for the coming year on Tuesday night after four hours of debate.',
  'It sets aside 4.2 million euros for the swimming pool, whose roof has been leaking since the autumn of 2019.',
  'The opposition voted against it and said that the reserve would not last until the summer of the next year.',
] as const;
const [first, second, third] = PARAGRAPHS;
/** Three more. */
export const MORE = [
  'The mayor said that the reserve was meant for such cases and that the town had never been in better health.',
  'Work on the roof is to begin in June, when the schools have closed, and will take about eleven weeks in all.',
  'A second vote on the library, which has been shut since a burst pipe in March, was put off until the autumn.',
] as const;

export const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${text}</p>`).join('');

/** A page with a headline, three paragraphs and what a test puts after them. */
export const articlePage = (after: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Council passes the budget</title>${head}</head><body><article><h1>Council passes the budget</h1><p>${first}</p><p>${second}</p><p>${third}</p>${after}</article></body></html>`;

export const readPage = (html: string): Promise<ArticleFields> => extract(utf8(html), { name: 'page.html' });

/** What is extracted after the three paragraphs of an {@link articlePage}. */
export async function readAfter(after: string): Promise<string> {
  const { text } = await readPage(articlePage(after));
  return text.slice(PARAGRAPHS.join('\n\n').length).trim();
}
