#!/usr/bin/env bash
# Counts the lines of code of our schedulers and of the C ones they are modelled on: see --help.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
bench_dir=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$bench_dir/../.." && pwd -P)
. "$bench_dir/../vm/archive.sh"
. "$bench_dir/sources.sh"
vm_cache=${SCX_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/scx/bench}
series=7.3 scx=''
say() { printf 'lines: %s\n' "$*" >&2; }
die() {
    printf 'lines: error: %s\n' "$*" >&2
    exit 2
}

usage() {
    cat <<'TEXT'
usage: build/bench/lines.sh [--scx DIR]

Lines of code of each scheduler in C# and of its original in C, counted alike: empty lines and those with nothing but a comment do not
count. The kernel half in C is NAME.bpf.c with its header, the user half NAME.c; in C# what uses Scx.Runtime is the user half. Where C# has
none, scx-run does its work.

  --scx DIR   a directory with the C sources of schedulers that the kernel's tree does not have (scx_prev, scx_nest): scheds/c of the scx
              repository before they left it, commit d1810e621~1

Exit status: 0 if each scheduler has at most two thirds of the lines of its original, 1 if not, 2 for wrong usage or missing sources.
TEXT
}

while (($#)); do
    case $1 in
        -h | --help) usage && exit 0 ;;
        --scx) (($# > 1)) && scx=$2 && shift 2 ;;
        *) die "unknown option '$1'; see --help" ;;
    esac
done
recipe=$(recipe_id "$bench_dir/sources.sh")
sources_fetch

# code_lines FILE...: of all of them together.
code_lines() { if (($#)); then cat "$@" | awk -f "$bench_dir/codelines.awk"; else echo 0; fi; }

status=0
printf '%-10s %28s %28s %7s\n' scheduler 'C kernel + user = all' 'C# kernel + user = all' 'C# / C'
for project in "$repository"/schedulers/*/; do
    directory=${project%/} name=$(basename "$project" | tr '[:upper:]' '[:lower:]') original=''
    for from in "$source_dir/tools/sched_ext" "$scx"; do
        [[ ! -e $from/scx_$name.bpf.c ]] || { original=$from && break; }
    done
    mapfile -t user < <(grep -lx 'using Scx.Runtime;' "$directory"/*.cs || true)
    mapfile -t kernel < <(grep -Lx 'using Scx.Runtime;' "$directory"/*.cs || true)
    ours=("$(code_lines "${kernel[@]}")" "$(code_lines "${user[@]}")")
    if [[ -z $original ]]; then
        printf '%-10s %28s %28s %7s\n' "$name" - "${ours[0]} + ${ours[1]} = $((ours[0] + ours[1]))" -
        continue
    fi
    theirs=("$(code_lines "$original/scx_$name".bpf.c $([[ ! -e $original/scx_$name.h ]] || echo "$original/scx_$name.h"))"
        "$(code_lines "$original/scx_$name.c")")
    awk -v name="$name" -v ck="${theirs[0]}" -v cu="${theirs[1]}" -v k="${ours[0]}" -v u="${ours[1]}" 'BEGIN {
        over = 3 * (k + u) > 2 * (ck + cu)
        printf "%-10s %28s %28s %6.2f%s\n", name, ck " + " cu " = " ck + cu, k " + " u " = " k + u, (k + u) / (ck + cu), over ? "!" : ""
        exit over
    }' || status=1
done
exit "$status"
