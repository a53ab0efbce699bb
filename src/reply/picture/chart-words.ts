import { visible } from '../../article/visible.ts';
import type { Language } from '../../words/spoken.ts';
import type { Run } from '../reply.ts';
import { runText, spokenIn } from '../say.ts';
import { undrawable } from './drawable.ts';

/** Longer topics are left out of a chart's title; the reply has them. Characters. */
const TOPIC_MAX = 80;

/** Whether every font of the charts has every character of a text. */
export const canDraw = (text: string): boolean =>
  (['serif', 'sans', 'sansBold'] as const).every((font) => undrawable(text, font) === undefined);

/** Our own words in a language, or in English if the fonts lack some of its characters. */
export function drawnWords(run: Run, language: Language): string {
  const text = spokenIn([run], language).map(runText).join('');
  return canDraw(text) ? text : runText(run);
}

/** The title of a chart. */
export const shownTitle = (what: string, topic: string | undefined): string =>
  topic === undefined || topic.length > TOPIC_MAX ? what : `${what} · ${visible(topic)}`;
