/** Auxiliary verbs, as part of a pattern. */
export const AUXILIARY = '(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)';
