/** The key of the token at an index; empty before the first and after the last token. */
export const keyAt = (tokens: readonly Readonly<{ key: string }>[], index: number): string =>
  tokens[index]?.key ?? '';
