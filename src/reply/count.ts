/** "1 article", "1,234 articles"; `many` for plurals that are not made with an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** "11 matching sentences, in 4 articles". */
export function sentencesInArticles({
  sentences,
  articles,
}: {
  sentences: number;
  articles: number;
}): string {
  return `${plural(sentences, 'matching sentence')}, in ${plural(articles, 'article')}`;
}
