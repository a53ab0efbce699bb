import type { StoredArticle } from '../store/articles/stored.ts';
import { passageOf } from '../answer/answer.ts';
import { quoteBlock } from '../reply/quote.ts';
import type { Block, Reply, Said, Text, Words } from '../reply/reply.ts';
import { day, say } from '../reply/say.ts';
import type { LongWork } from '../reply/response.ts';
import { type Asker, type Desk, editorTools } from './ports.ts';
import type { EditorTools, Order, OrderOutcome } from './editor-tools.ts';
import { detailsButton } from './forms/details-form.ts';
import { documentOfStored } from './find/stored-document.ts';
import { restorableSentence } from './find/cited-document.ts';
import { cautionWords } from './reading-words.ts';
import { visibilityWords } from './forms/visibility-input.ts';
import { line, note, title } from '../reply/blocks.ts';

/** Carries out an order as long work and builds the reply; `refused` builds the reply to a refusal, for example of a form. */
export function carriedOut(
  desk: Desk,
  asker: Asker,
  order: Order,
  refused?: (refusal: Error) => Reply,
): LongWork {
  const tools = editorTools(desk);
  return {
    first: info([line(say('article.reading', { what: sourceName(order) }))]),
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

function sourceName({ source }: Order): Text {
  if (source.from === 'file') return source.name;
  return source.from === 'page' ? new URL(source.url).hostname : say('article.the-text');
}

/** The reply to each outcome, with its reason and what to do next. */
async function outcomeReply(
  { outcome, id }: OrderOutcome,
  { archive }: EditorTools,
  now: Date,
): Promise<Reply> {
  const found = await archive.article(id);
  if (found.state === 'live') {
    const { article } = found.stored;
    const name = say('article.named', { headline: { news: article.headline }, id });
    const revision = String(article.revision);
    switch (outcome) {
      case 'added':
        return articleReply(say('article.added', { article: name }), found.stored, now);
      case 'corrected':
        return articleReply(say('article.corrected', { revision, article: name }), found.stored, now);
      case 'restored':
        return articleReply(say('article.restored', { revision, article: name }), found.stored, now);
      case 'same':
        return told(say('article.same', { article: name }));
      case 'url-taken':
        return told(say('article.url-taken', { article: name, id }));
      case 'live':
        return told(say('article.live', { article: name }));
      case 'retracted':
      case 'unknown':
        break;
    }
  }
  if (found.state === 'retracted') return told(restorableSentence(found.tombstone));
  if (found.state === 'damaged') return told(found.damage.told);
  return told(say('article.here', { id }));
}

const told = (...words: Words): Reply => info([line(...words)], { tone: 'nothing' });

/** Shows what was stored, so that an editor sees at a glance whether it was read correctly. */
function articleReply(heading: Said, stored: StoredArticle, now: Date): Reply {
  const { article, visibility } = stored;
  const document = documentOfStored(stored);
  const [first] = document.sentences;
  const last = document.sentences.at(-1);
  const { byline, publishedAt } = article;
  const facts = [
    say('articles.sentences', { sentences: document.sentences.length }),
    byline === undefined ? undefined : say('article.byline', { name: byline }),
    article.publisher,
    publishedAt === undefined ? say('article.no-date') : day(publishedAt),
    article.language,
    article.url,
  ].flatMap((fact, at): Words => (fact === undefined ? [] : at === 0 ? [fact] : [' · ', fact]));
  return info(
    [
      title(heading),
      line(...facts),
      line(say('article.quoted', { where: visibilityWords(visibility, now) })),
      ...cautionWords(stored.reading).map((caution) => line(caution)),
      ...(first ? [quoteBlock(passageOf(document, first), say('article.first'))] : []),
      ...(last && last !== first ? [quoteBlock(passageOf(document, last), say('article.last'))] : []),
      note(say('article.wrong', { id: article.id })),
    ],
    { buttons: [detailsButton(article.id)] },
  );
}
