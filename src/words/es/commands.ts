import type { CommandWords } from '../catalogue.ts';

/** Names and descriptions of commands. */
export default {
  names: {
    ask: 'preguntar',
    question: 'pregunta',
    article: 'artículo',
    from: 'desde',
    to: 'hasta',
    hide: 'ocultar',
    'who-invested': 'inversores',
    company: 'empresa',
    valuation: 'valoración',
    funding: 'financiación',
    founded: 'fundación',
    headcount: 'plantilla',
    products: 'productos',
    plans: 'planes',
    'who-is': 'quién-es',
    name: 'nombre',
    timeline: 'cronología',
    topic: 'tema',
    figures: 'cifras',
    summary: 'resumen',
    sentences: 'frases',
    quote: 'cita',
    phrase: 'frase',
    check: 'comprobar',
    text: 'texto',
    file: 'archivo',
    source: 'fuente',
    cite: 'citar',
    receipt: 'referencia',
    format: 'formato',
    'Check quotes': 'Comprobar las citas',
    'Find source': 'Buscar la fuente',
    card: 'tarjeta',
    articles: 'artículos',
    add: 'añadir',
    url: 'url',
    headline: 'titular',
    byline: 'firma',
    publisher: 'medio',
    date: 'fecha',
    language: 'idioma',
    channels: 'canales',
    embargo: 'embargo',
    correct: 'corregir',
    retract: 'retractar',
    restore: 'restaurar',
    show: 'mostrar',
    feed: 'feed',
    list: 'lista',
    remove: 'quitar',
    gaps: 'lagunas',
    status: 'estado',
    desk: 'redacción',
    editors: 'editores',
    settings: 'ajustes',
    'desk-channel': 'canal-redacción',
    'no-desk-channel': 'sin-canal-redacción',
    'new-articles': 'artículos-nuevos',
    help: 'ayuda',
    'Plain text': 'Texto sin formato',
    Markdown: 'Markdown',
    HTML: 'HTML',
    BibTeX: 'BibTeX',
    follow: 'seguir',
    privately: 'en-privado',
    what: 'qué',
    digest: 'boletín',
    daily: 'diario',
    weekly: 'semanal',
    off: 'desactivar',
    hour: 'hora',
    day: 'día',
    timezone: 'zona-horaria',
    Monday: 'Lunes',
    Tuesday: 'Martes',
    Wednesday: 'Miércoles',
    Thursday: 'Jueves',
    Friday: 'Viernes',
    Saturday: 'Sábado',
    Sunday: 'Domingo',
    export: 'exportar',
    last: 'últimas',
    'Word (DOCX)': 'Word (DOCX)',
  },
  descriptions: {
    'Ask the articles a question; the answer is quoted, never written':
      'Hacer una pregunta a los artículos; la respuesta se cita, nunca se redacta',
    'What do you want to know?': '¿Qué quiere saber?',
    'Which article? Its headline or id': '¿Qué artículo? Su titular o identificador',
    'Only articles from this date on, e.g. 2017-07-01': 'Solo artículos desde esta fecha, p. ej. 2017-07-01',
    'Only articles up to this date, e.g. 2017-12-31': 'Solo artículos hasta esta fecha, p. ej. 2017-12-31',
    'Show the answer to you alone': 'Mostrar la respuesta solo a usted',
    'Who invested in a company, and who led the round':
      'Quién invirtió en una empresa y quién lideró la ronda',
    'Whose news? Leave it out to ask all articles':
      '¿De quién? Si se omite, se consultan todos los artículos',
    'What a company is worth': 'Cuánto vale una empresa',
    'How much money a company raised': 'Cuánto dinero recaudó una empresa',
    'When, and by whom, a company was founded': 'Cuándo y quién fundó una empresa',
    'How many people work for a company': 'Cuántas personas trabajan en una empresa',
    'What a company makes and offers': 'Qué fabrica y ofrece una empresa',
    'What a company is planning': 'Qué planea una empresa',
    'How the articles describe a person, a company or a thing':
      'Cómo describen los artículos a una persona, una empresa o una cosa',
    'Whose name?': '¿Qué nombre?',
    'Dated sentences in the order of the dates they speak of':
      'Frases con fecha, en el orden de las fechas de las que hablan',
    'Only about this: a name or a few words': 'Solo sobre esto: un nombre o unas palabras',
    'Sentences with sums, counts and percentages, grouped by unit':
      'Frases con importes, cantidades y porcentajes, agrupadas por unidad',
    'An article in its own sentences, in its own order':
      'Un artículo en sus propias frases y en su propio orden',
    'How many sentences, 1 to 10 (3 when left out)': 'Cuántas frases, de 1 a 10 (3 si se omite)',
    'Find a phrase, word for word, in the articles': 'Encontrar una frase literal en los artículos',
    'The exact words; case and typography do not matter':
      'Las palabras exactas; no importan mayúsculas ni tipografía',
    'Check quotations against the articles, word by word':
      'Comprobar citas con los artículos, palabra por palabra',
    'A text with quotations, or a quotation alone': 'Un texto con citas, o una cita sola',
    'A text, page, DOCX or PDF with quotations; the answer is for you alone':
      'Texto, página, DOCX o PDF con citas; la respuesta es solo para usted',
    'Where a wording comes from, also one that is remembered loosely':
      'De dónde viene una frase, aunque se recuerde a medias',
    'The words, as well as you know them': 'Las palabras, tal como las recuerde',
    'A passage to copy, exactly as stored, and what became of it since':
      'Un pasaje para copiar, tal como está guardado, y qué ha sido de él desde entonces',
    'Which passage? The receipt below a quote, such as article-id.r1.s5':
      '¿Qué pasaje? La referencia bajo una cita, p. ej. article-id.r1.s5',
    'How it is written (plain text when left out)': 'En qué formato (texto sin formato si se omite)',
    'A quote as a picture, word for word, with its source': 'Una cita como imagen, literal y con su fuente',
    'Which quote? The receipt below it, such as article-id.r1.s5':
      '¿Qué cita? La referencia que aparece debajo, p. ej. article-id.r1.s5',
    'The articles that answers are quoted from, newest first':
      'Los artículos de los que se cita, del más reciente al más antiguo',
    'For editors: add, correct, retract, restore and look at articles':
      'Para la redacción: añadir, corregir, retractar, restaurar y consultar artículos',
    'Add an article: a file, a page, or a form to paste it into when you give neither':
      'Añadir un artículo: un archivo, una página o, si no, un formulario donde pegarlo',
    'The text as TXT, Markdown, HTML, DOCX or PDF, up to 10 MB':
      'El texto en TXT, Markdown, HTML, DOCX o PDF, hasta 10 MB',
    'The page to read; together with a file, the address of the article':
      'La página que leer; junto con un archivo, la dirección del artículo',
    'When left out, what the text says': 'Si se omite, lo que diga el texto',
    'Who wrote it; “-” takes it away': 'Quién lo escribió; «-» lo quita',
    'Where it was published; “-” takes it away': 'Dónde se publicó; «-» lo quita',
    'When it was published, e.g. 2017-10-23; “-” takes it away':
      'Cuándo se publicó, p. ej. 2017-10-23; «-» lo quita',
    'A tag such as en; “-” takes it away': 'Un código como en; «-» lo quita',
    'Quote it only in these channels, e.g. #politics #desk; or: everywhere':
      'Citarlo solo en estos canales, p. ej. #política #redacción; o: en todas partes',
    'Quote it from this time on: 2026-03-04 08:00 UTC, or 90m, 3h, 2d; or: none':
      'Citarlo a partir de: 2026-03-04 08:00 UTC, o 90m, 3h, 2d; o: ninguno',
    'Change an article: a new file or page, single details, or a form with its text':
      'Cambiar un artículo: archivo o página nuevos, datos sueltos o un formulario con su texto',
    'Take an article out of everything and leave a note with the reason':
      'Quitar un artículo de todas partes y dejar una nota con el motivo',
    'Bring a retracted article back: a file, a page, or a form to paste its text into':
      'Recuperar un artículo retractado: archivo, página o formulario donde pegar el texto',
    'What is known of an article: revisions, who added it from where, who may see it':
      'Lo que se sabe de un artículo: versiones, quién lo añadió y desde dónde, quién lo ve',
    'For editors: take articles from RSS, Atom or JSON feeds as they appear':
      'Para la redacción: tomar artículos de feeds RSS, Atom o JSON según aparecen',
    'Read a feed now and every 15 minutes from now on': 'Leer un feed ahora y, desde ahora, cada 15 minutos',
    'The address of the feed itself, e.g. https://example.org/rss.xml':
      'La dirección del propio feed, p. ej. https://example.org/rss.xml',
    'All feeds, how they are, and what was put aside': 'Todos los feeds, cómo están y qué se dejó aparte',
    'Stop reading a feed; its articles stay': 'Dejar de leer un feed; sus artículos se quedan',
    'Which feed? /feed list shows their names': '¿Qué feed? /feed lista muestra sus nombres',
    'Read a feed now': 'Leer un feed ahora',
    'For editors: what was asked and could not be answered, and answers that did not help':
      'Para la redacción: preguntas sin respuesta y respuestas que no ayudaron',
    'For editors: how the archive and the program are':
      'Para la redacción: cómo están el archivo y el programa',
    'For editors: who edits, where answers are given, and where the desk is told':
      'Para la redacción: quién edita, dónde se responde y dónde se avisa a la redacción',
    'The roles whose members are editors; needs Manage Server to change':
      'Los roles cuyos miembros son editores; para cambiarlos se necesita «Gestionar servidor»',
    'A role to add': 'Un rol que añadir',
    'A role to take away': 'Un rol que quitar',
    'The channels where questions are answered; none: everywhere':
      'Los canales donde se responde a preguntas; ninguno: en todas partes',
    'A channel to add': 'Un canal que añadir',
    'A channel to take away': 'Un canal que quitar',
    'Where the desk is told of corrections, and where new articles may be quoted':
      'Dónde se avisa de las correcciones y dónde pueden citarse los artículos nuevos',
    'Corrections, retractions and broken feeds are told here':
      'Aquí se avisa de correcciones, retractaciones y feeds averiados',
    'Tell nobody': 'No avisar a nadie',
    'Where new articles may be quoted unless they say otherwise, e.g. #desk; or: everywhere':
      'Dónde citar los artículos nuevos salvo otra indicación, p. ej. #redacción; o: en todas partes',
    'What there is, with examples from these articles': 'Lo que hay, con ejemplos de estos artículos',
    'Be told when articles say something about a topic or company, or when an article changes':
      'Avisos cuando los artículos hablan de un tema o una empresa, o cuando un artículo cambia',
    'Follow something here, or privately': 'Seguir algo aquí o en privado',
    'What new and corrected articles say about a topic':
      'Lo que dicen de un tema los artículos nuevos y corregidos',
    'A name or a few words': 'Un nombre o unas palabras',
    'What new and corrected articles say about a company':
      'Lo que dicen de una empresa los artículos nuevos y corregidos',
    'Whose news?': '¿De quién se trata?',
    'Corrections and retractions of one article': 'Las correcciones y la retractación de un artículo',
    'Its headline or id': 'Su titular o su identificador',
    'Tell you alone, in a direct message, instead of this channel':
      'Avisarle solo a usted, por mensaje directo, en lugar de este canal',
    'What is followed here, and by you': 'Lo que se sigue aquí y lo que sigue usted',
    'No longer follow something': 'Dejar de seguir algo',
    'Which of them? /follow list shows them': '¿Cuál? /seguir lista los muestra',
    'For editors: new articles, corrections and open questions, daily or weekly in this channel':
      'Para la redacción: artículos nuevos, correcciones y preguntas abiertas, cada día o semana aquí',
    'Each day at an hour': 'Cada día a una hora',
    'At which hour, 0 to 23': 'A qué hora, de 0 a 23',
    'The time zone of this server, e.g. Europe/Berlin; it is kept for all of its digests':
      'La zona horaria de este servidor, p. ej. Europe/Madrid; vale para todos sus boletines',
    'Also questions without an answer; yes unless you say no':
      'También preguntas sin respuesta; sí, salvo que diga que no',
    'Once a week at an hour': 'Una vez por semana a una hora',
    'On which day; Monday unless you say otherwise': 'Qué día; lunes si no dice otra cosa',
    'No digest in this channel any more': 'Ningún boletín más en este canal',
    'When the next comes, and what it would say now, to you alone':
      'Cuándo llega el próximo y qué diría ahora, solo para usted',
    'The newest answer here, or a thread’s answers, as a document with footnotes':
      'La última respuesta de aquí, o las de un hilo, como documento con notas al pie',
    'How it is written (Word when left out)': 'En qué forma (Word si se omite)',
    'How many of the newest answers (1 when left out; in a thread, all of them)':
      'Cuántas de las últimas respuestas (1 si se omite; en un hilo, todas)',
  },
} as const satisfies CommandWords;
