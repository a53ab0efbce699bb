import type { Action } from '../../src/desk/action.ts';
import again from './again.ts';
import card from './card.ts';
import context from './context.ts';
import copy from './copy.ts';
import remove from './delete.ts';
import details from './details.ts';
import exportAnswer from './export.ts';
import feedback from './feedback.ts';
import more from './more.ts';
import retract from './retract.ts';
import share from './share.ts';
import text from './text.ts';
import tryIt from './try.ts';

/** The actions of buttons and forms. */
export const actions: readonly Action[] = [
  context,
  more,
  share,
  copy,
  card,
  exportAnswer,
  feedback,
  remove,
  text,
  details,
  again,
  retract,
  tryIt,
];
