import type { Command } from '../src/desk/ports.ts';
import article from './edit/article.ts';
import articles from './read/articles.ts';
import ask from './read/ask.ts';
import card from './read/card.ts';
import checkQuotes from './read/check-quotes.ts';
import check from './read/check.ts';
import cite from './read/cite.ts';
import desk from './edit/desk.ts';
import digest from './edit/digest.ts';
import exportAnswers from './read/export.ts';
import feed from './edit/feed.ts';
import figures from './read/figures.ts';
import findSource from './read/find-source.ts';
import follow from './read/follow.ts';
import founded from './read/founded.ts';
import funding from './read/funding.ts';
import gaps from './edit/gaps.ts';
import headcount from './read/headcount.ts';
import help from './read/help.ts';
import plans from './read/plans.ts';
import products from './read/products.ts';
import quote from './read/quote.ts';
import source from './read/source.ts';
import status from './edit/status.ts';
import summary from './read/summary.ts';
import timeline from './read/timeline.ts';
import valuation from './read/valuation.ts';
import whoInvested from './read/who-invested.ts';
import whoIs from './read/who-is.ts';

/** THE list: commands are registered, run, autocompleted and listed in help from it, in this order. */
export const commands: readonly Command[] = [
  ask,
  whoInvested,
  valuation,
  funding,
  founded,
  headcount,
  products,
  plans,
  whoIs,
  timeline,
  figures,
  summary,
  quote,
  check,
  source,
  cite,
  exportAnswers,
  checkQuotes,
  findSource,
  card,
  articles,
  follow,
  article,
  feed,
  digest,
  gaps,
  status,
  desk,
  help,
];
