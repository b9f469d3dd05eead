# Sourced by bench.sh: its options.
# shellcheck shell=bash disable=SC2034,SC2154 # read and set in bench.sh

usage() {
    cat <<'EOT'
Compares schedulers compiled from C# with the kernel tree's own, compiled by clang: how large they are, what they
cost the verifier, how much they execute and how long compiling takes. See build/bench/README.md.

usage: build/bench.sh [OPTION...]

  --static             what is in the objects and what the kernel makes of them
  --executed           that, and the instructions executed per callback
  --time               compile times                          (all three if none is named)
  --scheduler NAME     only this one of build/bench/schedulers.tsv (repeatable)
  --object NAME=FILE   measure FILE as our NAME, in place of building its project
  --kernel SERIES      kernel to run, and whose sources are compiled (7.3)
  --rounds N           rounds of compile times (9)
  --json FILE          all figures
  --keep DIR           objects and raw figures

status: 0 all within the limits; 1 some above; 2 not measured (something missing, a build that failed).
Kernel sources and headers are kept in $SCX_BENCH_CACHE (~/.cache/scx/bench).
EOT
}

parts='' names=() series=7.3 rounds=9 json='' keep=''
declare -A given=()

options_parse() {
    while (($#)); do
        case $1 in
            --help | -h) usage && exit 0 ;;
            --static | --executed | --time) parts+=" ${1#--} " && shift && continue ;;
            --scheduler | --object | --kernel | --rounds | --json | --keep)
                (($# > 1)) || die "$1 needs a value" ;;
            *) die "unknown option '$1'; see --help" ;;
        esac
        case $1 in
            --scheduler) names+=("$2") ;;
            --object)
                [[ $2 == ?*=?* && -r ${2#*=} ]] || die "--object $2: not NAME=FILE with a file that can be read"
                given[${2%%=*}]=$(realpath "${2#*=}")
                ;;
            --kernel) series=$2 ;;
            --rounds) rounds=$2 ;;
            --json) json=$2 ;;
            --keep) keep=$2 ;;
        esac
        shift 2
    done
    parts=${parts:-' executed  time '}
    [[ $rounds =~ ^[1-9][0-9]*$ ]] || die "--rounds $rounds: not a number above 0"
    [[ -z $json ]] || : >"$json" || die "--json $json: cannot be written"
    [[ -z $keep ]] || mkdir -p "$keep" || die "--keep $keep: cannot be made"
}

part() { [[ $parts == *" $1 "* ]]; }
