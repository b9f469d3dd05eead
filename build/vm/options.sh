# Sourced by run.sh: its options.
# shellcheck shell=bash disable=SC2034 # all of these are run.sh's

usage() {
    cat <<'EOF'
Runs a command in a virtual machine with a Debian kernel, and gives back its output and status.

usage: build/vm/run.sh --kernel SERIES [OPTION...] -- COMMAND [ARG...]
       build/vm/run.sh --fetch SERIES...     only prepares
       build/vm/run.sh --list                the kernels there are

  --kernel SERIES    7.3 (the newest of it), or a version such as 7.3.4
  --cpus N           virtual CPUs (2)
  --memory MB        memory (2048)
  --timeout SEC      seconds until the guest is ended, its start included (300)
  --input PATH       a file or directory to copy to /w (repeatable); the guest may change its copy
  --out DIR          where files come to that the command writes to /out
  --package NAME     one more Debian package in the guest (repeatable)
  --append ARGS      more arguments for the kernel
  --qemu-args ARGS   more arguments for QEMU, such as '-icount shift=0'
  --verbose          the kernel's console on stderr, and how long starting took

The repository is in the guest at the path it has here, and the command starts in the current directory if that
is inside; what it writes there stays in the guest. Also there: .NET's runtime, bpftool, stress-ng, hackbench.

status: the command's own; 124 if the time is up; 125 if the command line is wrong or the machine
failed (a kernel Debian does not have, QEMU missing, the guest's kernel died). Prepared kernels and disks are kept in $SCX_VM_CACHE
(~/.cache/scx/vm). SCX_VM_KVM=1 uses KVM in place of emulation.
EOF
}

kernel='' cpus=2 memory=2048 timeout=300 inputs=() out='' packages=() append='' qemu_args='' verbose='' fetch=() command=()

options_parse() {
    while (($#)); do
        case $1 in
            --help | -h) usage && exit 0 ;;
            --list) exec "$vm_dir/kernel.sh" --list ;;
            --fetch) shift && fetch=("$@") && break ;;
            --verbose) verbose=yes && shift && continue ;;
            --) shift && command=("$@") && break ;;
            --kernel | --cpus | --memory | --timeout | --input | --out | --package | --append | --qemu-args)
                (($# > 1)) || die "$1 needs a value" ;;
            *) die "unknown option '$1' (the command goes after --); see --help" ;;
        esac
        case $1 in
            --kernel) kernel=$2 ;;
            --cpus) cpus=$2 ;;
            --memory) memory=$2 ;;
            --timeout) timeout=$2 ;;
            --input) inputs+=("$2") ;;
            --out) out=$2 ;;
            --package) packages+=("$2") ;;
            --append) append=$2 ;;
            --qemu-args) qemu_args=$2 ;;
        esac
        shift 2
    done

    local name path
    ((${#fetch[@]})) && return
    [[ -n $kernel ]] || die "which kernel? --kernel SERIES; --list shows those there are"
    ((${#command[@]})) || die "no command given (after --)"
    for name in cpus memory timeout; do
        [[ ${!name} =~ ^[1-9][0-9]*$ ]] || die "--$name ${!name}: not a number above 0"
    done
    for path in "${inputs[@]}"; do
        [[ -e $path ]] || die "--input $path: does not exist"
    done
}
