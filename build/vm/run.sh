#!/usr/bin/env bash
# Runs a command in a virtual machine with a Debian kernel: see --help, and README.md beside this file.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"
. "$vm_dir/options.sh"
. "$vm_dir/qemu.sh"

# Whichever way this ends, nothing goes on running and nothing is left lying about.
run_dir='' guest='' followers=()
cleanup() {
    trap - ERR
    [[ -z $guest ]] || { kill "$guest" && wait "$guest"; } 2>/dev/null || true
    ((!${#followers[@]})) || { kill "${followers[@]}" && wait "${followers[@]}"; } 2>/dev/null || true
    [[ -z $run_dir ]] || rm -rf "$run_dir"
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# The command and what starts it travel in a second archive behind the kernel's own initramfs.
pack() {
    local tree=$run_dir/tree directory=/root
    [[ $(pwd -P)/ != "$repository"/* ]] || directory=$(pwd -P)
    mkdir -p "$tree/vm"
    cp "$vm_dir/init" "$tree/"
    cp "$vm_dir/session" "$tree/vm/"
    {
        printf 'repository=%q\ndirectory=%q\n' "$repository" "$directory"
        ((!${#inputs[@]})) || echo inputs=yes
        [[ -z $out ]] || echo out=yes
    } >"$tree/vm/settings"
    {
        printf exec
        printf ' %q' "${command[@]}"
    } >"$tree/vm/command"
    (cd "$tree" && find . | cpio --quiet -o -H newc -R 0:0) | cat "$kernel_dir/initramfs.cpio" - >"$run_dir/initramfs"
    if ((${#inputs[@]})); then
        mkdir "$run_dir/inputs"
        cp -a --reflink=auto -- "${inputs[@]}" "$run_dir/inputs/"
    fi
    [[ -z $out ]] || { mkdir -p "$out" && out=$(cd "$out" && pwd -P); }
}

start() {
    qemu_arguments
    # setpriv: should this script be killed outright, the guest goes with it.
    TMPDIR=$run_dir setpriv --pdeathsig TERM timeout -k 5 "$timeout" setpriv --pdeathsig KILL "${qemu[@]}" \
        </dev/null >"$run_dir/qemu" 2>&1 &
    guest=$!
}

# follow FILE: passes on what is written to it for as long as the guest runs.
follow() {
    : >>"$run_dir/$1"
    setpriv --pdeathsig KILL tail -c +1 -s 0.05 --pid="$guest" -f "$run_dir/$1" &
    followers+=($!)
}

# Waits for the guest, and for the rest of its output. Status: that of `timeout`.
finish() {
    local ended status guest_status=0
    while [[ -n $guest ]]; do
        status=0
        wait -n -p ended "$guest" "${followers[@]}" || status=$?
        if [[ $ended == "$guest" ]]; then
            guest='' guest_status=$status
        elif ((status)); then
            exit 141 # no one reads the output any more
        fi
    done
    wait "${followers[@]}" || true
    followers=()
    return "$guest_status"
}

report_failure() {
    say "error: the guest ended without finishing the command$([[ -n $verbose ]] || echo "; the end of its console:")"
    [[ -n $verbose ]] || tail -n 30 "$run_dir/console" >&2
    cat "$run_dir/qemu" >&2
}

options_parse "$@"
if ((${#fetch[@]})); then
    for series in "${fetch[@]}"; do "$vm_dir/kernel.sh" "$series"; done
    "$vm_dir/guest.sh" root "${packages[@]}"
    "$vm_dir/guest.sh" dotnet
    exit
fi
need qemu-system-x86_64 cpio setpriv timeout
kernel_dir=$("$vm_dir/kernel.sh" "$kernel")
grep -q '^CONFIG_SCHED_CLASS_EXT=y' "$kernel_dir/config" || say "warning: Debian builds this kernel without sched_ext"
root_disk=$("$vm_dir/guest.sh" root "${packages[@]}")
dotnet_disk=$("$vm_dir/guest.sh" dotnet)
repository=$(cd "$vm_dir/../.." && pwd -P)
run_dir=$(mktemp -d "${TMPDIR:-/tmp}/scx-vm.XXXXXX")

pack
start
follow stdout
follow stderr >&2
[[ -z $verbose ]] || follow console >&2
finish && ended=0 || ended=$?

if read -r status uptime <"$run_dir/status"; then
    [[ -z $verbose ]] || say "kernel $(<"$kernel_dir/version"): the command started at ${uptime} s, all took $SECONDS s"
    exit "$status"
elif ((ended == 124 || ended == 137)); then
    say "error: the time is up ($timeout s)"
    exit 124
fi
report_failure
exit "$vm_failure"
