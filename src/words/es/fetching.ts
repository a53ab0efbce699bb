/** Why an address was not fetched, or the search engine not asked. */
export default {
  'fetch.nothing': 'Nada',
  'fetch.not-web': '{typed} no es una dirección web: dé una que empiece por https://.',
  'fetch.scheme': 'Las direcciones que empiezan por {scheme} no se piden: dé una que empiece por https://.',
  'fetch.password': 'La dirección de {host} lleva un usuario o una contraseña: dela sin ellos.',
  'fetch.port': 'El puerto {port} de {host} no se pide: solo los de la web, 80 y 443.',
  'fetch.private': '{host} no está en la internet pública y no se pide: envíe la página como archivo.',
  'fetch.not-discord': '{host} no es donde Discord guarda sus adjuntos: adjunte el archivo al comando.',
  'fetch.redirects': '{host} redirige más de {times} veces: dé la dirección final de la página.',
  'fetch.too-large': 'La página de {host} pasa de {most}: pegue el texto.',
  'fetch.status': '{host} respondió {status} y {reason}.',
  'status-of.401': 'exige iniciar sesión: pegue el texto',
  'status-of.402': 'exige una suscripción: pegue el texto',
  'status-of.403': 'no deja que la lean programas: pegue el texto',
  'status-of.404': 'no tiene esta página: compruebe la dirección',
  'status-of.410': 'ya no tiene esta página: compruebe la dirección',
  'status-of.429': 'pide volver más tarde',
  'status-of.500': 'tiene un fallo propio: inténtelo más tarde',
  'status-of.other': 'no dio ninguna página: compruebe la dirección',
  'fetch.unreachable': 'No se pudo llegar a {host}, {reason}.',
  'net.unknown': 'no se conoce nada con ese nombre: compruebe la dirección',
  'net.look-up': 'su nombre no se puede consultar ahora: inténtelo más tarde',
  'net.silent': 'no responde: inténtelo más tarde',
  'net.broke-off': 'la conexión se cortó: inténtelo más tarde',
  'net.no-way': 'no hay camino hasta allí: compruebe la dirección',
  'net.no-network': 'no hay camino hasta allí: compruebe la red de esta máquina',
  'net.late': 'no respondió a tiempo: inténtelo más tarde',
  'net.stopped': 'se detuvo a la mitad: inténtelo más tarde',
  'net.slow': 'tardó más de 30 segundos: inténtelo más tarde',
  'net.expired': 'su certificado ha caducado: pegue el texto',
  'net.untrusted': 'su certificado no es de confianza: pegue el texto',
  'net.other-site': 'su certificado es de otro sitio: compruebe la dirección',
  'net.other': 'no se puede leer: inténtelo más tarde o pegue el texto',
  'engine.down':
    'El motor de búsqueda no responde, así que ahora no se puede buscar nada: inténtelo dentro de unos minutos.',
  'engine.slow':
    'El motor de búsqueda tardó demasiado, así que no se buscó nada: inténtelo dentro de un momento.',
  'engine.readonly':
    'El motor de búsqueda no acepta artículos nuevos, probablemente su disco está lleno: quien lo mantiene tiene que hacer sitio.',
  'engine.building':
    'El índice de este archivo se está construyendo, así que todavía no se puede buscar nada: /estado dice por dónde va.',
  'engine.refused':
    'El motor de búsqueda rechaza a Pullquote: quien lo mantiene tiene que comprobar el usuario y la contraseña de SEARCH_URL.',
  'engine.failed':
    'El motor de búsqueda falló, así que no se pudo buscar nada: la causa está en el registro.',
} as const;
