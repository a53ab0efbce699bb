/**
 * Words whose omission changes a statement, by their effect. A quotation without one of them says more, less or something else than its
 * source. Lower case; phrases have single spaces.
 */
export const TURNING: Readonly<
  Record<'denial' | 'chance' | 'amount' | 'doubt' | 'condition', readonly string[]>
> = {
  denial: list(
    'not, no, never, none, nobody, nothing, nowhere, neither, nor, without, cannot, hardly, barely, scarcely, unable, far from, anything but, ' +
      'by no means, instead of, rather than, failed to, fails to, fail to, refused to, refuses to, declined to, stopped short of, ruled out, rules out, unlikely to, no longer, ' +
      'denied, denies, deny, denying, rejected, rejects, disputed, dismissed, dismisses, refuted, refutes, contradicted, ' +
      'nicht, kein, keine, keinen, keinem, keiner, nie, niemals, ohne, kaum, weder, statt, bestritt, bestreitet, dementierte, weit davon entfernt, ' +
      'ne, pas, jamais, sans, aucun, aucune, ni, loin de, nie, nié, dément, nunca, sin, lejos de, negó, niega, desmintió, niet, geen, nooit, zonder',
  ),
  chance: list(
    'should, may, might, could, would, can, must, ought to, need to, needs to, has to, have to, ' +
      'plans to, planned to, plan to, hopes to, hoped to, hope to, wants to, wanted to, expects to, expected to, aims to, aimed to, tried to, tries to, ' +
      'threatened to, threatens to, intends to, intended to, promised to, agreed to, likely to, set to, ' +
      'soll, sollen, sollte, sollten, könnte, könnten, würde, würden, dürfte, dürften, müsste, möchte, wollte, darf, ' +
      'pourrait, pourraient, devrait, devraient, peut, doit, podría, podrían, debería, deberían, puede, debe',
  ),
  amount: list(
    'more than, less than, fewer than, up to, at least, at most, nearly, almost, about, around, roughly, approximately, some, over, under, close to, ' +
      'as many as, as much as, no more than, no less than, no fewer than, only, just over, just under, between, half, one in, mehr als, weniger als, bis zu, mindestens, höchstens, fast, ' +
      "beinahe, etwa, rund, ungefähr, knapp, über, unter, nur, plus de, moins de, jusqu’à, jusqu'à, au moins, au plus, presque, environ, près de, seulement, " +
      'más de, menos de, hasta, al menos, casi, cerca de, unos, unas, solo, sólo, aproximadamente',
  ),
  doubt: list(
    'allegedly, alleged, reportedly, reported, supposedly, supposed, suspected, apparently, purportedly, purported, presumably, presumed, possibly, perhaps, probably, ' +
      'potentially, potential, so-called, rumoured, rumored, claimed, claims, alleges, accused of, attempted, proposed, planned, seemingly, ' +
      'angeblich, mutmaßlich, mutmaßliche, mutmaßlichen, mutmaßlicher, vermutlich, offenbar, wohl, vielleicht, womöglich, möglicherweise, ' +
      'prétendument, présumé, présumée, probablement, peut-être, apparemment, presunto, presunta, supuesto, supuesta, supuestamente, probablemente, quizás, aparentemente',
  ),
  condition: list(
    'if, unless, whether, until, provided that, only when, except, wenn, sofern, ob, bevor, si, sauf si, à moins que, salvo si, a menos que',
  ),
};

export type Turn = keyof typeof TURNING;

function list(words: string): readonly string[] {
  return words.split(', ');
}
