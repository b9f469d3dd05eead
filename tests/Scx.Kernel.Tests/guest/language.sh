#!/usr/bin/env bash
# Attaches the scheduler that computes in its callbacks, and prints what it computed as one JSON object.
set -u
exec dotnet "src/Scx.Runtime/Cli/bin/$1/net10.0/scx-run.dll" "tests/LanguageScheduler/bin/$1/net10.0/language.bpf.o" --json --interval 1 --for 8
