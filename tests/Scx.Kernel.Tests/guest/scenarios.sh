#!/usr/bin/env bash
# Runs the scenarios of tests/Scenarios on this kernel.
set -u
configuration=$1
shift
exec dotnet "tests/Scenarios/bin/$configuration/net10.0/Scenarios.dll" "$@"
