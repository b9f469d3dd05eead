# Sourced by the scripts beside it: the cache, its locks and how they speak.
# shellcheck shell=bash disable=SC2034,SC2154 # what is set here is used there
set -Eeuo pipefail

vm_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
vm_cache=${SCX_VM_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/scx/vm}

# What goes wrong with the machine around a command must not look like the command failing.
vm_failure=125

say() { printf 'vm: %s\n' "$*" >&2; }

die() {
    printf 'vm: error: %s\n' "$*" >&2
    exit "$vm_failure"
}

# An error no one expected is the machine's too. A script that has already explained itself says nothing twice.
trap 'status=$?; ((status == vm_failure)) || say "error: failed with $status: $BASH_COMMAND"; exit "$vm_failure"' ERR

need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || die "'$tool' is missing; run: build/setup.sh --vm"
    done
}

# A short name for a recipe: whatever an entry is made from is hashed into its name, so that an entry made
# by an older recipe is never mistaken for a current one.
recipe_id() { cat "$@" | sha256sum | cut -c1-10; }

# provide ENTRY FUNCTION [ARG...]: prints the path of a cache entry, which FUNCTION makes when it is missing.
# FUNCTION gets a path that does not exist yet, and the entry appears under its name only when complete.
provide() {
    local entry=$vm_cache/$1 make=$2
    shift 2
    if [[ ! -e $entry ]]; then
        mkdir -p "$vm_cache"
        exec {lock}>"$entry.lock"
        flock -n "$lock" || { say "waiting for another run that prepares ${entry##*/}"; flock "$lock"; }
        if [[ ! -e $entry ]]; then
            rm -rf "$entry.new"*
            # shellcheck disable=SC2064 # expanded now: the variable is gone by then
            trap "rm -rf '$entry.new'*" EXIT
            "$make" "$entry.new" "$@" >&2
            mv -T "$entry.new" "$entry"
        fi
        exec {lock}>&-
    fi
    printf '%s\n' "$entry"
}
