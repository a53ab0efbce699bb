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
    'context.title': 'Umfeld: {place} von {headline}',
  },
  commands: { names: {}, descriptions: {} },
});
