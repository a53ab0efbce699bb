import type { Feature } from './feature.ts';
import { coverage, holds, opensWith, type Look } from './look.ts';
import { MATCHES } from '../matching.ts';
import { CLASS } from '../../../english/word-class.ts';

const ALL = MATCHES.length - 1;
const SPELT = MATCHES.indexOf('spelling');

/** How much a word counts for each sentence that it stands before, or after, the candidate. */
const BEFORE = 0.6;
const AFTER = 0.4;

/** The most that another sentence of the paragraph holds of the question. */
function bestOther(look: Look, kind: number): number {
  const { from, to, at, match } = look.candidate;
  let most = 0;
  for (let other = from; other < to; other++)
    if (other !== at) most = Math.max(most, coverage(look, match.sentence(other), kind));
  return most;
}

/** How near in the paragraph a concept stands: 1 would be the sentence itself, 0 is nowhere. */
function nearness({ candidate: { from, to, at, match } }: Look, concept: number): number {
  let near = 0;
  for (let other = from; other < to; other++) {
    if (other === at || !holds(match.sentence(other), concept)) continue;
    near = Math.max(near, other < at ? BEFORE ** (at - other) : AFTER ** (other - at));
  }
  return near;
}

/** The share of the question that the sentence lacks, each concept counted by a weight. */
const lacking = ({ own, shares }: Look, weight: (concept: number) => number): number =>
  shares.reduce((sum, share, concept) => sum + (holds(own, concept) ? 0 : share * weight(concept)), 0);

/** What the sentences around say. */
export const NEIGHBOUR_FEATURES: readonly Feature[] = [
  {
    name: 'paragraph holds the rest',
    why: 'the rest of the question stands in the same paragraph',
    value: (look) => lacking(look, (concept) => ((look.inParagraph[concept] ?? 0) > 0 ? 1 : 0)),
  },
  {
    name: 'rest is near',
    why: 'the nearer to the sentence the rest stands, the likelier it is carried on ("He was born in …")',
    value: (look) => lacking(look, (concept) => nearness(look, concept)),
  },
  {
    name: 'beats its paragraph',
    why: 'another sentence of the paragraph holds more of the question: that one answers rather; a large lead tells no more',
    value: (look) => Math.min(0.3, coverage(look, look.own, ALL) - bestOther(look, ALL)),
  },
  {
    name: 'beats its paragraph by stems',
    why: 'the same by sure matches, where a large lead may be the subject alone',
    value: (look) => coverage(look, look.own, SPELT) - bestOther(look, SPELT),
  },
  {
    name: 'previous holds all',
    why: 'when the sentence before holds the whole question, it is the answer or leads up to it',
    value: (look) => (coverage(look, look.previous, ALL) > 0.999 ? 1 : 0),
  },
  {
    name: 'pronoun for the previous',
    why: 'a pronoun takes over what the previous sentence shares with the question',
    value: (look) => (opensWith(look, CLASS.pronoun) ? coverage(look, look.previous, ALL) : 0),
  },
  {
    name: 'first of its paragraph',
    why: 'paragraphs open with what they are about',
    value: ({ candidate: { at, from } }) => (at === from ? 1 : 0),
  },
];
