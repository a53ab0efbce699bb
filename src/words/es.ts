import { defineLanguage } from './catalogue.ts';

/** Spanish, for Spain and Latin America. */
export const es = defineLanguage({
  locale: 'es',
  discord: ['es-ES', 'es-419'],
  plurals: ['one', 'other'],
  day: { dateStyle: 'long' },
  words: {
    'list.comma': ', ',
    'list.quoted': '«{text}»',
    'answer.unsure': 'No es seguro: compruebe la cita.',
    'answer.none': 'Sin respuesta en {articles:# artículo consultado|# artículos consultados}.',
    'answer.unknown': 'No aparece en ninguno: {words}.',
    'answer.no-articles': 'Aquí no hay artículos que consultar: añada alguno o amplíe la pregunta.',
    'answer.else': 'Pregunte con otras palabras o añada el artículo que lo cuenta.',
    'answer.nearest': 'lo más cercano, pero no es una respuesta',
    'answer.read-as': '«{written}» se ha leído como «{read}».',
    'answer.count':
      '{shown} de {sentences:# frase coincidente|# frases coincidentes}, en {found} de {articles:# artículo|# artículos}.',
    'answer.count-more':
      '{shown} de al menos {sentences:# frase coincidente|# frases coincidentes}, en {found} de {articles:# artículo|# artículos}.',
    'answer.newest': 'Artículo más reciente: {day}.',
    'answer.feed-late': 'Pueden faltar noticias: hay un feed que no se lee desde el {minute}.',
    'answer.asked-as': 'Se ha preguntado: «{question}».',
    'answer.lead': 'principal',
    'nothing.hint': '/preguntar admite cualquier pregunta; /artículos muestra lo que hay.',
    'figures.none': 'Ninguna cifra en {articles:# artículo consultado|# artículos consultados}.',
    'figures.none-about':
      'Ninguna cifra sobre «{topic}» en {articles:# artículo consultado|# artículos consultados}.',
    'figures.title': 'Cifras',
    'figures.title-about': 'Cifras · {topic}',
    'figures.money': 'Importes en {unit}: {amounts}',
    'figures.percent': 'Porcentajes: {amounts}',
    'figures.count': 'Cantidades: {amounts}',
    'figures.different': 'Datos distintos: {newer} y {older}',
    'figures.shown':
      '{shown} de {figures:# cifra|# cifras} en {articles:# artículo|# artículos}; ninguna se prefiere a otra.',
    'timeline.none': 'Ninguna frase con fecha en {articles:# artículo consultado|# artículos consultados}.',
    'timeline.none-about':
      'Ninguna frase con fecha sobre «{topic}» en {articles:# artículo consultado|# artículos consultados}.',
    'timeline.title': 'Cronología',
    'timeline.title-about': 'Cronología · {topic}',
    'timeline.shown':
      '{shown} de {sentences:# frase con fecha|# frases con fecha}, en {articles:# artículo|# artículos}.',
    'timeline.unplaced':
      '{count:La última no se puede|Las # últimas no se pueden} situar: el artículo no tiene fecha de referencia.',
    'who-is.none':
      'Ninguna descripción de «{name}» en {articles:# artículo consultado|# artículos consultados}.',
    'who-is.title': '¿Quién o qué es {name}?',
    'who-is.shown':
      '{shown} de {sentences:# frase descriptiva|# frases descriptivas}; {articles:# artículo consultado|# artículos consultados}.',
    'summary.title': 'Resumen de {headline}',
    'summary.shown': '{shown} de {sentences:# frase|# frases} del artículo.',
    'phrase.none':
      'Ningún artículo contiene «{phrase}» en ese orden; {articles:# artículo consultado|# artículos consultados}.',
    'phrase.hint': '/preguntar encuentra frases con las mismas palabras en otro orden.',
    'phrase.shown':
      '{shown} de {sentences:# frase|# frases} con estas palabras; {articles:# artículo consultado|# artículos consultados}.',
    'disagree.line': 'Los artículos discrepan, del más reciente al más antiguo: {amounts}',
    'place.headline': 'el titular',
    'place.sentence': 'frase {n}',
    'place.sentences': 'frases {from} a {to}',
    'source.corrected': 'corregido el {day}',
    'source.added': 'añadido por {who}',
    'source.added-from': 'añadido por {who} desde {host}',
    'quote.before': 'La frase anterior: «{sentence}»',
    'quote.too-long': 'Esta cita es demasiado larga para mostrarla aquí; va adjunta, completa.',
    'quote.not-exact': 'Este texto no se puede mostrar aquí con exactitud; va adjunto.',
    'quote.left-out': '[…] {sentences:# frase omitida|# frases omitidas}',
    'fit.quotes': '{quotes:# cita más no cabe|# citas más no caben} aquí.',
    'fit.lines': '{lines:# línea más no cabe|# líneas más no caben} aquí.',
    'fit.both': '{quotes:# cita más|# citas más} y {lines:# línea más|# líneas más} no caben aquí.',
    'fit.files':
      '{files:# archivo no se ha podido|# archivos no se han podido} adjuntar: demasiado grandes o demasiados.',
    'button.more': 'Más',
    'button.share': 'Compartir en el canal',
    'button.copy': 'Copiar exacto',
    'button.card': 'Tarjeta',
    'button.feedback': 'No ayuda',
    'button.delete': 'Eliminar',
    'button.context': 'Contexto',
    'button.read': 'Leer',
    'help.lead': 'Cada respuesta es una cita literal con su fuente. Pulse un ejemplo para probarlo.',
    'help.ask': 'Preguntar',
    'help.facts': 'Cifras, fechas, resúmenes',
    'help.check': 'Citas',
    'help.archive': 'Lo que hay aquí',
    'help.edit': 'Para la redacción',
    'help.message': 'clic derecho en un mensaje y, después, Aplicaciones',
    'help.receipt': 'Una referencia como article-id.r1.s5 indica el artículo, su versión y la frase.',
    'articles.none': 'Aquí todavía no hay artículos.',
    'articles.title': '{articles:# artículo|# artículos}',
    'articles.sentences': '{sentences:# frase|# frases}',
    'articles.older':
      '{count:# más antiguo no se muestra|# más antiguos no se muestran}; acote con desde y hasta.',
    'mention.examples': 'Pregúnteme algo sobre los artículos o pruebe uno de estos ejemplos:',
    'mention.help': 'Cada respuesta es una cita literal con su fuente. /ayuda muestra todos los comandos.',
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
    'context.title': 'Entorno: {place} de {headline}',
  },
  commands: { names: {}, descriptions: {} },
});
