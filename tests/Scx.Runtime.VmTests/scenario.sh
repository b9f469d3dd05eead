# Runs in the guest: each situation in which scx-run has something to say. Arguments: scx-run.dll, the directory with the objects, that with what is refused.
program=$1 refused=$3/null_prev.bpf.o
cd "$2" || exit 1

scx_run() { dotnet "$program" "$@"; }

# situation NAME COMMAND...: what it prints and its status, in a form that VmRun reads.
situation() {
    local name=$1 status=0
    shift
    echo "#### $name"
    "$@" 2>&1 || status=$?
    printf '\n#### %d\n' "$status"
}

as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups dotnet "$program" steady.bpf.o; }

while_another_runs() {
    dotnet "$program" steady.bpf.o --no-stats 2>/dev/null &
    # Starting .NET takes long where the CPU is emulated and the machine busy.
    for _ in {1..400}; do
        [ "$(cat /sys/kernel/sched_ext/root/ops 2>/dev/null)" != steady ] || break
        sleep 0.2
    done
    timeout 60 dotnet "$program" steady.bpf.o
    local status=$?
    kill -TERM $!
    wait $!
    echo "the other ended with $?"
    cat /sys/kernel/sched_ext/state
    return $status
}

# Once it has told how it goes: starting takes long where the CPU is emulated.
interrupted() {
    local said=/tmp/interrupted
    env --default-signal=INT dotnet "$program" steady.bpf.o --json >$said 2>&1 &
    for _ in {1..600}; do
        ! grep -q '^{' $said || break
        sleep 0.2
    done
    kill -INT $!
    wait $!
    local status=$?
    cat $said
    return $status
}

without_libbpf() {
    unshare -m sh -c 'for f in /usr/lib/*/libbpf.so.1*; do mount --bind /dev/null "$f"; done; exec dotnet "$@"' - "$program" steady.bpf.o
}

situation verify scx_run steady.bpf.o --verify
situation verify-json scx_run steady.bpf.o --verify --json
situation run scx_run steady.bpf.o --for 4
situation interrupt interrupted
situation another while_another_runs
situation nobody as_nobody
situation fail scx_run steady.bpf.o --fail-after 20 --no-stats
situation forget scx_run steady.bpf.o --forget-after 20 --no-stats
situation refused scx_run "$refused" --for 5
situation refused-log scx_run "$refused" --log - --for 5
situation no-libbpf without_libbpf
