/** Where a detail of an article was read, in the words that editors see. */
export type DetailOrigin =
  | 'the page’s JSON-LD'
  | 'a meta tag'
  | 'a marked element'
  | 'the page’s headline'
  | 'the page’s title'
  | 'a line of the text'
  | 'the page’s language'
  | 'the page’s scripts'
  | 'the page’s address'
  | 'the feed'
  | 'the file';

/** A detail and where it was read. */
export type ReadValue = Readonly<{ value: string; from: DetailOrigin }>;

/** The first detail of a list that is there. */
export const firstRead = (...found: readonly (ReadValue | undefined)[]): ReadValue | undefined =>
  found.find((each) => each !== undefined && each.value !== '');

export const readAs = (value: string | undefined, from: DetailOrigin): ReadValue | undefined =>
  value === undefined || value === '' ? undefined : { value, from };
