#!/usr/bin/env bash
# Puts the schedulers of this repository through a storm: see --help.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
    cat <<'TEXT'
usage: build/storm.sh [--kernel SERIES] [--seconds N] [NAME...]

Runs each scheduler in a VM with 4 CPUs while CPU hogs, context switches, fork storms, hackbench, changes of affinity, CPUs going off and on
line and moves between cgroups go on at once, and checks that it was neither stopped nor started again.

  --kernel SERIES   (7.3)
  --seconds N       how long the storm lasts for each (60)
  NAME              simple, simple-fifo, toy, central, cpu0, nest, pair, userland, qmap, flatcg, sdt, prev (default: all)

Exit status: 0 if all held out, 1 if one did not, 2 for wrong usage.
TEXT
}

kernel=7.3 seconds=60 names=()
while [ $# -gt 0 ]; do
    case $1 in
        -h | --help) usage; exit 0 ;;
        --kernel | --seconds)
            [ $# -gt 1 ] || { echo "storm.sh: $1 needs a value" >&2; exit 2; }
            printf -v "${1#--}" %s "$2"
            shift
            ;;
        -*) echo "storm.sh: unknown option '$1'; --help lists them" >&2; exit 2 ;;
        *) names+=("$1") ;;
    esac
    shift
done
dotnet build tests/Scx.Kernel.Tests -c Release -nologo -v quiet
build/vm/run.sh --kernel "$kernel" --cpus 4 --timeout 7200 -- \
    bash tests/Scx.Kernel.Tests/guest/schedulers.sh Release "$seconds" "${names[@]}" | tee /dev/stderr |
    awk -F= '
        function verdict() {
            if (name == "" || name ~ /^(tools|qmap-.*)$/) return
            held = load == 0 && state == "enabled" && restarts == 0 && status == 0 && backwards == ""
            print (held ? "ok   " : "FAIL ") name
            if (!held) failed = 1
            count++
        }
        /^== / { verdict(); name = substr($0, 4); load = state = restarts = status = "?"; backwards = "?"; next }
        $1 == "load" { load = $2 }
        $1 == "state_after_load" { state = $2 }
        $1 == "restarts" { restarts = $2 }
        $1 == "status" { status = $2 }
        $1 == "backwards" { backwards = $2 }
        END { verdict(); exit failed || !count }'
