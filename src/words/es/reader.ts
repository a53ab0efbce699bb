/** Por qué no lee el lector neuronal, para el estado. */
export default {
  'reader.switched-off': 'desactivado (READER=off)',
  'reader.loading': 'cargándose',
  'reader.memory':
    'apagado: con él, el programa necesita 1 GB y hay {megabytes} MB (READER=on lee de todos modos)',
  'reader.ended': 'su hilo terminó; vuelve a empezar en {seconds:un segundo|# segundos}',
  'reader.overloaded': 'llegan más preguntas de las que puede leer; algunas se responden solo con palabras',
  'reader.stopping': 'el programa se está cerrando',
  'reader.no-weights': 'apagado: no se pueden cargar sus pesos',
  'reader.no-library': 'apagado: su biblioteca nativa no se carga aquí ({platform}, {processor})',
  'reader.unread': 'apagado: no se puede leer {file}: instala Pullquote de nuevo o pon READER=off',
  'reader.other':
    'apagado: {file} no es el archivo que nombra SHA256SUMS a su lado: instala Pullquote de nuevo o pon READER=off',
  'reader.unnamed':
    'apagado: SHA256SUMS en {folder} no nombra {file}: instala Pullquote de nuevo o pon READER=off',
} as const;
