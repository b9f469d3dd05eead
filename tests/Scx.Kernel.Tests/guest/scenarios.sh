#!/usr/bin/env bash
# Runs the scenarios of tests/Scenarios on this kernel, and the random methods that the host has compiled.
set -u
configuration=$1
dotnet "tests/Scenarios/bin/$configuration/net10.0/Scenarios.dll"
echo "== differential"
dotnet "tests/Differential/bin/$configuration/net10.0/Differential.dll" --kernel "tests/Differential/bin/$configuration/objects"
echo "agree=$?"
