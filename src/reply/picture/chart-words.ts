import { visible } from '../../article/visible.ts';
import { undrawable } from './drawable.ts';

/** A longer topic is left out of a chart's title; the reply has it. Characters. */
const TOPIC_MAX = 80;

/** Whether every font of the charts holds every letter of a text. */
export const canDraw = (text: string): boolean =>
  (['serif', 'sans', 'sansBold'] as const).every((font) => undrawable(text, font) === undefined);

/** What a chart is called. */
export const shownTitle = (what: string, topic: string | undefined): string =>
  topic === undefined || topic.length > TOPIC_MAX ? what : `${what} · ${visible(topic)}`;
