/** Pairs of synonyms in newspapers; each is replaced by the other. */
export const SYNONYMS = pairs(
  'big large, begin start, began started, show reveal, shows reveals, say state, said stated, many numerous, often frequently, important significant, ' +
    'help aid, buy purchase, use employ, used employed, near close, whole entire, main principal, quick fast, several various, old ancient, new recent, ' +
    'called named, built constructed, ended finished, because since, however nevertheless, although though, people persons, country nation, war conflict, ' +
    'city town, area region, law statute, power strength, found discovered, kept retained, made produced, great major, small little',
);

/** Units, scales and signs, each with a different one. */
export const UNITS = pairs(
  'million billion, thousand million, percent points, km miles, kilometres miles, kilometers miles, metres feet, meters feet, feet inches, ' +
    'years months, days weeks, hours minutes, dollars euros, pounds dollars, % ‰, $ €, £ $, tons pounds, century decade, centuries decades, ' +
    'square cubic, seconds minutes, acres hectares, degrees radians',
);

export const SWAPPED_PRONOUNS = pairs(
  'he she, his her, him them, they we, their our, it they, its their, who which, this that, these those',
);

export const TENSES = pairs(
  'is was, are were, has had, have had, will would, can could, does did, become became, makes made, holds held, says said',
);

/** Latin letters with the Cyrillic ones that look the same. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
};

function pairs(list: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of list.split(', ')) {
    const [a = '', b = ''] = pair.split(' ');
    if (!found.has(a)) found.set(a, b);
    if (!found.has(b)) found.set(b, a);
  }
  return found;
}
