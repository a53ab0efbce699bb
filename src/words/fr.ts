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
    'outside.which':
      'Vous partagez plusieurs serveurs avec moi, et chacun a ses propres articles. Lequel voulez-vous ?',
    'outside.choose': 'Choisir un serveur',
    'outside.remembered':
      'Je m’en souviendrai la prochaine fois ; sous une réponse, vous pouvez en choisir un autre.',
    'outside.kept': 'Désormais, je lis ici pour vous les articles de {server} : demandez à nouveau.',
    'outside.read-in': 'Lu dans les archives de {server} ; ici, vous seul voyez ceci.',
    'outside.house-only': 'Vous ne partagez aucun serveur avec moi : seuls les articles maison ont été lus.',
    'outside.another': 'Autre serveur',
    'talk.greeting': 'Bonjour. Posez-moi une question sur les articles, ou essayez l’une de celles-ci :',
    'talk.thanks':
      'Avec plaisir. Pour continuer, répondez à l’une de mes réponses, ou essayez l’une de celles-ci :',
    'detail.no-byline': 'aucun auteur n’est enregistré avec lui',
    'detail.no-date': 'aucune date de publication n’est enregistrée avec lui',
    'detail.no-publisher': 'aucun média n’est enregistré avec lui',
    'detail.byline': 'par {who}',
    'detail.date': 'publié : {day}',
    'detail.publisher': 'publié par {who}',
    'detail.of': '« {headline} » : {told}',
    'detail.stored': 'D’après les détails enregistrés avec l’article, non d’après son texte.',
    'detail.more': '{articles:# autre article n’est pas affiché|# autres articles ne sont pas affichés}.',
    'detail.which':
      'Quel article ? Répondez à l’une de mes réponses avec cette question, ou nommez-le avec /demander et son option « article ».',
    'carried.both': 'Repris : {names} ; « {question} » ; seulement les articles cités là',
    'carried.question': 'Repris : « {question} » ; seulement les articles cités là',
    'carried.names': 'Repris : {names} ; seulement les articles cités là',
    'carried.articles': 'Repris : seulement les articles cités là',
    'check.whole': 'Tout le texte a été vérifié comme une seule citation.',
    'check.each-whole': 'Rien n’est entre guillemets : chaque texte a été vérifié comme une citation.',
    'check.too-long':
      'C’est trop long à vérifier : {characters} caractères, et {most} peuvent être vérifiés à la fois. Vérifiez-en une partie avec /vérifier.',
    'check.too-long-unmarked':
      'C’est trop long à vérifier : {characters} caractères, et {most} peuvent être vérifiés à la fois sans guillemets. Vérifiez-en une partie avec /vérifier.',
    'check.empty-message':
      'Rien n’y est cité : le message n’a pas de mots, ou je ne peux pas les lire ; seul du texte peut être vérifié.',
    'check.empty-text': 'Rien n’y est cité : donnez un texte ou un fichier qui contient des mots.',
    'check.empty-file': 'Rien n’y est cité : le fichier n’a pas de mots.',
    'check.gone': 'Ce message n’est plus là : il a été supprimé, ou je ne peux pas le lire.',
    'check.unreadable':
      'Il répond à un message que je ne peux pas lire : utilisez la commande sur ce message lui-même.',
    'check.no-quote': 'Rien n’y est cité : cette réponse de ma part n’a pas de citation.',
    'check.no-files': 'Les fichiers ne peuvent pas être lus ici : donnez le texte.',
    'check.reading': 'Lecture de {files} …',
    'check.read': 'Lu : {places}.',
    'check.in-message': 'le message',
    'check.in-answered': 'le message auquel il répond',
    'check.in-embed': 'son intégration',
    'check.in-forwarded': 'le message transféré',
    'check.in-poll': 'son sondage',
    'check.in-starter': 'le message qui a ouvert le fil',
    'check.in-alt': 'la description de son image',
    'check.in-text': 'le texte',
    'form.add': 'Ajouter un article',
    'form.correct': 'Corriger l’article',
    'form.restore': 'Rétablir l’article',
    'form.details': 'Détails de l’article',
    'form.headline': 'Titre',
    'form.headline-hint': 'Par défaut, la première ligne du texte',
    'form.text': 'Texte',
    'form.text-more': 'Texte, suite',
    'form.file': 'Ou un fichier',
    'form.file-hint': 'TXT, Markdown, HTML, DOCX ou PDF ; il remplace le texte ci-dessus',
    'form.lines': 'byline, publisher, date, url, language …',
    'form.too-long':
      'Ce texte est trop long pour un formulaire ({characters} caractères) : joignez le nouveau texte comme fichier.',
    'form.quoted': 'Qui peut le citer',
    'form.usual': 'Comme les nouveaux articles ici',
    'form.as-before': 'Comme avant',
    'form.everywhere': 'Partout sur ce serveur',
    'form.here': 'Seulement dans ce salon',
    'form.embargo-hours': 'Sous embargo pendant {hours:une heure|# heures}',
    'form.embargo-day': 'Sous embargo pendant un jour',
    'form.byline': 'Signature',
    'form.date': 'Date',
    'form.publisher': 'Média',
    'form.address': 'Adresse',
    'form.language': 'Langue',
    'form.not-said': 'Non précisée',
    'form.handed-back':
      'Ce que vous avez saisi est dans le fichier ; le bouton rouvre le formulaire avec. Un fichier doit être choisi à nouveau.',
    'form.empty': 'Le formulaire est arrivé sans texte ni fichier.',
    'form.draft-gone': 'Le fichier avec votre saisie n’est plus là : utilisez à nouveau la commande.',
    'form.article-gone': 'Il n’y a plus d’article « {id} » ici.',
    'button.details': 'Détails …',
    'button.again': 'Rouvrir le formulaire',
    'context.title': 'Autour de : {place} de {headline}',
  },
  commands: {
    names: {
      ask: 'demander',
      question: 'question',
      article: 'article',
      from: 'du',
      to: 'au',
      hide: 'masquer',
      'who-invested': 'investisseurs',
      company: 'entreprise',
      valuation: 'valorisation',
      funding: 'financement',
      founded: 'fondation',
      headcount: 'effectifs',
      products: 'produits',
      plans: 'projets',
      'who-is': 'qui-est',
      name: 'nom',
      timeline: 'chronologie',
      topic: 'sujet',
      figures: 'chiffres',
      summary: 'résumé',
      sentences: 'phrases',
      quote: 'citation',
      phrase: 'passage',
      check: 'vérifier',
      text: 'texte',
      file: 'fichier',
      source: 'source',
      cite: 'citer',
      receipt: 'référence',
      format: 'format',
      'Check quotes': 'Vérifier les citations',
      'Find source': 'Trouver la source',
      card: 'carte',
      articles: 'articles',
      add: 'ajouter',
      url: 'url',
      headline: 'titre',
      byline: 'signature',
      publisher: 'média',
      date: 'date',
      language: 'langue',
      channels: 'salons',
      embargo: 'embargo',
      correct: 'corriger',
      retract: 'rétracter',
      restore: 'rétablir',
      show: 'afficher',
      feed: 'flux',
      list: 'liste',
      remove: 'retirer',
      gaps: 'lacunes',
      status: 'état',
      desk: 'rédaction',
      editors: 'rédacteurs',
      settings: 'réglages',
      'desk-channel': 'salon-rédaction',
      'no-desk-channel': 'sans-salon-rédaction',
      'new-articles': 'nouveaux-articles',
      help: 'aide',
      'Plain text': 'Texte brut',
      Markdown: 'Markdown',
      HTML: 'HTML',
      BibTeX: 'BibTeX',
      follow: 'suivre',
      privately: 'en-privé',
      what: 'quoi',
      digest: 'récapitulatif',
      daily: 'quotidien',
      weekly: 'hebdomadaire',
      off: 'arrêter',
      hour: 'heure',
      day: 'jour',
      timezone: 'fuseau-horaire',
      Monday: 'Lundi',
      Tuesday: 'Mardi',
      Wednesday: 'Mercredi',
      Thursday: 'Jeudi',
      Friday: 'Vendredi',
      Saturday: 'Samedi',
      Sunday: 'Dimanche',
    },
    descriptions: {
      'Ask the articles a question; the answer is quoted, never written':
        'Poser une question aux articles ; la réponse est citée, jamais rédigée',
      'What do you want to know?': 'Que voulez-vous savoir ?',
      'Which article? Its headline or id': 'Quel article ? Son titre ou son identifiant',
      'Only articles from this date on, e.g. 2017-07-01':
        'Seulement les articles à partir de cette date, p. ex. 2017-07-01',
      'Only articles up to this date, e.g. 2017-12-31':
        'Seulement les articles jusqu’à cette date, p. ex. 2017-12-31',
      'Show the answer to you alone': 'Ne montrer la réponse qu’à vous',
      'Who invested in a company, and who led the round':
        'Qui a investi dans une entreprise, et qui a mené le tour de table',
      'Whose news? Leave it out to ask all articles':
        'À propos de qui ? Sans précision, tous les articles sont consultés',
      'What a company is worth': 'Ce que vaut une entreprise',
      'How much money a company raised': 'Combien d’argent une entreprise a levé',
      'When, and by whom, a company was founded': 'Quand, et par qui, une entreprise a été fondée',
      'How many people work for a company': 'Combien de personnes travaillent pour une entreprise',
      'What a company makes and offers': 'Ce qu’une entreprise fabrique et propose',
      'What a company is planning': 'Ce qu’une entreprise prévoit',
      'How the articles describe a person, a company or a thing':
        'Comment les articles décrivent une personne, une entreprise ou une chose',
      'Whose name?': 'Quel nom ?',
      'Dated sentences in the order of the dates they speak of':
        'Les phrases datées, dans l’ordre des dates dont elles parlent',
      'Only about this: a name or a few words': 'Seulement à ce sujet : un nom ou quelques mots',
      'Sentences with sums, counts and percentages, grouped by unit':
        'Les phrases avec montants, quantités et pourcentages, par unité',
      'An article in its own sentences, in its own order':
        'Un article dans ses propres phrases, dans son propre ordre',
      'How many sentences, 1 to 10 (3 when left out)': 'Combien de phrases, de 1 à 10 (3 par défaut)',
      'Find a phrase, word for word, in the articles': 'Trouver un passage mot pour mot dans les articles',
      'The exact words; case and typography do not matter':
        'Les mots exacts ; la casse et la typographie n’ont pas d’importance',
      'Check quotations against the articles, word by word':
        'Vérifier des citations mot à mot par rapport aux articles',
      'A text with quotations, or a quotation alone': 'Un texte avec des citations, ou une citation seule',
      'A text, page, DOCX or PDF with quotations; the answer is for you alone':
        'Un texte, une page, un DOCX ou un PDF avec des citations ; la réponse n’est que pour vous',
      'Where a wording comes from, also one that is remembered loosely':
        'D’où vient une formulation, même retenue approximativement',
      'The words, as well as you know them': 'Les mots, tels que vous vous en souvenez',
      'A passage to copy, exactly as stored, and what became of it since':
        'Un passage à copier, tel qu’enregistré, et ce qu’il est devenu depuis',
      'Which passage? The receipt below a quote, such as article-id.r1.s5':
        'Quel passage ? La référence sous une citation, p. ex. article-id.r1.s5',
      'How it is written (plain text when left out)': 'Sous quelle forme (texte brut par défaut)',
      'A quote as a picture, word for word, with its source':
        'Une citation en image, mot pour mot, avec sa source',
      'Which quote? The receipt below it, such as article-id.r1.s5':
        'Quelle citation ? La référence en dessous, p. ex. article-id.r1.s5',
      'The articles that answers are quoted from, newest first':
        'Les articles d’où sont tirées les citations, du plus récent au plus ancien',
      'For editors: add, correct, retract, restore and look at articles':
        'Pour la rédaction : ajouter, corriger, rétracter, rétablir et consulter des articles',
      'Add an article: a file, a page, or a form to paste it into when you give neither':
        'Ajouter un article : un fichier, une page ou, à défaut, un formulaire où le coller',
      'The text as TXT, Markdown, HTML, DOCX or PDF, up to 10 MB':
        'Le texte en TXT, Markdown, HTML, DOCX ou PDF, jusqu’à 10 Mo',
      'The page to read; together with a file, the address of the article':
        'La page à lire ; avec un fichier, l’adresse de l’article',
      'When left out, what the text says': 'Par défaut, ce que dit le texte',
      'Who wrote it; “-” takes it away': 'Qui l’a écrit ; « - » l’enlève',
      'Where it was published; “-” takes it away': 'Où il a été publié ; « - » l’enlève',
      'When it was published, e.g. 2017-10-23; “-” takes it away':
        'Quand il a été publié, p. ex. 2017-10-23 ; « - » l’enlève',
      'A tag such as en; “-” takes it away': 'Un code comme en ; « - » l’enlève',
      'Quote it only in these channels, e.g. #politics #desk; or: everywhere':
        'Ne le citer que dans ces salons, p. ex. #politique #rédaction ; ou : everywhere',
      'Quote it from this time on: 2026-03-04 08:00 UTC, or 90m, 3h, 2d; or: none':
        'Ne le citer qu’à partir de : 2026-03-04 08:00 UTC, ou 90m, 3h, 2d ; ou : none',
      'Change an article: a new file or page, single details, or a form with its text':
        'Modifier un article : nouveau fichier ou page, détails, ou un formulaire avec son texte',
      'Take an article out of everything and leave a note with the reason':
        'Retirer un article de partout et laisser une note avec la raison',
      'Bring a retracted article back: a file, a page, or a form to paste its text into':
        'Rétablir un article rétracté : un fichier, une page ou un formulaire où coller le texte',
      'What is known of an article: revisions, who added it from where, who may see it':
        'Ce que l’on sait d’un article : versions, qui l’a ajouté et d’où, qui peut le voir',
      'For editors: take articles from RSS, Atom or JSON feeds as they appear':
        'Pour la rédaction : reprendre les articles de flux RSS, Atom ou JSON dès leur parution',
      'Read a feed now and every 15 minutes from now on':
        'Lire un flux maintenant, puis toutes les 15 minutes',
      'The address of the feed itself, e.g. https://example.org/rss.xml':
        'L’adresse du flux lui-même, p. ex. https://example.org/rss.xml',
      'All feeds, how they are, and what was put aside':
        'Tous les flux, leur état, et ce qui a été mis de côté',
      'Stop reading a feed; its articles stay': 'Ne plus lire un flux ; ses articles restent',
      'Which feed? /feed list shows their names': 'Quel flux ? /flux liste montre leurs noms',
      'Read a feed now': 'Lire un flux maintenant',
      'For editors: what was asked and could not be answered, and answers that did not help':
        'Pour la rédaction : les questions sans réponse, et les réponses qui n’ont pas aidé',
      'For editors: how the archive and the program are':
        'Pour la rédaction : l’état des archives et du programme',
      'For editors: who edits, where answers are given, and where the desk is told':
        'Pour la rédaction : qui édite, où l’on répond, et où la rédaction est informée',
      'The roles whose members are editors; needs Manage Server to change':
        'Les rôles des rédacteurs ; « Gérer le serveur » est requis pour les changer',
      'A role to add': 'Un rôle à ajouter',
      'A role to take away': 'Un rôle à retirer',
      'The channels where questions are answered; none: everywhere':
        'Les salons où l’on répond aux questions ; aucun : partout',
      'A channel to add': 'Un salon à ajouter',
      'A channel to take away': 'Un salon à retirer',
      'Where the desk is told of corrections, and where new articles may be quoted':
        'Où la rédaction est informée des corrections, et où citer les nouveaux articles',
      'Corrections, retractions and broken feeds are told here':
        'Corrections, rétractations et flux en panne sont signalés ici',
      'Tell nobody': 'Ne prévenir personne',
      'Where new articles may be quoted unless they say otherwise, e.g. #desk; or: everywhere':
        'Où citer les nouveaux articles, sauf indication contraire, p. ex. #rédaction ; ou : everywhere',
      'What there is, with examples from these articles':
        'Ce qu’il y a, avec des exemples tirés de ces articles',
      'Be told when articles say something about a topic or company, or when an article changes':
        'Être prévenu quand des articles parlent d’un sujet, d’une entreprise, ou quand un article change',
      'Follow something here, or privately': 'Suivre quelque chose ici, ou en privé',
      'What new and corrected articles say about a topic':
        'Ce que les articles nouveaux et corrigés disent d’un sujet',
      'A name or a few words': 'Un nom ou quelques mots',
      'What new and corrected articles say about a company':
        'Ce que les articles nouveaux et corrigés disent d’une entreprise',
      'Whose news?': 'De qui s’agit-il ?',
      'Corrections and retractions of one article': 'Les corrections et la rétractation d’un article',
      'Its headline or id': 'Son titre ou son identifiant',
      'Tell you alone, in a direct message, instead of this channel':
        'Vous prévenir vous seul, par message privé, au lieu de ce salon',
      'What is followed here, and by you': 'Ce qui est suivi ici, et par vous',
      'No longer follow something': 'Ne plus suivre quelque chose',
      'Which of them? /follow list shows them': 'Lequel ? /suivre liste les montre',
      'For editors: new articles, corrections and open questions, daily or weekly in this channel':
        'Pour la rédaction : articles nouveaux, corrections et questions ouvertes, chaque jour ou semaine ici',
      'Each day at an hour': 'Chaque jour à une heure donnée',
      'At which hour, 0 to 23': 'À quelle heure, de 0 à 23',
      'The time zone of this server, e.g. Europe/Berlin; it is kept for all of its digests':
        'Le fuseau horaire de ce serveur, p. ex. Europe/Paris ; il vaut pour tous ses récapitulatifs',
      'Also questions without an answer; yes unless you say no':
        'Aussi les questions sans réponse ; oui, sauf indication contraire',
      'Once a week at an hour': 'Une fois par semaine à une heure donnée',
      'On which day; Monday unless you say otherwise': 'Quel jour ; lundi sauf indication contraire',
      'No digest in this channel any more': 'Plus de récapitulatif dans ce salon',
      'When the next comes, and what it would say now, to you alone':
        'Quand vient le prochain, et ce qu’il dirait maintenant, pour vous seul',
    },
  },
});
