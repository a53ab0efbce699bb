import type { CommandWords } from '../catalogue.ts';

/** Names and descriptions of commands. */
export default {
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
    export: 'exporter',
    last: 'dernières',
    'Word (DOCX)': 'Word (DOCX)',
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
      'Ne le citer que dans ces salons, p. ex. #politique #rédaction ; ou : partout',
    'Quote it from this time on: 2026-03-04 08:00 UTC, or 90m, 3h, 2d; or: none':
      'Ne le citer qu’à partir de : 2026-03-04 08:00 UTC, ou 90m, 3h, 2d ; ou : aucun',
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
    'Read a feed now and every 15 minutes from now on': 'Lire un flux maintenant, puis toutes les 15 minutes',
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
      'Où citer les nouveaux articles, sauf indication contraire, p. ex. #rédaction ; ou : partout',
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
    'The newest answer here, or a thread’s answers, as a document with footnotes':
      'La dernière réponse ici, ou celles d’un fil, en document avec notes de bas de page',
    'How it is written (Word when left out)': 'Sous quelle forme (Word par défaut)',
    'How many of the newest answers (1 when left out; in a thread, all of them)':
      'Combien des dernières réponses (1 par défaut ; dans un fil, toutes)',
  },
} as const satisfies CommandWords;
