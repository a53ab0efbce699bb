/** What did not work, and who may do what. */
export default {
  'error.input': '{command} lässt sich so nicht ausführen ({faults}).',
  'error.old-button': 'Diese Schaltfläche ist zu alt oder wurde verändert: Bitte neu fragen.',
  'error.editors':
    '{command} ist für die Redaktion: Wer diesen Server verwaltet, kann die Redaktionsrolle vergeben.',
  'error.editors-button':
    'Diese Schaltfläche ist für die Redaktion: Wer diesen Server verwaltet, kann die Redaktionsrolle vergeben.',
  'error.elsewhere': 'Fragen werden in {channels} beantwortet: Bitte dort fragen.',
  'error.opening-none':
    'Das Archiv wird noch geöffnet: bisher {read} von {articles:# Artikel|# Artikeln}, und keiner davon beantwortet das. Bitte in einer Minute noch einmal fragen.',
  'error.opening':
    'Das Archiv wird noch geöffnet: bisher {read} von {articles:# Artikel|# Artikeln}. Für den Rest bitte noch einmal fragen.',
  'error.looked-at':
    '{articles:# Artikel|# Artikel} von {of} angesehen, die davon sprechen: Für die anderen Daten oder mehr Wörter angeben.',
  'error.reference': '{what}; im Protokoll steht es unter {reference}.',
  'error.unexpected': 'Das hat nicht geklappt, und es liegt nicht an Ihnen',
  'error.store-unreachable':
    'Das Archiv antwortet im Moment nicht und wird von selbst wieder versucht: Bitte in ein paar Sekunden noch einmal fragen',
  'error.store-locked': 'Das Archiv ist gerade in Gebrauch: Bitte noch einmal versuchen',
  'error.store-full':
    'Das Archiv kann nicht wachsen, weil die Festplatte voll ist: Wer Pullquote betreibt, muss Platz schaffen; Fragen werden weiter beantwortet',
  'error.store-damaged':
    'Das Archiv ist hier beschädigt: Wer Pullquote betreibt, kann es mit „pullquote restore FILE“ und der letzten Sicherung reparieren',
  'error.store-readonly':
    'Das Archiv lässt sich im Moment nur lesen: Wer Pullquote betreibt, muss das Schreiben erlauben',
  'error.still-opening':
    'Das Archiv dieses Servers wird gerade geöffnet: Bitte gleich noch einmal versuchen.',
  'error.server-only': 'Das geht nur auf einem Server: Hier gibt es nur die Hausartikel, die niemand ändert.',
  'error.question': 'Das lässt sich nicht fragen: Die Frage {fault}.',
  'fault.of': '{name} {fault}',
  'fault.empty': 'darf nicht leer sein',
  'fault.long': 'darf höchstens {characters:# Zeichen|# Zeichen} lang sein',
  'fault.list': 'muss aus der Liste gewählt werden',
  'fault.day': 'muss ein Datum wie 2017-07-31 sein',
  'fault.other': 'ist nicht lesbar',
  'missing.passage': 'Hier ist keine Stelle: Sie wurde entfernt oder gab es nie. Bitte neu fragen.',
  'missing.retracted': '„{headline}“ wurde am {day} zurückgezogen: {reason}',
  'missing.receipt': '„{typed}“ ist kein Beleg; einer sieht so aus: article-id.r1.s5.',
  'missing.several': '„{typed}“ kann {names} meinen: Bitte aus der Liste wählen.',
  'missing.named': '„{headline}“ ({id})',
  'missing.article': 'Es gibt keinen Artikel „{typed}“; /artikelliste zeigt die vorhandenen.',
  'missing.article-close': 'Es gibt keinen Artikel „{typed}“; ähnlich sind {names}.',
  'missing.choose':
    'Hier gibt es keinen Artikel „{typed}“: Bitte aus der Liste wählen, die sich beim Tippen öffnet.',
  'missing.restorable': '{retracted} /artikel wiederherstellen artikel:{id} holt ihn zurück.',
  'missing.house':
    '„{id}“ ist ein Hausartikel, den jeder Server liest: Wer Pullquote betreibt, ändert seine Datei in ARTICLES_DIR.',
  'missing.many': 'Hier gibt es {articles:# Artikel|# Artikel}: Bitte ein Thema oder einen Artikel nennen.',
  'missing.swapped': '„von“ ({from}) liegt nach „bis“ ({to}): Bitte tauschen.',
  'missing.mention': 'Kein Artikel hier erwähnt „{company}“.',
  'missing.mention-close': 'Kein Artikel hier erwähnt „{company}“; ähnliche Namen: {names}.',
  'missing.dates': 'Kein Artikel hier liegt zwischen diesen Daten.',
  'missing.dates-about': 'Kein Artikel hier zwischen diesen Daten erwähnt „{company}“.',
  'click.copied': '{receipt}, genau wie gespeichert; die Datei enthält dieselben Bytes.',
  'click.not-yours': 'Nur wer gefragt hat oder die Moderation kann das löschen.',
  'click.feedback': 'Was haben Sie gesucht?',
  'click.feedback-hint': 'Die Redaktion liest das; Ihr Name wird nicht gespeichert.',
  'click.thanks': 'Danke: Die Redaktion hat Ihre Notiz.',
  'click.more':
    '{sentences:# weiterer passender Satz|# weitere passende Sätze}, weniger wahrscheinlich eine Antwort:',
  'click.no-example': 'Dieses Beispiel gibt es nicht mehr: /hilfe zeigt, was es gibt.',
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
  'share.too-old':
    'Diese Antwort ist zu alt, um so geteilt zu werden, wie sie gezeigt wurde: Bitte noch einmal fragen.',
  'share.may-not': 'In diesem Kanal dürfen Sie nicht schreiben, deshalb lässt sich das hier nicht teilen.',
  'fault.id': 'darf nur Kleinbuchstaben und Ziffern mit einzelnen Bindestrichen haben',
  'fault.address': 'muss eine Adresse wie https://example.org/page sein',
  'fault.feed-address': 'muss eine Adresse wie https://example.org/rss.xml sein',
  'fault.calendar': 'muss ein Datum des Kalenders wie 2017-10-23 oder 2017-10-23T09:30:00Z sein',
  'fault.language': 'muss ein Sprachkürzel wie en oder pt-BR sein',
  'error.not-told': 'Der Grund wurde in Worten aufbewahrt, die diese Version nicht kennt.',
  'error.damaged':
    'Der gespeicherte Text von „{id}“, Fassung {revision}, ist beschädigt und wird nicht zitiert: Bitte Pullquote anhalten und „pullquote restore FILE“ mit der letzten Sicherung ausführen.',
  'job.failed': 'Es ist fehlgeschlagen; die Ursache steht im Protokoll.',
  'job.gone': 'Es wurde aufgegeben.',
  'job.too-often':
    'Es hat das Programm {times:#-mal|#-mal} beendet: Bitte die Artikel einzeln hinzufügen, um zu sehen, welcher es ist.',
  'job.no-text': 'Hier ist kein Text, der bleiben könnte: Bitte den Text noch einmal angeben.',
} as const;
