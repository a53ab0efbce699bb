/** Why a file, page or feed was refused. */
export default {
  'intake.no-room':
    'Es ist kein Arbeitsspeicher mehr da, um weiteren Text zu indexieren: INDEX_MEMORY_MB erhöhen und den Bot neu starten, SEARCH_URL setzen oder zurückziehen, was nicht gebraucht wird.',
  'intake.the-text': 'Der Text',
  'intake.the-feed': 'Der Feed',
  'intake.page-of': 'Die Seite von {host}',
  'intake.feed-of': 'Der Feed von {host}',
  'intake.empty': '{subject} ist leer: Bitte etwas mit Text angeben.',
  'intake.too-large': '{subject} hat {size}, gelesen werden höchstens {most}: Bitte aufteilen.',
  'intake.too-long':
    '{subject} hat einen Text von mehr als {characters} Zeichen: Bitte in Artikel aufteilen.',
  'intake.damaged':
    '{subject} kann nicht gelesen werden und scheint beschädigt: Bitte neu speichern oder den Text einfügen.',
  'intake.no-text': '{subject} enthält keinen Text.',
  'intake.no-paragraph':
    '{subject} hat keinen Artikeltext: Überschrift in die erste Zeile, dann eine Leerzeile, dann den Text.',
  'intake.no-article':
    '{subject}: Es wurde kein Artikeltext gefunden. Wenn die Seite eine Anmeldung braucht oder sich mit Skripten aufbaut, bitte den Text einfügen.',
  'intake.front-matter': '{subject} beginnt mit Angaben, die nicht verwendet werden können ({faults}).',
  'intake.field': '{name}: {fault}',
  'intake.other-field': '„{name}“ ist keine Angabe eines Artikels, es gibt {names}',
  'intake.other-line': 'Zeile {line} davon hat nicht die Form „name: wert“',
  'intake.marked-line':
    'Zeile {line} davon beginnt mit „{mark}“: Was folgt, bitte in Anführungszeichen setzen',
  'intake.other-page':
    '{subject} ist {page}, kein Artikel: Bitte die Seite im Browser öffnen und den Text des Artikels einfügen.',
  'page.check': 'eine Prüfung, ob ein Mensch liest',
  'page.missing': 'eine Fehlerseite („nicht gefunden“)',
  'page.error': 'eine Fehlerseite ihres Servers',
  'page.cookies': 'eine Frage nach Cookies',
  'page.subscribe': 'eine Einladung zum Abonnement',
  'intake.too-deep':
    '{subject} verschachtelt Elemente tiefer als {levels} Ebenen: Bitte den Text des Artikels einfügen.',
  'intake.too-many': '{subject} hat mehr als {elements} Elemente: Bitte den Text des Artikels einfügen.',
  'intake.wrong-type':
    '{subject} gibt sich als {stated} aus, ist aber {actual}: Bitte mit dem richtigen Typ und der richtigen Endung schicken.',
  'form-of.text': 'eine Textdatei',
  'form-of.html': 'eine Webseite',
  'form-of.docx': 'ein Word-Dokument',
  'form-of.pdf': 'ein PDF',
  'form-of.office': 'eine alte Office-Datei oder eine mit Passwort',
  'form-of.picture': 'ein {name}-Bild',
  'form-of.archive': 'ein {name}-Archiv',
  'form-of.other': 'eine {name}-Datei',
  'form-of.program': 'ein Programm',
  'form-of.excel': 'eine Excel-Mappe',
  'form-of.powerpoint': 'eine PowerPoint-Präsentation',
  'form-of.epub': 'ein EPUB-Buch',
  'form-of.opendocument': 'eine OpenDocument-Datei',
  'form-of.zip': 'ein Archiv',
  'intake.foreign': '{subject} ist {form} und kann nicht gelesen werden: {remedy}.',
  'remedy.docx': 'bitte ohne Passwort als .docx oder PDF speichern',
  'remedy.save': 'bitte als .docx, PDF oder reinen Text speichern',
  'remedy.text': 'bitte den Text angeben',
  'remedy.unpack': 'bitte erst entpacken',
  'remedy.file': 'bitte eine Text-, HTML-, .docx- oder PDF-Datei angeben',
  'intake.type':
    '{subject} ist vom Typ {type} und kann nicht gelesen werden: Bitte Text, Markdown, HTML, .docx oder PDF angeben.',
  'intake.unknown': '{subject} hat keine lesbare Form: Bitte Text, Markdown, HTML, .docx oder PDF angeben.',
  'intake.is-feed': '{subject} ist ein Feed, kein Artikel: Er wird mit /feed hinzufügen gelesen.',
  'intake.encoding':
    '{subject} hat eine Zeichencodierung, die sich nicht erkennen lässt: Bitte als UTF-8 speichern.',
  'intake.encoding-perhaps':
    '{subject} hat eine Zeichencodierung, die sich nicht erkennen lässt, vielleicht {name}: Bitte als UTF-8 speichern.',
  'intake.picture-of-text':
    '{subject} enthält keinen Text: Wenn es das Bild eines Textes ist, bitte den Text einfügen.',
  'intake.not-word':
    '{subject} ist {form}, kein Word-Dokument: Bitte den Text als .docx, PDF oder reinen Text speichern.',
  'intake.entities':
    '{subject} erklärt eigene XML-Entitäten, was keine Textverarbeitung tut: Bitte neu speichern.',
  'intake.locked': '{subject} ist mit einem Passwort gesperrt: Bitte ohne Passwort speichern.',
  'intake.damaged-archive': '{subject} ist ein beschädigtes Archiv: Bitte das Dokument neu speichern.',
  'intake.bomb':
    '{subject} wird abgelehnt, {reason}: Bitte das Dokument neu speichern oder den Text einfügen.',
  'bomb.twice': 'denn zwei Einträge heißen gleich',
  'bomb.overlap': 'denn seine Einträge überlappen sich',
  'bomb.many': 'denn es hat mehr als {entries} Einträge',
  'bomb.outside': 'denn der Name eines Eintrags führt aus dem Archiv hinaus',
  'bomb.large': 'denn entpackt hat es mehr als {most}',
  'bomb.ratio': 'denn entpackt hat es mehr als das {times}-Fache seiner Größe',
  'bomb.names': 'denn seine Einträge heißen an zwei Stellen verschieden',
  'bomb.size': 'denn ein Eintrag hat nicht die angegebene Größe',
  'intake.pages': '{subject} hat mehr als {pages} Seiten: Bitte nur die Seiten des Artikels angeben.',
  'intake.scan':
    '{subject} enthält keinen Text und ist vielleicht ein Scan: Bitte eine Texterkennung darüberlaufen lassen oder den Text einfügen.',
  'intake.letters':
    '{subject} sagt nicht, für welche Buchstaben die Zeichen stehen: Bitte mit „durchsuchbarem Text“ neu exportieren oder den Text einfügen.',
  'intake.feed-entities':
    '{subject} hat eine DOCTYPE mit eigenen Entitäten, die Feeds nicht brauchen und Bomben schon: Bitte den Anbieter um einen Feed ohne sie bitten.',
  'intake.feed-deep':
    '{subject} verschachtelt Elemente tiefer als {levels} Ebenen: Bitte den Anbieter um einen gültigen Feed bitten.',
  'intake.not-feed':
    '{subject} ist kein lesbarer RSS-, Atom- oder JSON-Feed: Bitte die Adresse des Feeds selbst angeben.',
  'entry.unnamed': 'Ein Eintrag ohne Namen',
  'entry.address': '{entry} hat eine Adresse, die keine Webadresse ist ({address}).',
  'entry.empty': '{entry} hat weder Adresse noch Text.',
  'entry.invalid': '{entries:Ein Eintrag ist|# Einträge sind} kein gültiges XML.',
  'intake.unread': '{subject} kann nicht gelesen werden, {reason}: Bitte den Text einfügen.',
  'unread.loading': 'denn das Laden dauerte mehr als {seconds} Sekunden',
  'unread.reading': 'denn das Lesen dauert mehr als {seconds} Sekunden',
  'unread.memory': 'denn es braucht mehr als {most} MB',
  'unread.buffers': 'denn es braucht mehr als {most} MB an Puffern',
  'unread.fault': 'denn das Lesen endete mit einem Fehler',
  'unread.fault-told': 'denn das Lesen endete mit einem Fehler ({fault})',
  'intake.stopping':
    '{subject} wurde nicht gelesen, weil das Programm gerade anhält: Bitte noch einmal schicken, wenn es läuft.',
} as const;
