/** What did not work, and who may do what. */
export default {
  'error.input': '{command} cannot be run like that ({faults}).',
  'error.old-button': 'This button is too old or was changed: ask again for a new one.',
  'error.editors': "{command} is for editors: ask someone who manages this server for the editors' role.",
  'error.editors-button':
    "This button is for editors: ask someone who manages this server for the editors' role.",
  'error.elsewhere': 'Questions are answered in {channels}: ask there.',
  'error.opening-none':
    'The archive is still being opened: {read} of {articles:# article|# articles} so far, and none of these answers it. Ask again in a minute.',
  'error.opening':
    'The archive is still being opened: {read} of {articles:# article|# articles} so far. Ask again for the rest.',
  'error.looked-at':
    'Looked at {articles:# article|# articles} of the {of} that speak of it: name dates or more words for the others.',
  'error.reference': '{what}; reference {reference} is in the log.',
  'error.unexpected': 'That did not work, and it is not your fault',
  'error.store-unreachable':
    'The archive does not answer at the moment and is tried again by itself: ask again in a few seconds',
  'error.store-locked': 'The archive is in use at the moment: try again',
  'error.store-full':
    'The archive cannot grow because its disk is full: whoever runs Pullquote must make room, questions are still answered',
  'error.store-damaged':
    'The archive is damaged here: whoever runs Pullquote can mend it with “pullquote restore FILE” and the last backup',
  'error.store-readonly':
    'The archive can only be read at the moment: whoever runs Pullquote must let it write',
  'error.still-opening': 'The archive of this server is being opened: try again in a moment.',
  'error.server-only':
    'This works in a server only: here there are just the house articles, which nobody changes.',
  'error.question': 'That cannot be asked: the question {fault}.',
  'fault.of': '{name} {fault}',
  'fault.empty': 'must not be empty',
  'fault.long': 'must be at most {characters:# character|# characters}',
  'fault.list': 'must be chosen from the list',
  'fault.day': 'must be a date such as 2017-07-31',
  'fault.other': 'cannot be read',
  'missing.passage': 'There is no passage here: it was removed, or never was. Ask again.',
  'missing.retracted': '“{headline}” was retracted on {day}: {reason}',
  'missing.receipt': '“{typed}” is not a receipt; one looks like article-id.r1.s5.',
  'missing.several': '“{typed}” can mean {names}: choose one from the list.',
  'missing.named': '“{headline}” ({id})',
  'missing.article': 'There is no article “{typed}”; /articles lists those there are.',
  'missing.article-close': 'There is no article “{typed}”; close ones are {names}.',
  'missing.choose': 'There is no article “{typed}” here: choose one from the list that opens as you type.',
  'missing.restorable': '{retracted} /article restore article:{id} brings it back.',
  'missing.house':
    '“{id}” is a house article, which every server reads: whoever runs Pullquote changes its file in ARTICLES_DIR.',
  'missing.many': 'There are {articles:# article|# articles} here: name a topic or an article.',
  'missing.swapped': '“from” ({from}) is after “to” ({to}): swap them.',
  'missing.mention': 'No article here mentions “{company}”.',
  'missing.mention-close': 'No article here mentions “{company}”; close names are {names}.',
  'missing.dates': 'No article here falls between those dates.',
  'missing.dates-about': 'No article here between those dates mentions “{company}”.',
  'click.copied': '{receipt}, exactly as stored; the file holds the same bytes.',
  'click.not-yours': 'Only who asked, or a moderator, can delete this.',
  'click.feedback': 'What did you look for?',
  'click.feedback-hint': 'The desk reads this; your name is not kept with it.',
  'click.thanks': 'Thank you: the desk has your note.',
  'click.more':
    '{sentences:# further matching sentence|# further matching sentences}, less likely to answer:',
  'click.no-example': 'This example is no longer here: /help shows what there is.',
  'busy.later': 'More is asked at the moment than I can answer in time: ask again in a minute.',
  'busy.flood': 'You ask faster than I can answer: try again in {seconds:a second|# seconds}.',
  'busy.gone': 'This command is no longer here: /help lists those there are.',
  'busy.late': 'This came {seconds:a second|# seconds} late because Discord asked to wait.',
  'busy.deleted': 'The message that this belongs to was deleted.',
  'busy.expired': 'The private reply that this belongs to has expired or was dismissed.',
  'refused.forbidden':
    'I may not post that in {channel}: someone who manages this server can give me there what I was invited with (View Channels, Send Messages, Send Messages in Threads, Embed Links, Attach Files, Read Message History).',
  'refused.not-taken':
    'Discord did not take my answer in {channel}: its thread may be locked or archived, or Discord has trouble. Ask in another channel, or again in a minute.',
  'refused.expired':
    'What you asked for in {channel} took longer than the 15 minutes for which Discord keeps a reply open: ask again there.',
  'refused.that-channel': 'that channel',
  'refused.not-removed': 'Discord did not let me delete this message: try again, or ask a moderator.',
  'refused.unreadable':
    'I cannot read this: Discord shows me only messages that mention me, not my role. Start your question with my name.',
  'refused.which-server':
    'You are in several servers with me, and each has its own articles. Ask in the one you mean: {servers}.',
  'outside.which': 'You share several servers with me, and each has its own articles. Which one do you mean?',
  'outside.choose': 'Choose a server',
  'outside.remembered': 'I remember it for the next time; under an answer you can choose another.',
  'outside.kept': 'From now on I read the articles of {server} for you here: ask again.',
  'outside.read-in': 'Read in the archive of {server}; only you can see this here.',
  'outside.house-only': 'You share no server with me: only the house articles were read.',
  'outside.another': 'Another server',
  'share.too-old': 'This reply is too old to be shared as it was shown: ask again.',
  'share.may-not': 'You may not write in this channel, so this cannot be shared here.',
  'fault.id': 'must be lower-case letters and digits with single hyphens',
  'fault.address': 'must be an address such as https://example.org/page',
  'fault.feed-address': 'must be an address such as https://example.org/rss.xml',
  'fault.calendar': 'must be a date of the calendar such as 2017-10-23 or 2017-10-23T09:30:00Z',
  'fault.language': 'must be a language tag such as en or pt-BR',
  'error.not-told': 'The reason was kept in words that this version does not know.',
  'error.damaged':
    'The stored text of “{id}”, revision {revision}, is damaged and is not quoted: stop Pullquote and run “pullquote restore FILE” with your last backup.',
  'job.failed': 'It failed; the log has the cause.',
  'job.gone': 'It was given up.',
  'job.too-often':
    'It ended the program {times:# time|# times}: add its articles one by one to find out which.',
  'job.no-text': 'There is no text to keep here: give the text again.',
} as const;
