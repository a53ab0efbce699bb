import { dayWords } from '../article/date-words.ts';
import type { StoredArticle } from '../store/articles/stored.ts';
import { passageOf } from '../answer/answer.ts';
import { plural } from '../reply/count.ts';
import { quoteBlock } from '../reply/quote.ts';
import type { Block, Reply, Words } from '../reply/reply.ts';
import type { LongWork } from '../reply/response.ts';
import { type Asker, type Desk, editorTools } from './ports.ts';
import type { EditorTools, Order, OrderOutcome } from './editor-tools.ts';
import { detailsButton } from './forms/details-form.ts';
import { documentOfStored } from './find/stored-document.ts';
import { cautionWords } from './reading-words.ts';
import { visibilityWords } from './forms/visibility-input.ts';
import { line, note, title } from '../reply/blocks.ts';

/** Carries out an order as long work, and words what became of it; `refused` words a refusal, such as of a form. */
export function carriedOut(
  desk: Desk,
  asker: Asker,
  order: Order,
  refused?: (refusal: Error) => Reply,
): LongWork {
  const tools = editorTools(desk);
  return {
    first: info([line(`Reading ${sourceName(order)} …`)]),
    async work() {
      try {
        return outcomeReply(await tools.carryOut(order, asker.userId), tools, desk.now());
      } catch (error) {
        if (!(error instanceof Error) || !refused) throw error;
        return refused(error);
      }
    },
  };
}

const info = (blocks: readonly Block[], rest: Partial<Reply> = {}): Reply => ({
  tone: 'info',
  private: true,
  blocks,
  ...rest,
});

function sourceName({ source }: Order): string {
  if (source.from === 'file') return source.name;
  return source.from === 'page' ? new URL(source.url).hostname : 'the text';
}

/** Each outcome with its reason and what can be done. */
async function outcomeReply(
  { outcome, id }: OrderOutcome,
  { archive }: EditorTools,
  now: Date,
): Promise<Reply> {
  const found = await archive.article(id);
  if (found.state === 'live') {
    const { article } = found.stored;
    const name: Words = ['“', { news: article.headline }, `” (${id})`];
    switch (outcome) {
      case 'added':
        return articleReply(['Added ', ...name], found.stored, now);
      case 'corrected':
        return articleReply([`Corrected, now revision ${article.revision}: `, ...name], found.stored, now);
      case 'restored':
        return articleReply([`Restored as revision ${article.revision}: `, ...name], found.stored, now);
      case 'same':
        return told('This very text is here already as ', ...name, ': nothing was changed.');
      case 'url-taken':
        return told(
          'Another text of this address is here as ',
          ...name,
          `: use /article correct article:${id} to put the new text in its place.`,
        );
      case 'live':
        return told(
          ...name,
          ' is not retracted, so there is nothing to restore: /article correct changes it.',
        );
      case 'retracted':
      case 'unknown':
        break;
    }
  }
  if (found.state === 'retracted') {
    const { headline, retractedAt, reason } = found.tombstone;
    return told(
      '“',
      { news: headline },
      `” was retracted on ${dayWords(retractedAt)} (${reason}): only /article restore article:${id} brings it back.`,
    );
  }
  if (found.state === 'damaged') return told(found.damage.message);
  return told(`There is no article “${id}” here any more: add it with /article add.`);
}

const told = (...words: Words): Reply => info([line(...words)], { tone: 'nothing' });

/** What was stored, so that an editor sees at a glance whether it was read right. */
function articleReply(heading: Words, stored: StoredArticle, now: Date): Reply {
  const { article, visibility } = stored;
  const document = documentOfStored(stored);
  const [first] = document.sentences;
  const last = document.sentences.at(-1);
  const facts = [
    plural(document.sentences.length, 'sentence'),
    article.byline === undefined ? undefined : `byline ${article.byline}`,
    article.publisher,
    article.publishedAt === undefined ? 'no date' : dayWords(article.publishedAt),
    article.language,
    article.url,
  ].filter((fact) => fact !== undefined);
  return info(
    [
      title(...heading),
      line(facts.join(' · ')),
      line('To be quoted ', ...visibilityWords(visibility, now), '.'),
      ...cautionWords(stored.reading).map((caution) => line(caution)),
      ...(first ? [quoteBlock(passageOf(document, first), 'The first sentence')] : []),
      ...(last && last !== first ? [quoteBlock(passageOf(document, last), 'The last sentence')] : []),
      note(
        `Wrong? /article correct article:${article.id} changes it, /article retract article:${article.id} takes it out.`,
      ),
    ],
    { buttons: [detailsButton(article.id)] },
  );
}
