/** Warum der neuronale Leser nicht liest, für /zustand. */
export default {
  'reader.switched-off': 'ausgeschaltet (READER=off)',
  'reader.loading': 'wird geladen',
  'reader.memory':
    'aus: Das Programm braucht mit ihm 1 GB, und es sind {megabytes} MB da (READER=on liest trotzdem)',
  'reader.ended': 'sein Thread ist beendet; er startet in {seconds:einer Sekunde|# Sekunden} neu',
  'reader.overloaded': 'es kommen mehr Fragen, als er lesen kann; einige werden nur mit Wörtern beantwortet',
  'reader.stopping': 'das Programm wird beendet',
  'reader.no-weights': 'aus: Seine Gewichte lassen sich nicht laden',
  'reader.no-library': 'aus: Seine native Bibliothek lässt sich hier nicht laden ({platform}, {processor})',
  'reader.unread':
    'aus: {file} lässt sich nicht lesen: Bitte Pullquote neu installieren oder READER=off setzen',
  'reader.other':
    'aus: {file} ist nicht die Datei, die SHA256SUMS daneben nennt: Bitte Pullquote neu installieren oder READER=off setzen',
  'reader.unnamed':
    'aus: SHA256SUMS in {folder} nennt {file} nicht: Bitte Pullquote neu installieren oder READER=off setzen',
} as const;
