import { changedSentences } from '../../answer/changed.ts';
import { articleKey } from '../../article/article.ts';
import { readAddress, writeAddress } from '../address.ts';
import type { Button } from '../reply.ts';
import type { OutlineButton } from './outline.ts';
import { textNow, type WordSources } from './words-now.ts';

/** Rebuilds a button of a reply; empty when its targets may not be shown. */
export type ButtonNow = (button: OutlineButton) => Button[];

/** Rebuilds buttons so that they refer to current sentences, and to nothing that may not be shown. */
export function buttonsNow(sources: WordSources): ButtonNow {
  const { sights } = sources;
  const byKey = new Map([...sights.keys()].map((id) => [articleKey(id), id]));
  const argumentNow = (arg: string): string[] => {
    const address = readAddress(arg);
    const articleId = address && byKey.get(address.key);
    if (!address || articleId === undefined) return [arg];
    const sight = sights.get(articleId);
    if (sight?.state !== 'live') return [];
    const cited = sight.cited.get(address.revision);
    const change = cited && changedSentences(cited, sight.newest, address.n)[0];
    if (!change || !('now' in change)) return [arg];
    return [writeAddress(articleId, sight.newest.article.revision, change.now.n)];
  };
  return (button) => {
    const label = textNow(button.label, sources);
    if ('url' in button) return [{ ...button, label }];
    const args = button.args.flatMap(argumentNow);
    return button.args.length > 0 && args.length === 0 ? [] : [{ ...button, label, args }];
  };
}
