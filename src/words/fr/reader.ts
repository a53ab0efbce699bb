/** Pourquoi le lecteur neuronal ne lit pas, pour l’état. */
export default {
  'reader.switched-off': 'désactivé (READER=off)',
  'reader.loading': 'en cours de chargement',
  'reader.memory':
    'arrêté : le programme a besoin de 1 Go avec lui, et il y a {megabytes} Mo (READER=on lit quand même)',
  'reader.ended': 'son fil d’exécution s’est arrêté ; il redémarre dans {seconds:une seconde|# secondes}',
  'reader.overloaded':
    'il arrive plus de questions qu’il ne peut en lire ; certaines reçoivent une réponse par mots seuls',
  'reader.stopping': 'le programme s’arrête',
  'reader.no-weights': 'arrêté : ses poids ne se chargent pas',
  'reader.no-library': 'arrêté : sa bibliothèque native ne se charge pas ici ({platform}, {processor})',
  'reader.unread': 'arrêté : {file} est illisible : réinstallez Pullquote ou mettez READER=off',
  'reader.other':
    'arrêté : {file} n’est pas le fichier que nomme SHA256SUMS à côté : réinstallez Pullquote ou mettez READER=off',
  'reader.unnamed':
    'arrêté : SHA256SUMS dans {folder} ne nomme pas {file} : réinstallez Pullquote ou mettez READER=off',
} as const;
