import { seededRandom } from '../evaluate/random.ts';
import { articleText } from './articles.ts';

/** Questions made of six words in a row of one of the first `articles` that nobody wrote; the same each time. */
export function questionsOn(articles: number, count: number): string[] {
  const chance = seededRandom(11);
  return Array.from({ length: count }, () => {
    const words = articleText(Math.floor(chance() * articles)).split(/\s+/u);
    const from = Math.floor(chance() * (words.length - 6));
    return `Who ${words.slice(from, from + 6).join(' ')}?`;
  });
}
