#!/usr/bin/env bash
# Compares our schedulers with the kernel tree's, compiled by clang-19: see --help, and bench/README.md.
# shellcheck source-path=SCRIPTDIR
bench_dir=$(cd "$(dirname "$0")/bench" && pwd)
. "$bench_dir/../vm/archive.sh"
. "$bench_dir/options.sh"
. "$bench_dir/sources.sh"
. "$bench_dir/measure.sh"
. "$bench_dir/compiletime.sh"

repository=$(cd "$bench_dir/../.." && pwd -P)
vm_cache=${SCX_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/scx/bench}
vm_failure=2
say() { printf 'bench: %s\n' "$*" >&2; }
die() {
    printf 'bench: error: %s\n' "$*" >&2
    exit 2
}
need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || die "'$tool' is missing; run: build/setup.sh --vm --bench"
    done
}

# our_object NAME PROJECT: builds it, and copies what it leaves to where measure looks for it.
our_object() {
    local directory object=${given[$1]:-}
    if [[ -z $object ]]; then
        say "building $2"
        [[ -d $repository/$2 ]] || die "$2 does not exist"
        dotnet build "$repository/$2" -c Release -nologo -v q >"$work/$1.build" 2>&1 ||
            { cat "$work/$1.build" >&2 && die "$2 does not build"; }
        directory=$(dotnet msbuild "$repository/$2" -p:Configuration=Release -getProperty:TargetDir)
        object=$directory$1.bpf.o
        [[ -r $object ]] || die "building $2 left no $object"
    fi
    cp "$object" "$work/$1.ours.o"
}

options_parse "$@"
need qemu-system-x86_64 gcc dpkg-deb xz
[[ -e /usr/include/bpf/libbpf.h ]] || die "libbpf's headers are missing; run: build/setup.sh --vm --bench"
work=$(mktemp -d "${TMPDIR:-/tmp}/scx-bench.XXXXXX")
trap '[[ -z $keep ]] || cp -r "$work/." "$keep"; rm -rf "$work"' EXIT
figures=$work/figures.tsv
recipe=$(recipe_id "$bench_dir/sources.sh")
sources_prepare
! part static && ! part executed || tools_make
! part time || packages_make

schedulers=()
while IFS=$'\t' read -r -u 3 name project source hot only; do
    [[ -n $name && $name != \#* ]] || continue
    ((!${#names[@]})) || [[ " ${names[*]} " == *" $name "* ]] || continue
    schedulers+=("$name")
    clang=clang-19
    [[ $only != *clang-22* ]] || clang=clang-22
    need "$clang"
    printf 'hot\t%s\t%s\t%s\n' "$name" "$hot" "$only" >>"$figures"
    our_object "$name" "$project"
    for level in v3 v4; do
        clang_compile "$source" "$work/$name.clang-$level.o" "$level" || die "$clang does not compile $source"
    done
    if part static || part executed; then
        for side in ours clang-v3 clang-v4; do measure "$name" "$side" "$only"; done
    fi
    ! part time || compile_time "$name" "$project" "$source"
done 3<"$bench_dir/schedulers.tsv"
((${#schedulers[@]})) || die "schedulers.tsv has no '${names[*]}'"

printf 'Kernel %s, sources %s, %s\n' "$kernel_version" "$(<"$source_dir/version")" "$(clang-19 --version | head -n 1)"
awk -f "$bench_dir/report.awk" -v json="$json" "$figures" && status=0 || status=$?
exit "$status"
