import type { CommandWords } from '../catalogue.ts';

/** Names and descriptions of commands. */
export default {
  names: {
    ask: 'fragen',
    question: 'frage',
    article: 'artikel',
    from: 'von',
    to: 'bis',
    hide: 'verbergen',
    'who-invested': 'investoren',
    company: 'firma',
    valuation: 'bewertung',
    funding: 'finanzierung',
    founded: 'gründung',
    headcount: 'mitarbeiterzahl',
    products: 'produkte',
    plans: 'pläne',
    'who-is': 'wer-ist',
    name: 'name',
    timeline: 'zeitleiste',
    topic: 'thema',
    figures: 'zahlen',
    summary: 'zusammenfassung',
    sentences: 'sätze',
    quote: 'zitat',
    phrase: 'wortlaut',
    check: 'prüfen',
    text: 'text',
    file: 'datei',
    source: 'quelle',
    cite: 'zitieren',
    receipt: 'beleg',
    format: 'format',
    'Check quotes': 'Zitate prüfen',
    'Find source': 'Quelle finden',
    card: 'zitatkarte',
    articles: 'artikelliste',
    add: 'hinzufügen',
    url: 'url',
    headline: 'überschrift',
    byline: 'autorenzeile',
    publisher: 'medium',
    date: 'datum',
    language: 'sprache',
    channels: 'kanäle',
    embargo: 'sperrfrist',
    correct: 'korrigieren',
    retract: 'zurückziehen',
    restore: 'wiederherstellen',
    show: 'zeigen',
    feed: 'feed',
    list: 'liste',
    remove: 'entfernen',
    gaps: 'lücken',
    status: 'status',
    desk: 'redaktion',
    editors: 'redakteure',
    settings: 'einstellungen',
    'desk-channel': 'redaktionskanal',
    'no-desk-channel': 'kein-redaktionskanal',
    'new-articles': 'neue-artikel',
    help: 'hilfe',
    'Plain text': 'Reiner Text',
    Markdown: 'Markdown',
    HTML: 'HTML',
    BibTeX: 'BibTeX',
    follow: 'verfolgen',
    privately: 'privat',
    what: 'was',
    digest: 'übersicht',
    daily: 'täglich',
    weekly: 'wöchentlich',
    off: 'aus',
    hour: 'stunde',
    day: 'tag',
    timezone: 'zeitzone',
    Monday: 'Montag',
    Tuesday: 'Dienstag',
    Wednesday: 'Mittwoch',
    Thursday: 'Donnerstag',
    Friday: 'Freitag',
    Saturday: 'Samstag',
    Sunday: 'Sonntag',
    export: 'exportieren',
    last: 'letzte',
    'Word (DOCX)': 'Word (DOCX)',
  },
  descriptions: {
    'Ask the articles a question; the answer is quoted, never written':
      'Den Artikeln eine Frage stellen; die Antwort wird zitiert, nie geschrieben',
    'What do you want to know?': 'Was möchten Sie wissen?',
    'Which article? Its headline or id': 'Welcher Artikel? Überschrift oder Kennung',
    'Only articles from this date on, e.g. 2017-07-01': 'Nur Artikel ab diesem Datum, z. B. 2017-07-01',
    'Only articles up to this date, e.g. 2017-12-31': 'Nur Artikel bis zu diesem Datum, z. B. 2017-12-31',
    'Show the answer to you alone': 'Die Antwort nur Ihnen zeigen',
    'Who invested in a company, and who led the round':
      'Wer in eine Firma investiert hat und wer die Runde anführte',
    'Whose news? Leave it out to ask all articles': 'Um wen geht es? Ohne Angabe werden alle Artikel gefragt',
    'What a company is worth': 'Was eine Firma wert ist',
    'How much money a company raised': 'Wie viel Geld eine Firma eingesammelt hat',
    'When, and by whom, a company was founded': 'Wann und von wem eine Firma gegründet wurde',
    'How many people work for a company': 'Wie viele Menschen für eine Firma arbeiten',
    'What a company makes and offers': 'Was eine Firma herstellt und anbietet',
    'What a company is planning': 'Was eine Firma plant',
    'How the articles describe a person, a company or a thing':
      'Wie die Artikel eine Person, eine Firma oder eine Sache beschreiben',
    'Whose name?': 'Welcher Name?',
    'Dated sentences in the order of the dates they speak of':
      'Datierte Sätze in der Reihenfolge der Daten, von denen sie sprechen',
    'Only about this: a name or a few words': 'Nur hierzu: ein Name oder ein paar Wörter',
    'Sentences with sums, counts and percentages, grouped by unit':
      'Sätze mit Beträgen, Anzahlen und Prozenten, nach Einheit geordnet',
    'An article in its own sentences, in its own order':
      'Ein Artikel in seinen eigenen Sätzen, in seiner eigenen Reihenfolge',
    'How many sentences, 1 to 10 (3 when left out)': 'Wie viele Sätze, 1 bis 10 (ohne Angabe 3)',
    'Find a phrase, word for word, in the articles': 'Einen Wortlaut in den Artikeln finden',
    'The exact words; case and typography do not matter':
      'Der genaue Wortlaut; Groß- und Kleinschreibung und Typografie sind egal',
    'Check quotations against the articles, word by word': 'Zitate Wort für Wort mit den Artikeln abgleichen',
    'A text with quotations, or a quotation alone': 'Ein Text mit Zitaten, oder ein Zitat allein',
    'A text, page, DOCX or PDF with quotations; the answer is for you alone':
      'Text, Seite, DOCX oder PDF mit Zitaten; die Antwort sehen nur Sie',
    'Where a wording comes from, also one that is remembered loosely':
      'Woher ein Wortlaut stammt, auch ein ungefähr erinnerter',
    'The words, as well as you know them': 'Die Wörter, so gut Sie sie kennen',
    'A passage to copy, exactly as stored, and what became of it since':
      'Eine Stelle zum Kopieren, genau wie gespeichert, und was seither aus ihr wurde',
    'Which passage? The receipt below a quote, such as article-id.r1.s5':
      'Welche Stelle? Der Beleg unter einem Zitat, z. B. article-id.r1.s5',
    'How it is written (plain text when left out)': 'Schreibweise (ohne Angabe reiner Text)',
    'A quote as a picture, word for word, with its source': 'Ein Zitat als Bild, wörtlich und mit Quelle',
    'Which quote? The receipt below it, such as article-id.r1.s5':
      'Welches Zitat? Der Beleg darunter, z. B. article-id.r1.s5',
    'The articles that answers are quoted from, newest first':
      'Die Artikel, aus denen zitiert wird, neueste zuerst',
    'For editors: add, correct, retract, restore and look at articles':
      'Für die Redaktion: Artikel hinzufügen, korrigieren, zurückziehen, wiederherstellen, ansehen',
    'Add an article: a file, a page, or a form to paste it into when you give neither':
      'Artikel hinzufügen: eine Datei, eine Seite oder ohne beides ein Formular zum Einfügen',
    'The text as TXT, Markdown, HTML, DOCX or PDF, up to 10 MB':
      'Der Text als TXT, Markdown, HTML, DOCX oder PDF, bis 10 MB',
    'The page to read; together with a file, the address of the article':
      'Die zu lesende Seite; zusammen mit einer Datei die Adresse des Artikels',
    'When left out, what the text says': 'Ohne Angabe das, was im Text steht',
    'Who wrote it; “-” takes it away': 'Wer ihn geschrieben hat; „-“ entfernt die Angabe',
    'Where it was published; “-” takes it away': 'Wo er erschienen ist; „-“ entfernt die Angabe',
    'When it was published, e.g. 2017-10-23; “-” takes it away':
      'Wann er erschienen ist, z. B. 2017-10-23; „-“ entfernt die Angabe',
    'A tag such as en; “-” takes it away': 'Ein Kürzel wie en; „-“ entfernt die Angabe',
    'Quote it only in these channels, e.g. #politics #desk; or: everywhere':
      'Nur in diesen Kanälen zitieren, z. B. #politik #redaktion; oder: überall',
    'Quote it from this time on: 2026-03-04 08:00 UTC, or 90m, 3h, 2d; or: none':
      'Erst ab dann zitieren: 2026-03-04 08:00 UTC, oder 90m, 3h, 2d; oder: keine',
    'Change an article: a new file or page, single details, or a form with its text':
      'Artikel ändern: neue Datei oder Seite, einzelne Angaben oder ein Formular mit dem Text',
    'Take an article out of everything and leave a note with the reason':
      'Einen Artikel überall herausnehmen und einen Hinweis mit dem Grund hinterlassen',
    'Bring a retracted article back: a file, a page, or a form to paste its text into':
      'Zurückgezogenen Artikel zurückholen: Datei, Seite oder Formular für den Text',
    'What is known of an article: revisions, who added it from where, who may see it':
      'Was über einen Artikel bekannt ist: Fassungen, Herkunft, wer ihn sehen darf',
    'For editors: take articles from RSS, Atom or JSON feeds as they appear':
      'Für die Redaktion: Artikel aus RSS-, Atom- oder JSON-Feeds laufend übernehmen',
    'Read a feed now and every 15 minutes from now on': 'Einen Feed jetzt und ab jetzt alle 15 Minuten lesen',
    'The address of the feed itself, e.g. https://example.org/rss.xml':
      'Die Adresse des Feeds selbst, z. B. https://example.org/rss.xml',
    'All feeds, how they are, and what was put aside':
      'Alle Feeds, wie es um sie steht und was beiseitegelegt wurde',
    'Stop reading a feed; its articles stay': 'Einen Feed nicht mehr lesen; seine Artikel bleiben',
    'Which feed? /feed list shows their names': 'Welcher Feed? /feed liste zeigt die Namen',
    'Read a feed now': 'Einen Feed jetzt lesen',
    'For editors: what was asked and could not be answered, and answers that did not help':
      'Für die Redaktion: unbeantwortete Fragen und Antworten, die nicht geholfen haben',
    'For editors: how the archive and the program are':
      'Für die Redaktion: wie es dem Archiv und dem Programm geht',
    'For editors: who edits, where answers are given, and where the desk is told':
      'Für die Redaktion: wer redigiert, wo geantwortet und wo die Redaktion informiert wird',
    'The roles whose members are editors; needs Manage Server to change':
      'Die Rollen, deren Mitglieder Redakteure sind; ändern nur mit „Server verwalten“',
    'A role to add': 'Eine Rolle, die dazukommt',
    'A role to take away': 'Eine Rolle, die wegfällt',
    'The channels where questions are answered; none: everywhere':
      'Die Kanäle, in denen Fragen beantwortet werden; keine: überall',
    'A channel to add': 'Ein Kanal, der dazukommt',
    'A channel to take away': 'Ein Kanal, der wegfällt',
    'Where the desk is told of corrections, and where new articles may be quoted':
      'Wo die Redaktion von Korrekturen erfährt und wo neue Artikel zitiert werden dürfen',
    'Corrections, retractions and broken feeds are told here':
      'Korrekturen, Rücknahmen und defekte Feeds werden hier gemeldet',
    'Tell nobody': 'Niemandem melden',
    'Where new articles may be quoted unless they say otherwise, e.g. #desk; or: everywhere':
      'Wo neue Artikel zitiert werden dürfen, wenn nichts anderes gilt, z. B. #redaktion; überall',
    'What there is, with examples from these articles': 'Was es gibt, mit Beispielen aus diesen Artikeln',
    'Be told when articles say something about a topic or company, or when an article changes':
      'Mitteilung, wenn Artikel etwas zu einem Thema oder einer Firma sagen oder ein Artikel sich ändert',
    'Follow something here, or privately': 'Etwas hier oder privat verfolgen',
    'What new and corrected articles say about a topic':
      'Was neue und korrigierte Artikel zu einem Thema sagen',
    'A name or a few words': 'Ein Name oder ein paar Wörter',
    'What new and corrected articles say about a company':
      'Was neue und korrigierte Artikel über eine Firma sagen',
    'Whose news?': 'Um wen geht es?',
    'Corrections and retractions of one article': 'Korrekturen und Rücknahmen eines Artikels',
    'Its headline or id': 'Seine Überschrift oder Kennung',
    'Tell you alone, in a direct message, instead of this channel':
      'Nur Ihnen per Direktnachricht mitteilen statt in diesem Kanal',
    'What is followed here, and by you': 'Was hier und von Ihnen verfolgt wird',
    'No longer follow something': 'Etwas nicht mehr verfolgen',
    'Which of them? /follow list shows them': 'Was davon? /verfolgen liste zeigt es',
    'For editors: new articles, corrections and open questions, daily or weekly in this channel':
      'Für die Redaktion: neue Artikel, Korrekturen und offene Fragen, täglich oder wöchentlich hier',
    'Each day at an hour': 'Jeden Tag zu einer Stunde',
    'At which hour, 0 to 23': 'Zu welcher Stunde, 0 bis 23',
    'The time zone of this server, e.g. Europe/Berlin; it is kept for all of its digests':
      'Die Zeitzone dieses Servers, z. B. Europe/Berlin; sie gilt für alle seine Übersichten',
    'Also questions without an answer; yes unless you say no':
      'Auch Fragen ohne Antwort; ja, wenn nichts anderes gesagt wird',
    'Once a week at an hour': 'Einmal in der Woche zu einer Stunde',
    'On which day; Monday unless you say otherwise': 'An welchem Tag; ohne Angabe Montag',
    'No digest in this channel any more': 'Keine Übersicht mehr in diesem Kanal',
    'When the next comes, and what it would say now, to you alone':
      'Wann die nächste kommt und was sie jetzt sagen würde, nur für Sie',
    'The newest answer here, or a thread’s answers, as a document with footnotes':
      'Die neueste Antwort hier, oder die eines Threads, als Dokument mit Fußnoten',
    'How it is written (Word when left out)': 'Wie es geschrieben wird (ohne Angabe Word)',
    'How many of the newest answers (1 when left out; in a thread, all of them)':
      'Wie viele der neuesten Antworten (ohne Angabe 1; in einem Thread alle)',
  },
} as const satisfies CommandWords;
