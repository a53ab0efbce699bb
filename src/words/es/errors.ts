/** What did not work, and who may do what. */
export default {
  'error.input': '{command} no se puede ejecutar así ({faults}).',
  'error.old-button': 'Este botón es demasiado antiguo o se modificó: pregunte de nuevo.',
  'error.editors': '{command} es para la redacción: pida el rol de editor a quien gestione este servidor.',
  'error.editors-button':
    'Este botón es para la redacción: pida el rol de editor a quien gestione este servidor.',
  'error.elsewhere': 'Las preguntas se responden en {channels}: pregunte allí.',
  'error.opening-none':
    'El archivo aún se está abriendo: {read} de {articles:# artículo|# artículos} hasta ahora, y ninguno lo responde. Vuelva a preguntar dentro de un minuto.',
  'error.opening':
    'El archivo aún se está abriendo: {read} de {articles:# artículo|# artículos} hasta ahora. Vuelva a preguntar para el resto.',
  'error.looked-at':
    '{articles:# artículo consultado|# artículos consultados} de los {of} que hablan de ello: indique fechas o más palabras para los demás.',
  'error.reference': '{what}; la referencia {reference} está en el registro.',
  'error.unexpected': 'Eso no ha funcionado, y no es culpa suya',
  'error.store-unreachable':
    'El archivo no responde en este momento y se reintenta solo: vuelva a preguntar en unos segundos',
  'error.store-locked': 'El archivo está en uso en este momento: inténtelo de nuevo',
  'error.store-full':
    'El archivo no puede crecer porque el disco está lleno: quien administra Pullquote debe hacer sitio; las preguntas se siguen respondiendo',
  'error.store-damaged':
    'El archivo está dañado aquí: quien administra Pullquote puede repararlo con «pullquote restore FILE» y la última copia',
  'error.store-readonly':
    'El archivo solo se puede leer en este momento: quien administra Pullquote debe permitir la escritura',
  'error.still-opening': 'El archivo de este servidor se está abriendo: inténtelo de nuevo en un momento.',
  'error.server-only':
    'Esto solo funciona en un servidor: aquí solo están los artículos de la casa, que nadie cambia.',
  'error.question': 'Eso no se puede preguntar: la pregunta {fault}.',
  'fault.of': '{name} {fault}',
  'fault.empty': 'no debe estar vacía',
  'fault.long': 'debe tener como máximo {characters:# carácter|# caracteres}',
  'fault.list': 'debe elegirse de la lista',
  'fault.day': 'debe ser una fecha como 2017-07-31',
  'fault.other': 'no se puede leer',
  'missing.passage': 'Aquí no hay ningún pasaje: se eliminó o nunca existió. Pregunte de nuevo.',
  'missing.retracted': '«{headline}» se retractó el {day}: {reason}',
  'missing.receipt': '«{typed}» no es una referencia; tiene la forma article-id.r1.s5.',
  'missing.several': '«{typed}» puede significar {names}: elija de la lista.',
  'missing.named': '«{headline}» ({id})',
  'missing.article': 'No hay ningún artículo «{typed}»; /artículos muestra los que hay.',
  'missing.article-close': 'No hay ningún artículo «{typed}»; se parecen {names}.',
  'missing.choose': 'Aquí no hay ningún artículo «{typed}»: elija de la lista que se abre al escribir.',
  'missing.restorable': '{retracted} /artículo restaurar artículo:{id} lo recupera.',
  'missing.house':
    '«{id}» es un artículo de la casa, que leen todos los servidores: quien administra Pullquote cambia su archivo en ARTICLES_DIR.',
  'missing.many': 'Aquí hay {articles:# artículo|# artículos}: indique un tema o un artículo.',
  'missing.swapped': '«desde» ({from}) es posterior a «hasta» ({to}): intercámbielos.',
  'missing.mention': 'Ningún artículo de aquí menciona «{company}».',
  'missing.mention-close': 'Ningún artículo de aquí menciona «{company}»; nombres parecidos: {names}.',
  'missing.dates': 'Ningún artículo de aquí está entre esas fechas.',
  'missing.dates-about': 'Ningún artículo de aquí entre esas fechas menciona «{company}».',
  'click.copied': '{receipt}, tal como está guardado; el archivo contiene los mismos bytes.',
  'click.not-yours': 'Solo quien preguntó, o un moderador, puede eliminar esto.',
  'click.feedback': '¿Qué buscaba?',
  'click.feedback-hint': 'La redacción lo lee; su nombre no se guarda.',
  'click.thanks': 'Gracias: la redacción tiene su nota.',
  'click.more':
    '{sentences:# frase coincidente más|# frases coincidentes más}, con menos probabilidad de responder:',
  'click.no-example': 'Este ejemplo ya no existe: /ayuda muestra lo que hay.',
  'busy.later':
    'Ahora mismo se pregunta más de lo que puedo responder a tiempo: vuelva a preguntar dentro de un minuto.',
  'busy.flood':
    'Pregunta más rápido de lo que puedo responder: inténtelo de nuevo en {seconds:un segundo|# segundos}.',
  'busy.gone': 'Este comando ya no existe: /ayuda muestra los que hay.',
  'busy.late': 'Esto llegó con {seconds:un segundo|# segundos} de retraso porque Discord pidió esperar.',
  'busy.deleted': 'El mensaje al que pertenece esto se eliminó.',
  'busy.expired': 'La respuesta privada a la que pertenece esto ha caducado o se descartó.',
  'refused.forbidden':
    'No puedo publicar eso en {channel}: quien gestiona este servidor puede darme allí los permisos con los que se me invitó (Ver canales, Enviar mensajes, Enviar mensajes en hilos, Insertar enlaces, Adjuntar archivos, Leer el historial de mensajes).',
  'refused.not-taken':
    'Discord no aceptó mi respuesta en {channel}: puede que el hilo esté bloqueado o archivado, o que Discord tenga problemas. Pregunte en otro canal o dentro de un minuto.',
  'refused.expired':
    'Lo que pidió en {channel} tardó más de los 15 minutos durante los que Discord mantiene abierta una respuesta: vuelva a preguntarlo allí.',
  'refused.that-channel': 'ese canal',
  'refused.not-removed':
    'Discord no me dejó eliminar este mensaje: inténtelo de nuevo o pídaselo a un moderador.',
  'refused.unreadable':
    'No puedo leer esto: Discord solo me muestra los mensajes que me mencionan a mí, no a mi rol. Empiece la pregunta con mi nombre.',
  'refused.which-server':
    'Comparte varios servidores conmigo y cada uno tiene sus propios artículos. Pregunte en el que corresponda: {servers}.',
  'outside.which': 'Comparte varios servidores conmigo y cada uno tiene sus propios artículos. ¿Cuál es?',
  'outside.choose': 'Elegir un servidor',
  'outside.remembered': 'Lo recordaré para la próxima vez; debajo de una respuesta puede elegir otro.',
  'outside.kept': 'Desde ahora leo aquí para usted los artículos de {server}: pregunte de nuevo.',
  'outside.read-in': 'Leído en el archivo de {server}; aquí solo usted ve esto.',
  'outside.house-only': 'No comparte ningún servidor conmigo: solo se leyeron los artículos de la casa.',
  'outside.another': 'Otro servidor',
  'share.too-old':
    'Esta respuesta es demasiado antigua para compartirla tal como se mostró: pregunte otra vez.',
  'share.may-not': 'No puede escribir en este canal, así que esto no se puede compartir aquí.',
  'fault.id': 'solo puede tener minúsculas y cifras con guiones simples',
  'fault.address': 'tiene que ser una dirección como https://example.org/page',
  'fault.feed-address': 'tiene que ser una dirección como https://example.org/rss.xml',
  'fault.calendar': 'tiene que ser una fecha del calendario como 2017-10-23 o 2017-10-23T09:30:00Z',
  'fault.language': 'tiene que ser un código de idioma como en o pt-BR',
  'error.not-told': 'El motivo se guardó con palabras que esta versión no conoce.',
  'error.damaged':
    'El texto guardado de «{id}», versión {revision}, está dañado y no se cita: detenga Pullquote y ejecute «pullquote restore FILE» con su última copia de seguridad.',
  'job.failed': 'Falló; la causa está en el registro.',
  'job.gone': 'Se abandonó.',
  'job.too-often':
    'Hizo terminar el programa {times:# vez|# veces}: añada sus artículos uno a uno para saber cuál es.',
  'job.no-text': 'Aquí no hay ningún texto que conservar: dé el texto otra vez.',
} as const;
