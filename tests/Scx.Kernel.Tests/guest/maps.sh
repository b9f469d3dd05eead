#!/usr/bin/env bash
# Runs the scheduler that uses every kind of map and prints what its user half finds; then one with a map that cannot be made.
set -u
echo "== maps"
dotnet "tests/MapsScheduler/bin/$1/net10.0/MapsScheduler.dll"
echo "== options"
dotnet "src/Scx.Runtime/Cli/bin/$1/net10.0/scx-run.dll" "tests/MapsScheduler/bin/$1/net10.0/maps.bpf.o" --thoroughness thrice 2>&1
echo "== huge"
dotnet "src/Scx.Runtime/Cli/bin/$1/net10.0/scx-run.dll" "tests/MapsScheduler/bin/$1/net10.0/huge.bpf.o" --for 1 2>&1
