/** Why an address was not fetched, or the search engine not asked. */
export default {
  'fetch.nothing': 'Nichts',
  'fetch.not-web': '{typed} ist keine Webadresse: Bitte eine angeben, die mit https:// beginnt.',
  'fetch.scheme':
    'Adressen, die mit {scheme} beginnen, werden nicht abgerufen: Bitte eine angeben, die mit https:// beginnt.',
  'fetch.password': 'Die Adresse von {host} enthält Benutzernamen oder Passwort: Bitte ohne angeben.',
  'fetch.port': 'Port {port} von {host} wird nicht abgerufen, nur die Web-Ports 80 und 443.',
  'fetch.private':
    '{host} liegt nicht im öffentlichen Internet und wird nicht abgerufen: Bitte die Seite als Datei schicken.',
  'fetch.not-discord':
    '{host} ist nicht der Ort, an dem Discord Anhänge aufbewahrt: Bitte die Datei an den Befehl anhängen.',
  'fetch.redirects':
    '{host} leitet mehr als {times}-mal weiter: Bitte die endgültige Adresse der Seite angeben.',
  'fetch.too-large': 'Die Seite von {host} hat mehr als {most}: Bitte den Text einfügen.',
  'fetch.status': '{host} hat mit {status} geantwortet und {reason}.',
  'status-of.401': 'verlangt eine Anmeldung: bitte den Text einfügen',
  'status-of.402': 'verlangt ein Abonnement: bitte den Text einfügen',
  'status-of.403': 'lässt sich von Programmen nicht lesen: bitte den Text einfügen',
  'status-of.404': 'hat diese Seite nicht: bitte die Adresse prüfen',
  'status-of.410': 'hat diese Seite nicht mehr: bitte die Adresse prüfen',
  'status-of.429': 'bittet darum, später wiederzukommen',
  'status-of.500': 'hat selbst eine Störung: bitte später noch einmal versuchen',
  'status-of.other': 'gab keine Seite: bitte die Adresse prüfen',
  'fetch.unreachable': '{host} war nicht zu erreichen, {reason}.',
  'net.unknown': 'unter diesem Namen ist nichts bekannt: bitte die Adresse prüfen',
  'net.look-up': 'der Name lässt sich gerade nicht nachschlagen: bitte später noch einmal versuchen',
  'net.silent': 'es kommt keine Antwort: bitte später noch einmal versuchen',
  'net.broke-off': 'die Verbindung brach ab: bitte später noch einmal versuchen',
  'net.no-way': 'es führt kein Weg dorthin: bitte die Adresse prüfen',
  'net.no-network': 'es führt kein Weg dorthin: bitte das Netz dieses Rechners prüfen',
  'net.late': 'die Antwort kam nicht rechtzeitig: bitte später noch einmal versuchen',
  'net.stopped': 'die Antwort blieb mittendrin stehen: bitte später noch einmal versuchen',
  'net.slow': 'es dauerte länger als 30 Sekunden: bitte später noch einmal versuchen',
  'net.expired': 'das Zertifikat ist abgelaufen: bitte den Text einfügen',
  'net.untrusted': 'dem Zertifikat ist nicht zu trauen: bitte den Text einfügen',
  'net.other-site': 'das Zertifikat gilt für eine andere Website: bitte die Adresse prüfen',
  'net.other': 'die Antwort ist nicht lesbar: bitte später noch einmal versuchen oder den Text einfügen',
  'engine.down':
    'Die Suchmaschine antwortet nicht, deshalb kann gerade nichts gesucht werden: Bitte in ein paar Minuten noch einmal versuchen.',
  'engine.slow':
    'Die Suchmaschine hat zu lange gebraucht, deshalb wurde nichts gesucht: Bitte gleich noch einmal versuchen.',
  'engine.readonly':
    'Die Suchmaschine nimmt keine neuen Artikel an, wahrscheinlich ist ihre Festplatte voll: Wer sie betreibt, muss Platz schaffen.',
  'engine.building':
    'Der Index dieses Archivs wird gerade aufgebaut, deshalb kann noch nichts gesucht werden: /status sagt, wie weit er ist.',
  'engine.refused':
    'Die Suchmaschine weist Pullquote ab: Wer sie betreibt, muss Benutzer und Passwort in SEARCH_URL prüfen.',
  'engine.failed':
    'Die Suchmaschine hat versagt, deshalb konnte nichts gesucht werden: Die Ursache steht im Protokoll.',
} as const;
