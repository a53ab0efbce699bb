/** What did not work, and who may do what. */
export default {
  'error.input': '{command} ne peut pas être exécutée ainsi ({faults}).',
  'error.old-button': 'Ce bouton est trop ancien ou a été modifié : redemandez-en un nouveau.',
  'error.editors':
    '{command} est réservée à la rédaction : demandez le rôle de rédacteur à qui gère ce serveur.',
  'error.editors-button':
    'Ce bouton est réservé à la rédaction : demandez le rôle de rédacteur à qui gère ce serveur.',
  'error.elsewhere': 'On répond aux questions dans {channels} : demandez là-bas.',
  'error.opening-none':
    'Les archives sont en cours d’ouverture : {read} sur {articles:# article|# articles} pour l’instant, et aucun n’y répond. Redemandez dans une minute.',
  'error.opening':
    'Les archives sont en cours d’ouverture : {read} sur {articles:# article|# articles} pour l’instant. Redemandez pour le reste.',
  'error.looked-at':
    '{articles:# article consulté|# articles consultés} sur les {of} qui en parlent : précisez des dates ou d’autres mots pour les autres.',
  'error.reference': '{what} ; la référence {reference} figure dans le journal.',
  'error.unexpected': 'Cela n’a pas fonctionné, et ce n’est pas votre faute',
  'error.store-unreachable':
    'Les archives ne répondent pas pour l’instant et sont réessayées automatiquement : redemandez dans quelques secondes',
  'error.store-locked': 'Les archives sont en cours d’utilisation : réessayez',
  'error.store-full':
    'Les archives ne peuvent plus grandir, car le disque est plein : la personne qui exploite Pullquote doit faire de la place ; les questions restent traitées',
  'error.store-damaged':
    'Les archives sont endommagées ici : la personne qui exploite Pullquote peut les réparer avec « pullquote restore FILE » et la dernière sauvegarde',
  'error.store-readonly':
    'Les archives ne sont qu’en lecture pour l’instant : la personne qui exploite Pullquote doit autoriser l’écriture',
  'error.still-opening': 'Les archives de ce serveur sont en cours d’ouverture : réessayez dans un instant.',
  'error.server-only':
    'Cela ne fonctionne que sur un serveur : ici, il n’y a que les articles maison, que personne ne modifie.',
  'error.question': 'Impossible de poser cela : la question {fault}.',
  'fault.of': '{name} {fault}',
  'fault.empty': 'ne doit pas être vide',
  'fault.long': 'doit faire au plus {characters:# caractère|# caractères}',
  'fault.list': 'doit être choisi dans la liste',
  'fault.day': 'doit être une date comme 2017-07-31',
  'fault.other': 'est illisible',
  'missing.passage': 'Il n’y a pas de passage ici : il a été supprimé, ou n’a jamais existé. Redemandez.',
  'missing.retracted': '« {headline} » a été rétracté le {day} : {reason}',
  'missing.receipt': '« {typed} » n’est pas une référence ; elle ressemble à article-id.r1.s5.',
  'missing.several': '« {typed} » peut désigner {names} : choisissez dans la liste.',
  'missing.named': '« {headline} » ({id})',
  'missing.article': 'Il n’y a pas d’article « {typed} » ; /articles liste ceux qui existent.',
  'missing.article-close': 'Il n’y a pas d’article « {typed} » ; s’en approchent {names}.',
  'missing.choose':
    'Il n’y a pas d’article « {typed} » ici : choisissez dans la liste qui s’ouvre pendant la saisie.',
  'missing.restorable': '{retracted} /article rétablir article:{id} le fait revenir.',
  'missing.house':
    '« {id} » est un article maison, lu par tous les serveurs : la personne qui exploite Pullquote modifie son fichier dans ARTICLES_DIR.',
  'missing.many': 'Il y a {articles:# article|# articles} ici : précisez un sujet ou un article.',
  'missing.swapped': '« du » ({from}) est après « au » ({to}) : inversez-les.',
  'missing.mention': 'Aucun article ici ne mentionne « {company} ».',
  'missing.mention-close': 'Aucun article ici ne mentionne « {company} » ; noms proches : {names}.',
  'missing.dates': 'Aucun article ici ne se situe entre ces dates.',
  'missing.dates-about': 'Aucun article ici entre ces dates ne mentionne « {company} ».',
  'click.copied': '{receipt}, exactement tel qu’enregistré ; le fichier contient les mêmes octets.',
  'click.not-yours': 'Seule la personne qui a demandé, ou un modérateur, peut supprimer ceci.',
  'click.feedback': 'Que cherchiez-vous ?',
  'click.feedback-hint': 'La rédaction lit ceci ; votre nom n’est pas conservé.',
  'click.thanks': 'Merci : la rédaction a reçu votre note.',
  'click.more':
    '{sentences:# autre phrase correspondante|# autres phrases correspondantes}, avec moins de chances de répondre :',
  'click.no-example': 'Cet exemple n’existe plus : /aide montre ce qu’il y a.',
  'busy.later':
    'On me pose en ce moment plus de questions que je ne peux en traiter à temps : redemandez dans une minute.',
  'busy.flood':
    'Vous demandez plus vite que je ne peux répondre : réessayez dans {seconds:une seconde|# secondes}.',
  'busy.gone': 'Cette commande n’existe plus : /aide liste celles qui existent.',
  'busy.late':
    'Réponse arrivée avec {seconds:une seconde|# secondes} de retard, car Discord a demandé d’attendre.',
  'busy.deleted': 'Le message auquel ceci se rapporte a été supprimé.',
  'busy.expired': 'La réponse privée à laquelle ceci se rapporte a expiré ou a été fermée.',
  'refused.forbidden':
    'Je n’ai pas le droit de publier cela dans {channel} : une personne qui gère ce serveur peut m’y donner les permissions de mon invitation (Voir les salons, Envoyer des messages, Envoyer des messages dans les fils, Intégrer des liens, Joindre des fichiers, Voir les anciens messages).',
  'refused.not-taken':
    'Discord n’a pas accepté ma réponse dans {channel} : le fil est peut-être verrouillé ou archivé, ou Discord a un problème. Redemandez dans un autre salon, ou dans une minute.',
  'refused.expired':
    'Votre demande dans {channel} a pris plus que les 15 minutes pendant lesquelles Discord garde une réponse ouverte : redemandez-y.',
  'refused.that-channel': 'ce salon',
  'refused.not-removed':
    'Discord ne m’a pas laissé supprimer ce message : réessayez, ou demandez à un modérateur.',
  'refused.unreadable':
    'Je ne peux pas lire ceci : Discord ne me montre que les messages qui me mentionnent, pas mon rôle. Commencez votre question par mon nom.',
  'refused.which-server':
    'Vous partagez plusieurs serveurs avec moi, et chacun a ses propres articles. Demandez sur celui qui vous intéresse : {servers}.',
  'outside.which':
    'Vous partagez plusieurs serveurs avec moi, et chacun a ses propres articles. Lequel voulez-vous ?',
  'outside.choose': 'Choisir un serveur',
  'outside.remembered':
    'Je m’en souviendrai la prochaine fois ; sous une réponse, vous pouvez en choisir un autre.',
  'outside.kept': 'Désormais, je lis ici pour vous les articles de {server} : demandez à nouveau.',
  'outside.read-in': 'Lu dans les archives de {server} ; ici, vous seul voyez ceci.',
  'outside.house-only': 'Vous ne partagez aucun serveur avec moi : seuls les articles maison ont été lus.',
  'outside.another': 'Autre serveur',
  'share.too-old':
    'Cette réponse est trop ancienne pour être partagée telle quelle : posez la question de nouveau.',
  'share.may-not': 'Vous ne pouvez pas écrire dans ce salon, cela ne peut donc pas y être partagé.',
  'fault.id': 'ne peut avoir que des minuscules et des chiffres avec des traits d’union simples',
  'fault.address': 'doit être une adresse comme https://example.org/page',
  'fault.feed-address': 'doit être une adresse comme https://example.org/rss.xml',
  'fault.calendar': 'doit être une date du calendrier comme 2017-10-23 ou 2017-10-23T09:30:00Z',
  'fault.language': 'doit être un code de langue comme en ou pt-BR',
  'error.not-told': 'La raison a été gardée dans des mots que cette version ne connaît pas.',
  'error.damaged':
    'Le texte enregistré de « {id} », version {revision}, est endommagé et n’est pas cité : arrêtez Pullquote et lancez « pullquote restore FILE » avec votre dernière sauvegarde.',
  'job.failed': 'Cela a échoué ; la cause est dans le journal.',
  'job.gone': 'Cela a été abandonné.',
  'job.too-often':
    'Cela a arrêté le programme {times:# fois|# fois} : ajoutez les articles un par un pour trouver lequel.',
  'job.no-text': 'Il n’y a pas de texte à garder ici : redonnez le texte.',
} as const;
