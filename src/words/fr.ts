import { defineLanguage } from './catalogue.ts';

/** French. */
export const fr = defineLanguage({
  locale: 'fr',
  discord: ['fr'],
  plurals: ['one', 'other'],
  day: { dateStyle: 'long' },
  words: {
    'list.comma': ', ',
    'list.quoted': '« {text} »',
    'answer.unsure': 'Pas sûr : vérifiez la citation.',
    'answer.none': 'Aucune réponse dans {articles:# article consulté|# articles consultés}.',
    'answer.unknown': 'Introuvable dans ces articles : {words}.',
    'answer.no-articles': 'Il n’y a aucun article à consulter ici : ajoutez-en, ou élargissez la question.',
    'answer.else': 'Reformulez la question, ou ajoutez l’article qui en parle.',
    'answer.nearest': 'le plus proche, mais pas une réponse',
    'answer.read-as': '« {written} » lu comme « {read} ».',
    'answer.count':
      '{shown} sur {sentences:# phrase correspondante|# phrases correspondantes} ; articles concernés : {found} sur {articles:#|#}.',
    'answer.count-more':
      '{shown} sur au moins {sentences:# phrase correspondante|# phrases correspondantes} ; articles concernés : {found} sur {articles:#|#}.',
    'answer.newest': 'Article le plus récent : {day}.',
    'answer.feed-late': 'Il peut manquer des informations : un flux n’a pas été lu depuis le {minute}.',
    'answer.asked-as': 'Question posée : « {question} ».',
    'answer.lead': 'chef de file',
    'nothing.hint': '/demander accepte toute question ; /articles liste ce qu’il y a.',
    'figures.none': 'Aucun chiffre dans {articles:# article consulté|# articles consultés}.',
    'figures.none-about':
      'Aucun chiffre sur « {topic} » dans {articles:# article consulté|# articles consultés}.',
    'figures.title': 'Chiffres',
    'figures.title-about': 'Chiffres · {topic}',
    'figures.money': 'Montants en {unit} : {amounts}',
    'figures.percent': 'Pourcentages : {amounts}',
    'figures.count': 'Quantités : {amounts}',
    'figures.different': 'Montants différents : {newer} et {older}',
    'figures.shown':
      '{shown} sur {figures:# chiffre|# chiffres} dans {articles:# article|# articles} ; aucun n’est préféré à un autre.',
    'timeline.none': 'Aucune phrase datée dans {articles:# article consulté|# articles consultés}.',
    'timeline.none-about':
      'Aucune phrase datée sur « {topic} » dans {articles:# article consulté|# articles consultés}.',
    'timeline.title': 'Chronologie',
    'timeline.title-about': 'Chronologie · {topic}',
    'timeline.shown':
      '{shown} sur {sentences:# phrase datée|# phrases datées}, dans {articles:# article|# articles}.',
    'timeline.unplaced':
      '{count:La dernière ne peut pas être placée|Les # dernières ne peuvent pas être placées} : l’article n’a pas de date de référence.',
    'who-is.none':
      'Aucune description de « {name} » dans {articles:# article consulté|# articles consultés}.',
    'who-is.title': 'Qui est, ou qu’est-ce que, {name} ?',
    'who-is.shown':
      '{shown} sur {sentences:# phrase descriptive|# phrases descriptives} ; {articles:# article consulté|# articles consultés}.',
    'summary.title': 'Résumé de {headline}',
    'summary.shown': '{shown} sur {sentences:# phrase|# phrases} de l’article.',
    'phrase.none':
      'Aucun article ne contient « {phrase} » dans cet ordre ; {articles:# article consulté|# articles consultés}.',
    'phrase.hint': '/demander trouve les phrases où ces mots sont dans un autre ordre.',
    'phrase.shown':
      '{shown} sur {sentences:# phrase|# phrases} avec ces mots ; {articles:# article consulté|# articles consultés}.',
    'disagree.line': 'Les articles divergent, du plus récent au plus ancien : {amounts}',
    'place.headline': 'le titre',
    'place.sentence': 'phrase {n}',
    'place.sentences': 'phrases {from} à {to}',
    'source.corrected': 'corrigé le {day}',
    'source.added': 'ajouté par {who}',
    'source.added-from': 'ajouté par {who} depuis {host}',
    'quote.before': 'La phrase précédente : « {sentence} »',
    'quote.too-long': 'Cette citation est trop longue pour être affichée ici ; elle est jointe en entier.',
    'quote.not-exact': 'Ce texte ne peut pas être affiché exactement ici ; il est joint.',
    'quote.left-out': '[…] {sentences:# phrase omise|# phrases omises}',
    'fit.quotes': '{quotes:# autre citation n’a pas tenu|# autres citations n’ont pas tenu} ici.',
    'fit.lines': '{lines:# autre ligne n’a pas tenu|# autres lignes n’ont pas tenu} ici.',
    'fit.both':
      '{quotes:# autre citation|# autres citations} et {lines:# autre ligne|# autres lignes} n’ont pas tenu ici.',
    'fit.files':
      '{files:# fichier trop volumineux ou en trop|# fichiers trop volumineux ou en trop} pour être joints.',
    'button.more': 'Plus',
    'button.share': 'Partager dans le salon',
    'button.copy': 'Copier à l’identique',
    'button.card': 'Carte',
    'button.feedback': 'Pas utile',
    'button.delete': 'Supprimer',
    'button.context': 'Contexte',
    'button.read': 'Lire',
    'help.lead':
      'Chaque réponse est une citation mot pour mot, avec sa source. Cliquez sur un exemple pour l’essayer.',
    'help.ask': 'Demander',
    'help.facts': 'Chiffres, dates, résumés',
    'help.check': 'Citations',
    'help.archive': 'Ce qu’il y a ici',
    'help.edit': 'Pour la rédaction',
    'help.message': 'clic droit sur un message, puis Applications',
    'help.receipt': 'Une référence comme article-id.r1.s5 désigne l’article, sa version et la phrase.',
    'articles.none': 'Il n’y a encore aucun article ici.',
    'articles.title': '{articles:# article|# articles}',
    'articles.sentences': '{sentences:# phrase|# phrases}',
    'articles.older':
      '{count:# plus ancien n’est pas affiché|# plus anciens ne sont pas affichés} ; précisez avec du et au.',
    'mention.examples': 'Posez-moi une question sur les articles, ou essayez l’un de ces exemples :',
    'mention.help':
      'Chaque réponse est une citation mot pour mot, avec sa source. /aide liste toutes les commandes.',
    'busy.later':
      'On me pose en ce moment plus de questions que je ne peux en traiter à temps : redemandez dans une minute.',
    'busy.flood':
      'Vous demandez plus vite que je ne peux répondre : réessayez dans {seconds:une seconde|# secondes}.',
    'busy.gone': 'Cette commande n’existe plus : /aide liste celles qui existent.',
    'busy.late':
      'Réponse arrivée avec {seconds:une seconde|# secondes} de retard, car Discord a demandé d’attendre.',
    'busy.deleted': 'Le message auquel ceci se rapporte a été supprimé.',
    'busy.expired': 'La réponse privée à laquelle ceci se rapporte a expiré ou a été fermée.',
    'refused.forbidden':
      'Je n’ai pas le droit de publier cela dans {channel} : une personne qui gère ce serveur peut m’y donner les permissions de mon invitation (Voir les salons, Envoyer des messages, Envoyer des messages dans les fils, Intégrer des liens, Joindre des fichiers, Voir les anciens messages).',
    'refused.not-taken':
      'Discord n’a pas accepté ma réponse dans {channel} : le fil est peut-être verrouillé ou archivé, ou Discord a un problème. Redemandez dans un autre salon, ou dans une minute.',
    'refused.expired':
      'Votre demande dans {channel} a pris plus que les 15 minutes pendant lesquelles Discord garde une réponse ouverte : redemandez-y.',
    'refused.that-channel': 'ce salon',
    'refused.not-removed':
      'Discord ne m’a pas laissé supprimer ce message : réessayez, ou demandez à un modérateur.',
    'refused.unreadable':
      'Je ne peux pas lire ceci : Discord ne me montre que les messages qui me mentionnent, pas mon rôle. Commencez votre question par mon nom.',
    'refused.which-server':
      'Vous partagez plusieurs serveurs avec moi, et chacun a ses propres articles. Demandez sur celui qui vous intéresse : {servers}.',
    'context.title': 'Autour de : {place} de {headline}',
  },
  commands: { names: {}, descriptions: {} },
});
