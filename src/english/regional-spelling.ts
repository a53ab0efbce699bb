/** British spellings and their American forms, after letters that keep other words apart ("hour", "rise"). */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{2}[^aeiou]|avi)our(?=$|s|ed|ing|er|ite|ful|able|al|hood|less)/u, 'or'],
  [/(?<=[a-z]{2})is(?=(?:e|es|ed|er|ers|ing)$|ation)/u, 'iz'],
  [/(?<=[a-z]{2}l)ys(?=e|ing)/u, 'yz'],
  [/(?<=[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)/u, 'l'],
  [/(?<=[a-z]{2}[bt])re(?=[sd]?$)/u, 'er'],
  [/(?<=[a-z]{2}en)c(?=es?$)/u, 's'],
  [/(?<=[a-z]{2})ogue/u, 'og'],
  [/(?<=[a-z]{2})amme(?=s?$)/u, 'am'],
  [/[ao]e(?=[a-z]{3})/u, 'e'],
];

const american = (folded: string): string =>
  AMERICAN.reduce((word, [british, form]) => word.replace(british, form), folded);

/** Whether two folded words are one in British and American spelling ("labour", "labor"). */
export const isSameWord = (a: string, b: string): boolean => american(a) === american(b);
