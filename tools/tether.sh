#!/bin/sh
# Runs a command that must not outlive whoever started it: `sh tools/tether.sh COMMAND ARGUMENT…`, as the leader of a
# process group of its own, with a pipe as standard input. The starter never writes to the pipe. When it dies, however it
# dies, the pipe closes, and the command is ended with everything in its group.
exec 3<&0
"$@" 3<&- </dev/null &
command=$!
(
  trap '' TERM INT HUP
  read -r _ <&3
  kill -TERM "$command" 2>/dev/null
  sleep 2
  kill -KILL -$$ 2>/dev/null
) &
watcher=$!
exec 3<&-
# A signal to the group reaches the command by itself; the shell stays to report how it ended.
trap : TERM INT HUP
wait "$command"
status=$?
while kill -0 "$command" 2>/dev/null; do
  wait "$command"
  status=$?
done
kill -KILL "$watcher" 2>/dev/null
exit "$status"
