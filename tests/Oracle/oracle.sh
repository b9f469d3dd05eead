#!/usr/bin/env bash
# Asks a real kernel about every case of tests/corpus and about mutants of the valid ones: see README.md.
#   oracle.sh [--kernel SERIES] [--mutants COUNT] [--seed SEED] [--only TEXT] [--keep DIRECTORY] [--no-build]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
kernel=7.3 mutants=300 seed=1 only='' directory='' build=1
while [ $# -gt 0 ]; do
    case $1 in
        --kernel) kernel=$2 ;;
        --mutants) mutants=$2 ;;
        --seed) seed=$2 ;;
        --only) only=$2 ;;
        --keep) directory=$2 ;;
        --no-build) build=0; shift; continue ;;
        *) sed -n '2,3s/^# *//p' "$0"; exit 2 ;;
    esac
    shift 2
done
if [ -z "$directory" ]; then
    directory=$(mktemp -d)
    trap 'rm -rf "$directory"' EXIT
fi
mkdir -p "$directory/objects"
[ $build = 0 ] || dotnet build "$here/Oracle.csproj" -nologo -v quiet
dotnet run --project "$here" --no-build -- prepare "$directory/objects" "$mutants" "$seed" "$only"
gcc -O2 -Wall -Wextra -Wno-unused-parameter -Werror "$here/load.c" -lbpf -o "$directory/load"
"$here/../../build/vm/run.sh" --kernel "$kernel" --timeout $((1200 + mutants * 2)) --input "$directory/load" --input "$directory/objects" -- /w/load /w/objects >"$directory/results.tsv"
dotnet run --project "$here" --no-build -- compare "$directory/objects" "$directory/results.tsv"
