/** Why an address was not fetched, or the search engine not asked. */
export default {
  'fetch.nothing': 'Rien',
  'fetch.not-web': '{typed} n’est pas une adresse web : donnez-en une qui commence par https://.',
  'fetch.scheme':
    'Les adresses qui commencent par {scheme} ne sont pas chargées : donnez-en une qui commence par https://.',
  'fetch.password': 'L’adresse de {host} contient un nom d’utilisateur ou un mot de passe : donnez-la sans.',
  'fetch.port': 'Le port {port} de {host} n’est pas chargé : seuls le sont les ports du web, 80 et 443.',
  'fetch.private':
    '{host} n’est pas sur l’internet public et n’est pas chargé : envoyez plutôt la page comme fichier.',
  'fetch.not-discord':
    '{host} n’est pas l’endroit où Discord garde ses pièces jointes : joignez le fichier à la commande.',
  'fetch.redirects': '{host} redirige plus de {times} fois : donnez l’adresse finale de la page.',
  'fetch.too-large': 'La page de {host} dépasse {most} : collez plutôt le texte.',
  'fetch.status': '{host} a répondu {status} et {reason}.',
  'status-of.401': 'demande une connexion : collez plutôt le texte',
  'status-of.402': 'demande un abonnement : collez plutôt le texte',
  'status-of.403': 'ne se laisse pas lire par des programmes : collez plutôt le texte',
  'status-of.404': 'n’a pas cette page : vérifiez l’adresse',
  'status-of.410': 'n’a plus cette page : vérifiez l’adresse',
  'status-of.429': 'demande de revenir plus tard',
  'status-of.500': 'a lui-même une panne : réessayez plus tard',
  'status-of.other': 'n’a donné aucune page : vérifiez l’adresse',
  'fetch.unreachable': '{host} n’a pas pu être joint, {reason}.',
  'net.unknown': 'rien n’est connu sous ce nom : vérifiez l’adresse',
  'net.look-up': 'son nom ne peut pas être cherché pour le moment : réessayez plus tard',
  'net.silent': 'il n’y a pas de réponse : réessayez plus tard',
  'net.broke-off': 'la connexion s’est rompue : réessayez plus tard',
  'net.no-way': 'aucun chemin n’y mène : vérifiez l’adresse',
  'net.no-network': 'aucun chemin n’y mène : vérifiez le réseau de cette machine',
  'net.late': 'la réponse n’est pas venue à temps : réessayez plus tard',
  'net.stopped': 'la réponse s’est arrêtée au milieu : réessayez plus tard',
  'net.slow': 'cela a pris plus de 30 secondes : réessayez plus tard',
  'net.expired': 'son certificat a expiré : collez plutôt le texte',
  'net.untrusted': 'son certificat n’est pas fiable : collez plutôt le texte',
  'net.other-site': 'son certificat est celui d’un autre site : vérifiez l’adresse',
  'net.other': 'la réponse est illisible : réessayez plus tard ou collez le texte',
  'engine.down':
    'Le moteur de recherche ne répond pas, rien ne peut donc être cherché pour le moment : réessayez dans quelques minutes.',
  'engine.slow':
    'Le moteur de recherche a mis trop de temps, rien n’a donc été cherché : réessayez dans un instant.',
  'engine.readonly':
    'Le moteur de recherche n’accepte plus d’articles, son disque est sans doute plein : la personne qui le fait tourner doit faire de la place.',
  'engine.building':
    'L’index de ces archives est en construction, rien ne peut donc encore être cherché : /état dit où il en est.',
  'engine.refused':
    'Le moteur de recherche refuse Pullquote : la personne qui le fait tourner doit vérifier l’utilisateur et le mot de passe de SEARCH_URL.',
  'engine.failed':
    'Le moteur de recherche a échoué, rien n’a donc pu être cherché : la cause est dans le journal.',
} as const;
