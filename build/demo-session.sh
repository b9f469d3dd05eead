#!/usr/bin/env bash
# usage: demo-session.sh SCX_RUN_DLL OBJECT SECONDS: attaches a scheduler, shows what the kernel says of it, puts a load on it, detaches.
set -eu
scx_run=$1 object=$2 seconds=$3
sysfs=/sys/kernel/sched_ext

echo "\$ scx-run $(basename "$object")"
dotnet "$scx_run" "$object" --for "$seconds" &
runner=$!
until [ "$(cat $sysfs/state)" = enabled ]; do
    kill -0 $runner 2>/dev/null || { wait $runner; exit; }
    sleep 0.2
done
for file in state root/ops; do
    echo "\$ cat $sysfs/$file"
    cat $sysfs/$file
done
if command -v stress-ng >/dev/null; then
    stress-ng --quiet --cpu 2 --switch 2 --timeout "$((seconds > 3 ? seconds - 3 : 1))s" || true
fi
wait $runner
echo "\$ cat $sysfs/state"
cat $sysfs/state
