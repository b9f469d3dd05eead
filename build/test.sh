#!/usr/bin/env bash
# Builds everything and runs every test: on the host, and on real kernels in a VM. Ends with one line "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
    cat <<'TEXT'
usage: build/test.sh [--no-vm] [--no-setup] [PROJECT...]

  --no-vm      leave out the tests that boot a kernel
  --no-setup   do not install missing packages
  PROJECT      names of test projects, such as Scx.Compiler.Tests (default: all)

Exit status: 0 if every test passed, 1 if one failed, 2 for wrong usage.
TEXT
}

vm=1 setup=1 projects=()
while [ $# -gt 0 ]; do
    case $1 in
        -h | --help) usage; exit 0 ;;
        --no-vm) vm=0 ;;
        --no-setup) setup=0 ;;
        -*) echo "test.sh: unknown option '$1'; --help lists them" >&2; exit 2 ;;
        *) projects+=("tests/${1%/}/${1%/}.csproj") ;;
    esac
    shift
done
if [ ${#projects[@]} -eq 0 ]; then
    mapfile -t projects < <(ls tests/*Tests/*.csproj)
fi
if [ $setup = 1 ]; then
    build/setup.sh $([ $vm = 1 ] && echo --vm)
fi
if [ $vm = 1 ]; then
    # A kernel that cannot be fetched is a failure of its own, told before any test runs.
    build/vm/run.sh --fetch 7.3 7.0 6.18 6.16
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet build Scx.slnx -nologo -v quiet
for project in "${projects[@]}"; do
    case $project in
        *Scx.Kernel.Tests* | *VmTests*) [ $vm = 1 ] || continue ;;
    esac
    echo "== $(basename "$project" .csproj)" | tee -a "$log"
    dotnet test "$project" --no-build --nologo -v quiet --logger "console;verbosity=normal" 2>&1 | tee -a "$log" | grep -vE '^ +Passed |^$' || status=1
done

count() { sed -nE "s/^ +$1: +([0-9]+)$/\1/p" "$log" | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(count Passed) failed=$(count Failed) skipped=$(count Skipped)
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then
    echo "test.sh: a test run ended abnormally" >&2
    failed=1
fi
# Again, and short, as what a test on a kernel says may be longer than what is kept of a log.
awk '/^== Scx/{ project = $2 } /^ +Failed /{ print "failed: " project ": " $2; rest = 4 } rest && rest-- && !/^ +Failed /' "$log" | cut -c1-200
echo "$passed passed, $failed failed, $skipped skipped"
[ "$status" = 0 ] && [ "$passed" -gt 0 ]
