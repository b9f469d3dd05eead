#!/usr/bin/env bash
# Attaches the scheduler that computes in its callbacks, and prints what it computed as one JSON object; then the one that ends itself with a message.
set -u
scx_run="src/Scx.Runtime/Cli/bin/$1/net10.0/scx-run.dll"
dotnet "$scx_run" "tests/LanguageScheduler/bin/$1/net10.0/language.bpf.o" --json --interval 1 --for 8
status=$?
echo "== printing"
dotnet "$scx_run" "tests/LanguageScheduler/bin/$1/net10.0/printing.bpf.o" --for 20 2>&1 | sed -n 's/^EXIT: /exit=/p'
exit $status
