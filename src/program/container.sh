#!/bin/sh
# Runs the bot in a container and ends with its code. Code 78 says that only a person can mend it (a refused token, a newer
# archive, settings that contradict each other): then the container stays without the bot, unhealthy, instead of being
# started again and again.
program=
stopping=
trap 'stopping=yes; kill -TERM "$program" 2>/dev/null' TERM INT
node_modules/.bin/node src/pullquote.mjs "$@" &
program=$!
# A signal may come before the program's number is known.
[ -z "$stopping" ] || kill -TERM "$program"
wait "$program"
code=$?
# A signal interrupts the wait; the program then still has up to ten seconds to finish.
while kill -0 "$program" 2>/dev/null; do
  wait "$program"
  code=$?
done
[ "$code" = 78 ] || exit "$code"
waiting=
trap 'kill "$waiting" 2>/dev/null; exit 78' TERM INT
echo 'The bot will not be started again: correct what the line above says, then restart the container.' >&2
while :; do
  sleep 3600 &
  waiting=$!
  wait "$waiting"
done
