/** Why the neural reader does not read, for /status. */
export default {
  'reader.switched-off': 'switched off (READER=off)',
  'reader.loading': 'being loaded',
  'reader.memory':
    'off: the program needs 1 GB with it, and there are {megabytes} MB (READER=on reads all the same)',
  'reader.ended': 'its thread ended; it starts again in {seconds:a second|# seconds}',
  'reader.overloaded': 'more questions come than it can read; some are answered with words alone',
  'reader.stopping': 'the program is stopping',
  'reader.no-weights': 'off: its weights cannot be loaded',
  'reader.no-library': 'off: its native library does not load here ({platform}, {processor})',
  'reader.unread': 'off: {file} cannot be read: install Pullquote again, or set READER=off',
  'reader.other':
    'off: {file} is not the file that SHA256SUMS beside it names: install Pullquote again, or set READER=off',
  'reader.unnamed':
    'off: SHA256SUMS in {folder} does not name {file}: install Pullquote again, or set READER=off',
} as const;
