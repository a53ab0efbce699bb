/** Expressions that exclude each other: a clause that only has another one does not answer a question with this one. */
export type Contrast = readonly RegExp[];

const list = (source: string): RegExp => new RegExp(String.raw`\b(?:${source})\b`, 'iu');

/**
 * Contrasting actions, measures, offices and degrees in news. Each row is a dimension, each entry one pole of it. Forms are listed in
 * full where a stem would match other words.
 */
export const CONTRASTS: readonly Contrast[] = [
  // Trade and money
  [
    list(
      'buy|buys|buying|bought|acquir\\w+|purchas\\w+|take over|takes over|took over|takeover|pay|pays|paid',
    ),
    list('sell|sells|selling|sold|sale|divest\\w*|dispos\\w+'),
  ],
  [
    list('invest\\w*|back|backs|backed|put in|fund|funded'),
    list('lose|loses|losing|lost|withdrew|divest\\w*'),
  ],
  [list('lend|lends|lent|lending'), list('borrow\\w*')],
  [list('import\\w*'), list('export\\w*')],
  [
    list('hire|hires|hired|hiring|create|creates|created|add|adds|added|recruit\\w*'),
    list(
      'cut|cuts|cutting|lay off|lays off|laid off|axe|axed|shed|sack\\w*|slash\\w*|eliminat\\w+|lost|left|leave|leaves|leaving',
    ),
  ],
  // More and less
  [
    list(
      'rise|rises|rose|risen|rising|raise|raises|raised|raising|increas\\w+|grow|grows|grew|grown|growth|climb\\w*|gain\\w*|up|jump\\w*|surg\\w+|higher|widen\\w*',
    ),
    list(
      'fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|declin\\w+|decreas\\w+|lower|lowers|lowered|lowering|cut|cuts|cutting|down|shrink\\w*|shrank|reduc\\w+|slump\\w*|plung\\w+|narrow\\w*',
    ),
  ],
  [
    list('highest|most|maximum|largest|biggest|best|oldest|longest|fastest|at most'),
    list('lowest|least|minimum|smallest|worst|youngest|shortest|slowest|at least'),
  ],
  [
    list('profits?|net income|earnings|earned'),
    list('revenues?|sales|turnover'),
    list('loss|losses'),
    list('debts?|borrowings'),
    list('costs?|spending|expenses'),
    list('dividends?'),
    list('valuation|worth|valued|market value'),
  ],
  // Comings and goings
  [
    list(
      'hire|hires|hired|hiring|appoint\\w*|join|joins|joined|joining|recruit\\w*|arriv\\w+|enter\\w*|start|starts|started|took office|promot\\w+',
    ),
    list(
      'leave|leaves|leaving|left|quit|quits|resign\\w*|depart\\w*|fire|fires|fired|sack\\w*|dismiss\\w*|step down|stepped down|steps down|retire[sd]?|oust\\w*|end|ended',
    ),
  ],
  [
    list(
      'open|opens|opened|opening|reopen\\w*|launch\\w*|start|starts|started|begin|begins|began|found|founded|built|build',
    ),
    list('close|closes|closed|closing|closure|shut|shuts|shutting|end|ends|ended|demolish\\w*|scrap\\w*'),
  ],
  [list('born|birth'), list('die|dies|died|death|killed')],
  [
    list('killed|dead|died|deaths?|fatalit\\w+'),
    list('injured|wounded|hurt|injur\\w+'),
    list('missing'),
    list('rescued|saved|survived|survivors?'),
  ],
  [list('arrest\\w*|detain\\w*|jailed|imprison\\w*'), list('releas\\w+|freed|acquit\\w*')],
  [list('convict\\w*|guilty'), list('acquit\\w*|cleared|innocent|not guilty')],
  [list('marr(?:y|ied|ies)|wedding'), list('divorc\\w+')],
  // For and against
  [
    list('win|wins|won|winning|winners?|victory|beat|beats|defeated'),
    list('lose|loses|lost|losing|losers?|defeat|was beaten|were beaten'),
    list('drew|draw|tied'),
  ],
  [
    list(
      'approv\\w+|accept\\w*|agree[ds]?|back|backs|backed|support\\w*|favou?r\\w*|welcom\\w+|prais\\w+|for it',
    ),
    list('reject\\w*|den(?:y|ies|ied)|refus\\w+|oppos\\w+|against|critici[sz]\\w+|veto\\w*|condemn\\w*'),
  ],
  [list('allow\\w*|permit\\w*|legali[sz]\\w+'), list('ban|bans|banned|forb\\w+|prohibit\\w*|outlaw\\w*')],
  [list('accus\\w+|alleg\\w+|charged'), list('apologi[sz]\\w+')],
  // Places, people, offices
  [list('north|northern'), list('south|southern'), list('east|eastern'), list('west|western')],
  [
    list('men|male|males|boys?|sons?|father|brothers?|husband'),
    list('women|female|females|girls?|daughters?|mother|sisters?|wife'),
  ],
  [
    list('chief executive|ceo|chief exec'),
    list('chief operating officer|coo|operations chief'),
    list('chief financial officer|cfo|finance chief|finance director|head of finance'),
    list('chairman|chairwoman|chairperson|chair'),
    list('spokesman|spokeswoman|spokesperson'),
  ],
  [list('head coach'), list('interim coach|caretaker|acting'), list('assistant coach|assistant')],
  [list('domestic\\w*|at home|national\\w*'), list('abroad|overseas|foreign|international\\w*')],
  // Times
  [
    list('this (?:year|month|week|season|quarter)'),
    list('last (?:year|month|week|season|quarter)|previous|a year earlier|prior'),
    list('next (?:year|month|week|season|quarter)'),
  ],
  [list('before|prior to|until'), list('after|since|following')],
];
