import { seededRandom } from '../evaluate/random.ts';
import { articleText } from './articles.ts';

/** Questions of six consecutive words of one of the first `articles` synthetic articles; always the same. */
export function questionsOn(articles: number, count: number): string[] {
  const chance = seededRandom(11);
  return Array.from({ length: count }, () => {
    const words = articleText(Math.floor(chance() * articles)).split(/\s+/u);
    const from = Math.floor(chance() * (words.length - 6));
    return `Who ${words.slice(from, from + 6).join(' ')}?`;
  });
}
