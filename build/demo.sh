#!/usr/bin/env bash
# From a checkout to a C# scheduler at work: installs what is missing, builds, and runs schedulers/Simple. On this kernel if it has sched_ext
# and we are root, otherwise in a VM.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
    cat <<'TEXT'
usage: build/demo.sh [--vm] [--kernel SERIES] [--seconds N]

  --vm             use the VM even if this kernel has sched_ext
  --kernel SERIES  kernel of the VM (default 7.3)
  --seconds N      how long to run (default 8)
TEXT
}

vm=0 kernel=7.3 seconds=8
while [ $# -gt 0 ]; do
    case $1 in
        -h | --help) usage; exit 0 ;;
        --vm) vm=1 ;;
        --kernel) kernel=${2:?--kernel needs a series, such as 7.3}; shift ;;
        --seconds) seconds=${2:?--seconds needs a number}; shift ;;
        *) echo "demo.sh: unknown option '$1'; --help lists them" >&2; exit 2 ;;
    esac
    shift
done
if [ ! -d /sys/kernel/sched_ext ] || [ "$(id -u)" != 0 ]; then
    vm=1
fi

say() { printf '\n== %s\n' "$*"; }

say "Installing what is missing"
build/setup.sh $([ $vm = 1 ] && echo --vm)
say "Building the toolchain and schedulers/Simple"
dotnet build schedulers/Simple -c Release -nologo -v quiet
dotnet build src/Scx.Runtime/Cli -c Release -nologo -v quiet
object=schedulers/Simple/bin/Release/net10.0/simple.bpf.o
ls -l "$object"
session="build/demo-session.sh src/Scx.Runtime/Cli/bin/Release/net10.0/scx-run.dll $object $seconds"
if [ $vm = 1 ]; then
    say "Running it on Linux $kernel in a VM"
    exec build/vm/run.sh --kernel "$kernel" -- bash $session
fi
say "Running it on this kernel, $(uname -r)"
exec bash $session
