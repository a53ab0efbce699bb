/** Why a file, page or feed was refused. */
export default {
  'intake.no-room':
    'Il n’y a plus de mémoire pour indexer d’autres textes : augmentez INDEX_MEMORY_MB et redémarrez le bot, définissez SEARCH_URL ou rétractez ce qui n’est pas nécessaire.',
  'intake.the-text': 'Le texte',
  'intake.the-feed': 'Le flux',
  'intake.page-of': 'La page de {host}',
  'intake.feed-of': 'Le flux de {host}',
  'intake.empty': '{subject} : il n’y a rien dedans, donnez-en un avec du texte.',
  'intake.too-large': '{subject} : {size}, on ne lit que {most} au plus ; divisez-le.',
  'intake.too-long': '{subject} : le texte a plus de {characters} caractères, divisez-le en articles.',
  'intake.damaged':
    '{subject} : lecture impossible, le contenu semble endommagé ; enregistrez-le à nouveau ou collez le texte.',
  'intake.no-text': '{subject} : aucun texte dedans.',
  'intake.no-paragraph':
    '{subject} : aucun texte d’article ; mettez le titre sur la première ligne, puis une ligne vide, puis le texte.',
  'intake.no-article':
    '{subject} : aucun texte d’article trouvé. Si la page demande une connexion ou se construit par scripts, collez plutôt le texte.',
  'intake.front-matter': '{subject} : les informations en tête sont inutilisables ({faults}).',
  'intake.field': '{name} : {fault}',
  'intake.other-field': '« {name} » n’est pas une information d’article, il y a {names}',
  'intake.other-line': 'leur ligne {line} n’est pas de la forme « nom: valeur »',
  'intake.marked-line': 'leur ligne {line} commence par « {mark} » : mettez la suite entre guillemets',
  'intake.other-page':
    '{subject} est {page}, pas un article : ouvrez la page dans un navigateur et collez le texte de l’article.',
  'page.check': 'une vérification qu’un humain lit',
  'page.missing': 'une page d’erreur (« introuvable »)',
  'page.error': 'une page d’erreur de son serveur',
  'page.cookies': 'une question sur les cookies',
  'page.subscribe': 'une invitation à s’abonner',
  'intake.too-deep':
    '{subject} : éléments imbriqués sur plus de {levels} niveaux ; collez plutôt le texte de l’article.',
  'intake.too-many': '{subject} : plus de {elements} éléments ; collez plutôt le texte de l’article.',
  'intake.wrong-type':
    '{subject} se dit {stated} mais contient {actual} : envoyez-le avec le bon type et la bonne extension.',
  'form-of.text': 'un fichier texte',
  'form-of.html': 'une page web',
  'form-of.docx': 'un document Word',
  'form-of.pdf': 'un PDF',
  'form-of.office': 'un ancien fichier Office ou un fichier avec mot de passe',
  'form-of.picture': 'une image {name}',
  'form-of.archive': 'une archive {name}',
  'form-of.other': 'un fichier {name}',
  'form-of.program': 'un programme',
  'form-of.excel': 'un classeur Excel',
  'form-of.powerpoint': 'une présentation PowerPoint',
  'form-of.epub': 'un livre EPUB',
  'form-of.opendocument': 'un fichier OpenDocument',
  'form-of.zip': 'une archive',
  'intake.foreign': '{subject} est {form}, ce qui ne peut pas être lu : {remedy}.',
  'remedy.docx': 'enregistrez-le en .docx ou PDF sans mot de passe',
  'remedy.save': 'enregistrez-le en .docx, PDF ou texte brut',
  'remedy.text': 'donnez plutôt le texte',
  'remedy.unpack': 'décompressez-le d’abord',
  'remedy.file': 'donnez un fichier texte, HTML, .docx ou PDF',
  'intake.type':
    '{subject} est de type {type}, ce qui ne peut pas être lu : donnez du texte, Markdown, HTML, .docx ou PDF.',
  'intake.unknown': '{subject} n’a pas une forme lisible : donnez du texte, Markdown, HTML, .docx ou PDF.',
  'intake.is-feed': '{subject} est un flux, pas un article : ajoutez-le avec /flux ajouter.',
  'intake.encoding': '{subject} a un encodage qui n’est pas reconnaissable : enregistrez-le en UTF-8.',
  'intake.encoding-perhaps':
    '{subject} a un encodage qui n’est pas reconnaissable, peut-être {name} : enregistrez-le en UTF-8.',
  'intake.picture-of-text':
    '{subject} : aucun texte dedans ; si c’est l’image d’un texte, collez plutôt le texte.',
  'intake.not-word':
    '{subject} est {form}, pas un document Word : enregistrez le texte en .docx, PDF ou texte brut.',
  'intake.entities':
    '{subject} déclare ses propres entités XML, ce qu’aucun traitement de texte ne fait : enregistrez-le à nouveau.',
  'intake.locked': '{subject} est verrouillé par un mot de passe : enregistrez-le sans.',
  'intake.damaged-archive': '{subject} est une archive endommagée : enregistrez le document à nouveau.',
  'intake.bomb':
    '{subject} est refusé parce que {reason} : enregistrez le document à nouveau ou collez le texte.',
  'bomb.twice': 'deux de ses entrées ont le même nom',
  'bomb.overlap': 'ses entrées se chevauchent',
  'bomb.many': 'ce fichier a plus de {entries} entrées',
  'bomb.outside': 'le nom d’une entrée mène hors de l’archive',
  'bomb.large': 'ce fichier dépasse {most} une fois décompressé',
  'bomb.ratio': 'ce fichier dépasse {times} fois sa taille une fois décompressé',
  'bomb.names': 'ses entrées portent des noms différents à deux endroits',
  'bomb.size': 'une entrée n’a pas la taille annoncée',
  'intake.pages': '{subject} a plus de {pages} pages : donnez seulement les pages de l’article.',
  'intake.scan':
    '{subject} : aucun texte dedans, c’est peut-être une numérisation ; passez-y une reconnaissance de texte ou collez le texte.',
  'intake.letters':
    '{subject} ne dit pas quelles lettres ses signes représentent : exportez-le à nouveau avec « texte interrogeable » ou collez le texte.',
  'intake.feed-entities':
    '{subject} a une DOCTYPE avec ses propres entités, inutiles aux flux et utiles aux bombes : demandez un flux qui n’en a pas.',
  'intake.feed-deep':
    '{subject} : éléments imbriqués sur plus de {levels} niveaux ; demandez un flux valide.',
  'intake.not-feed':
    '{subject} n’est pas un flux RSS, Atom ou JSON lisible : donnez l’adresse du flux lui-même.',
  'entry.unnamed': 'Une entrée sans nom',
  'entry.address': '{entry} : l’adresse n’est pas une adresse web ({address}).',
  'entry.empty': '{entry} : ni adresse ni texte.',
  'entry.invalid': '{entries:Une entrée n’est|# entrées ne sont} pas du XML valide.',
  'intake.unread': '{subject} ne peut pas être lu parce que {reason} : collez plutôt le texte.',
  'unread.loading': 'le chargement a pris plus de {seconds} secondes',
  'unread.reading': 'la lecture prend plus de {seconds} secondes',
  'unread.memory': 'il faut plus de {most} Mo',
  'unread.buffers': 'il faut plus de {most} Mo de tampons',
  'unread.fault': 'la lecture s’est terminée par une erreur',
  'unread.fault-told': 'la lecture s’est terminée par une erreur ({fault})',
  'intake.stopping':
    '{subject} n’a pas été lu parce que le programme s’arrête : renvoyez-le quand il tournera.',
} as const;
