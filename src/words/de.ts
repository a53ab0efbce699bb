import { defineLanguage } from './catalogue.ts';

/** German. */
export const de = defineLanguage({
  locale: 'de',
  discord: ['de'],
  plurals: ['one', 'other'],
  day: { dateStyle: 'long' },
  words: {
    'list.comma': ', ',
    'list.quoted': '„{text}“',
    'answer.unsure': 'Nicht sicher: Bitte das Zitat prüfen.',
    'answer.none': 'Keine Antwort in {articles:# durchsuchten Artikel|# durchsuchten Artikeln}.',
    'answer.unknown': 'Kommt in keinem vor: {words}.',
    'answer.no-articles':
      'Hier gibt es keine Artikel zu durchsuchen: Artikel hinzufügen oder die Frage weiter fassen.',
    'answer.else': 'Anders formulieren, oder den Artikel hinzufügen, in dem es steht.',
    'answer.nearest': 'am nächsten dran, aber keine Antwort',
    'answer.read-as': '„{written}“ als „{read}“ gelesen.',
    'answer.count':
      '{shown} von {sentences:# passenden Satz|# passenden Sätzen}, in {found} von {articles:# Artikel|# Artikeln}.',
    'answer.count-more':
      '{shown} von mindestens {sentences:# passenden Satz|# passenden Sätzen}, in {found} von {articles:# Artikel|# Artikeln}.',
    'answer.newest': 'Neuester Artikel: {day}.',
    'answer.feed-late': 'Es können Nachrichten fehlen: Ein Feed wurde seit {minute} nicht gelesen.',
    'answer.asked-as': 'Gefragt wurde: „{question}“.',
    'answer.lead': 'führend',
    'nothing.hint': '/fragen nimmt jede Frage; /artikelliste zeigt, was es gibt.',
    'figures.none': 'Keine Zahl in {articles:# durchsuchten Artikel|# durchsuchten Artikeln}.',
    'figures.none-about':
      'Keine Zahl zu „{topic}“ in {articles:# durchsuchten Artikel|# durchsuchten Artikeln}.',
    'figures.title': 'Zahlen',
    'figures.title-about': 'Zahlen · {topic}',
    'figures.money': 'Beträge in {unit}: {amounts}',
    'figures.percent': 'Prozentangaben: {amounts}',
    'figures.count': 'Anzahlen: {amounts}',
    'figures.different': 'Abweichende Angaben: {newer} und {older}',
    'figures.shown':
      '{shown} von {figures:# Zahl|# Zahlen} in {articles:# Artikel|# Artikeln}; keine wird einer anderen vorgezogen.',
    'timeline.none': 'Kein datierter Satz in {articles:# durchsuchten Artikel|# durchsuchten Artikeln}.',
    'timeline.none-about':
      'Kein datierter Satz zu „{topic}“ in {articles:# durchsuchten Artikel|# durchsuchten Artikeln}.',
    'timeline.title': 'Zeitleiste',
    'timeline.title-about': 'Zeitleiste · {topic}',
    'timeline.shown':
      '{shown} von {sentences:# datierten Satz|# datierten Sätzen}, in {articles:# Artikel|# Artikeln}.',
    'timeline.unplaced':
      '{count:Der letzte lässt|Die letzten # lassen} sich nicht einordnen: Der Artikel hat kein Datum, von dem aus zu rechnen wäre.',
    'who-is.none':
      'Keine Beschreibung von „{name}“ in {articles:# durchsuchten Artikel|# durchsuchten Artikeln}.',
    'who-is.title': 'Wer oder was ist {name}?',
    'who-is.shown':
      '{shown} von {sentences:# beschreibenden Satz|# beschreibenden Sätzen}; {articles:# Artikel|# Artikel} durchsucht.',
    'summary.title': 'Zusammenfassung: {headline}',
    'summary.shown': '{shown} von {sentences:# Satz|# Sätzen} des Artikels.',
    'phrase.none':
      'Kein Artikel enthält die Wörter „{phrase}“ in dieser Reihenfolge; {articles:# Artikel|# Artikel} durchsucht.',
    'phrase.hint': '/fragen findet Sätze mit denselben Wörtern in anderer Reihenfolge.',
    'phrase.shown':
      '{shown} von {sentences:# Satz|# Sätzen} mit diesen Wörtern; {articles:# Artikel|# Artikel} durchsucht.',
    'disagree.line': 'Die Berichte weichen voneinander ab, neueste zuerst: {amounts}',
    'place.headline': 'die Überschrift',
    'place.sentence': 'Satz {n}',
    'place.sentences': 'Sätze {from} bis {to}',
    'source.corrected': 'korrigiert am {day}',
    'source.added': 'hinzugefügt von {who}',
    'source.added-from': 'hinzugefügt von {who} aus {host}',
    'quote.before': 'Der Satz davor: „{sentence}“',
    'quote.too-long': 'Dieses Zitat ist zu lang für die Anzeige; es hängt vollständig an.',
    'quote.not-exact': 'Dieser Text lässt sich hier nicht genau anzeigen; er hängt an.',
    'quote.left-out': '[…] {sentences:# Satz|# Sätze} ausgelassen',
    'fit.quotes': '{quotes:# weiteres Zitat passte|# weitere Zitate passten} nicht hierher.',
    'fit.lines': '{lines:# weitere Zeile passte|# weitere Zeilen passten} nicht hierher.',
    'fit.both':
      '{quotes:# weiteres Zitat|# weitere Zitate} und {lines:# weitere Zeile|# weitere Zeilen} passten nicht hierher.',
    'fit.files': '{files:# Datei ist|# Dateien sind} zu groß oder zu viel, um anzuhängen.',
    'button.more': 'Mehr',
    'button.share': 'Im Kanal teilen',
    'button.copy': 'Genau kopieren',
    'button.card': 'Zitatkarte',
    'button.feedback': 'Nicht hilfreich',
    'button.delete': 'Löschen',
    'button.context': 'Umfeld',
    'button.read': 'Lesen',
    'help.lead':
      'Jede Antwort ist ein wörtliches Zitat mit Quelle. Ein Klick auf ein Beispiel probiert es aus.',
    'help.ask': 'Fragen',
    'help.facts': 'Zahlen, Daten, Zusammenfassungen',
    'help.check': 'Zitate',
    'help.archive': 'Was hier ist',
    'help.edit': 'Für die Redaktion',
    'help.message': 'Rechtsklick auf eine Nachricht, dann Apps',
    'help.receipt': 'Ein Beleg wie article-id.r1.s5 nennt den Artikel, seine Fassung und den Satz.',
    'articles.none': 'Hier gibt es noch keine Artikel.',
    'articles.title': '{articles:# Artikel|# Artikel}',
    'articles.sentences': '{sentences:# Satz|# Sätze}',
    'articles.older': '{count:# älterer wird|# ältere werden} nicht gezeigt; mit von und bis eingrenzen.',
    'mention.examples': 'Fragen Sie mich etwas zu den Artikeln, oder probieren Sie eines davon:',
    'mention.help': 'Jede Antwort ist ein wörtliches Zitat mit Quelle. /hilfe zeigt alle Befehle.',
    'busy.later':
      'Im Moment wird mehr gefragt, als ich rechtzeitig beantworten kann: Bitte in einer Minute noch einmal fragen.',
    'busy.flood':
      'Sie fragen schneller, als ich antworten kann: Bitte in {seconds:einer Sekunde|# Sekunden} noch einmal versuchen.',
    'busy.gone': 'Diesen Befehl gibt es nicht mehr: /hilfe zeigt die vorhandenen.',
    'busy.late': 'Das kam {seconds:eine Sekunde|# Sekunden} verspätet, weil Discord um Geduld bat.',
    'busy.deleted': 'Die Nachricht, zu der dies gehört, wurde gelöscht.',
    'busy.expired': 'Die private Antwort, zu der dies gehört, ist abgelaufen oder wurde ausgeblendet.',
    'refused.forbidden':
      'In {channel} darf ich das nicht posten: Wer diesen Server verwaltet, kann mir dort die Rechte geben, mit denen ich eingeladen wurde (Kanäle ansehen, Nachrichten senden, Nachrichten in Threads senden, Links einbetten, Dateien anhängen, Nachrichtenverlauf anzeigen).',
    'refused.not-taken':
      'Discord hat meine Antwort in {channel} nicht angenommen: Der Thread ist vielleicht gesperrt oder archiviert, oder Discord hat eine Störung. Bitte in einem anderen Kanal oder in einer Minute noch einmal fragen.',
    'refused.expired':
      'Ihre Anfrage in {channel} dauerte länger als die 15 Minuten, die Discord eine Antwort offen hält: Bitte dort noch einmal fragen.',
    'refused.that-channel': 'diesem Kanal',
    'refused.not-removed':
      'Discord hat mich diese Nachricht nicht löschen lassen: Noch einmal versuchen oder die Moderation bitten.',
    'refused.unreadable':
      'Das kann ich nicht lesen: Discord zeigt mir nur Nachrichten, die mich erwähnen, nicht meine Rolle. Bitte die Frage mit meinem Namen beginnen.',
    'refused.which-server':
      'Sie sind mit mir auf mehreren Servern, und jeder hat seine eigenen Artikel. Bitte auf dem gemeinten fragen: {servers}.',
    'outside.which':
      'Sie teilen mehrere Server mit mir, und jeder hat seine eigenen Artikel. Welcher ist gemeint?',
    'outside.choose': 'Server wählen',
    'outside.remembered':
      'Ich merke ihn mir für das nächste Mal; unter einer Antwort kann ein anderer gewählt werden.',
    'outside.kept': 'Ab jetzt lese ich hier für Sie die Artikel von {server}: Bitte noch einmal fragen.',
    'outside.read-in': 'Gelesen im Archiv von {server}; hier sehen nur Sie das.',
    'outside.house-only': 'Sie teilen keinen Server mit mir: Nur die Hausartikel wurden gelesen.',
    'outside.another': 'Anderer Server',
    'talk.greeting': 'Hallo. Fragen Sie mich etwas zu den Artikeln, oder probieren Sie eines davon:',
    'talk.thanks': 'Gern. Zum Weiterfragen auf eine meiner Antworten antworten, oder eines davon probieren:',
    'detail.no-byline': 'dazu ist kein Autor gespeichert',
    'detail.no-date': 'dazu ist kein Erscheinungsdatum gespeichert',
    'detail.no-publisher': 'dazu ist kein Medium gespeichert',
    'detail.byline': 'von {who}',
    'detail.date': 'erschienen: {day}',
    'detail.publisher': 'erschienen bei {who}',
    'detail.of': '„{headline}“: {told}',
    'detail.stored': 'Aus den gespeicherten Angaben zum Artikel, nicht aus seinem Text.',
    'detail.more': '{articles:# weiterer Artikel ist|# weitere Artikel sind} nicht gezeigt.',
    'detail.which':
      'Welcher Artikel? Mit dieser Frage auf eine meiner Antworten antworten, oder ihn bei /fragen mit der Option „artikel“ nennen.',
    'carried.both': 'Übernommen: {names}; „{question}“; nur die dort zitierten Artikel',
    'carried.question': 'Übernommen: „{question}“; nur die dort zitierten Artikel',
    'carried.names': 'Übernommen: {names}; nur die dort zitierten Artikel',
    'carried.articles': 'Übernommen: nur die dort zitierten Artikel',
    'check.whole': 'Der ganze Text wurde als ein Zitat geprüft.',
    'check.each-whole': 'Nichts steht in Anführungszeichen: Jeder Text wurde als ein Zitat geprüft.',
    'check.too-long':
      'Das ist zu lang zum Prüfen: Es hat {characters} Zeichen, und {most} können auf einmal geprüft werden. Bitte einen Teil davon mit /prüfen prüfen.',
    'check.too-long-unmarked':
      'Das ist zu lang zum Prüfen: Es hat {characters} Zeichen, und ohne Anführungszeichen können {most} auf einmal geprüft werden. Bitte einen Teil davon mit /prüfen prüfen.',
    'check.empty-message':
      'Dort wird nichts zitiert: Die Nachricht hat keine Wörter, oder ich darf sie nicht lesen; nur Text kann geprüft werden.',
    'check.empty-text': 'Dort wird nichts zitiert: Bitte einen Text oder eine Datei mit Wörtern angeben.',
    'check.empty-file': 'Dort wird nichts zitiert: Die Datei hat keine Wörter.',
    'check.gone': 'Diese Nachricht ist nicht mehr da: Sie wurde gelöscht, oder ich darf sie nicht lesen.',
    'check.unreadable':
      'Sie antwortet auf eine Nachricht, die ich nicht lesen darf: Bitte den Befehl bei dieser Nachricht selbst verwenden.',
    'check.no-quote': 'Dort wird nichts zitiert: Diese Antwort von mir hat kein Zitat.',
    'check.no-files': 'Dateien können hier nicht gelesen werden: Bitte den Text angeben.',
    'check.reading': '{files} wird gelesen …',
    'check.read': 'Gelesen: {places}.',
    'check.in-message': 'die Nachricht',
    'check.in-answered': 'die Nachricht, auf die sie antwortet',
    'check.in-embed': 'ihre Einbettung',
    'check.in-forwarded': 'die weitergeleitete Nachricht',
    'check.in-poll': 'ihre Umfrage',
    'check.in-starter': 'die Nachricht, mit der der Thread begann',
    'check.in-alt': 'die Beschreibung ihres Bildes',
    'check.in-text': 'der Text',
    'form.add': 'Artikel hinzufügen',
    'form.correct': 'Artikel korrigieren',
    'form.restore': 'Artikel wiederherstellen',
    'form.details': 'Angaben zum Artikel',
    'form.headline': 'Überschrift',
    'form.headline-hint': 'Ohne Angabe die erste Zeile des Textes',
    'form.text': 'Text',
    'form.text-more': 'Text, Fortsetzung',
    'form.file': 'Oder eine Datei',
    'form.file-hint': 'TXT, Markdown, HTML, DOCX oder PDF; sie ersetzt den Text darüber',
    'form.lines': 'byline, publisher, date, url, language …',
    'form.too-long':
      'Dieser Text ist zu lang für ein Formular ({characters} Zeichen): Bitte den neuen Text als Datei anhängen.',
    'form.quoted': 'Wer ihn zitieren darf',
    'form.usual': 'Wie neue Artikel hier zitiert werden',
    'form.as-before': 'Wie bisher',
    'form.everywhere': 'Überall auf diesem Server',
    'form.here': 'Nur in diesem Kanal',
    'form.embargo-hours': 'Sperrfrist: {hours:eine Stunde|# Stunden}',
    'form.embargo-day': 'Sperrfrist: ein Tag',
    'form.byline': 'Autorenzeile',
    'form.date': 'Datum',
    'form.publisher': 'Medium',
    'form.address': 'Adresse',
    'form.language': 'Sprache',
    'form.not-said': 'Keine Angabe',
    'form.handed-back':
      'Was eingegeben wurde, steht in der Datei; der Knopf öffnet das Formular damit. Eine Datei muss neu gewählt werden.',
    'form.empty': 'Das Formular kam ohne Text und ohne Datei.',
    'form.draft-gone': 'Die Datei mit der Eingabe ist nicht mehr da: Bitte den Befehl noch einmal verwenden.',
    'form.article-gone': 'Es gibt hier keinen Artikel „{id}“ mehr.',
    'button.details': 'Angaben …',
    'button.again': 'Formular wieder öffnen',
    'context.title': 'Umfeld: {place} von {headline}',
  },
  commands: {
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
      'Whose news? Leave it out to ask all articles':
        'Um wen geht es? Ohne Angabe werden alle Artikel gefragt',
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
      'Check quotations against the articles, word by word':
        'Zitate Wort für Wort mit den Artikeln abgleichen',
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
        'Nur in diesen Kanälen zitieren, z. B. #politik #redaktion; oder: everywhere',
      'Quote it from this time on: 2026-03-04 08:00 UTC, or 90m, 3h, 2d; or: none':
        'Erst ab dann zitieren: 2026-03-04 08:00 UTC, oder 90m, 3h, 2d; oder: none',
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
      'Read a feed now and every 15 minutes from now on':
        'Einen Feed jetzt und ab jetzt alle 15 Minuten lesen',
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
        'Wo neue Artikel zitiert werden dürfen, wenn nichts anderes gilt, z. B. #redaktion; everywhere',
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
    },
  },
});
