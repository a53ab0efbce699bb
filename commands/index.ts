import type { Command } from '../src/desk/command.ts';
import article from './article.ts';
import articles from './articles.ts';
import ask from './ask.ts';
import card from './card.ts';
import checkQuotes from './check-quotes.ts';
import check from './check.ts';
import cite from './cite.ts';
import desk from './desk.ts';
import feed from './feed.ts';
import figures from './figures.ts';
import findSource from './find-source.ts';
import founded from './founded.ts';
import funding from './funding.ts';
import gaps from './gaps.ts';
import headcount from './headcount.ts';
import help from './help.ts';
import plans from './plans.ts';
import products from './products.ts';
import quote from './quote.ts';
import source from './source.ts';
import status from './status.ts';
import summary from './summary.ts';
import timeline from './timeline.ts';
import valuation from './valuation.ts';
import whoInvested from './who-invested.ts';
import whoIs from './who-is.ts';

/** THE list: it registers, runs, feeds autocomplete and prints help, in this order. */
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
  checkQuotes,
  findSource,
  card,
  articles,
  article,
  feed,
  gaps,
  status,
  desk,
  help,
];
