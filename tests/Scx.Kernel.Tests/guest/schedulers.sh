#!/usr/bin/env bash
# schedulers.sh CONFIGURATION [SECONDS [NAME…]]: puts each scheduler through a storm (storm.sh) on this kernel, and reports what the kernel and
# the scheduler say: lines "key=value" under "== NAME".
set -u
configuration=$1
seconds=${2:-4}
shift $(($# < 2 ? $# : 2))
wanted=" $* "
scx_run="dotnet src/Scx.Runtime/Cli/bin/$configuration/net10.0/scx-run.dll"
sysfs=/sys/kernel/sched_ext
bpffs=/sys/fs/bpf
guest=tests/Scx.Kernel.Tests/guest

# output PROJECT FILE: what building a scheduler left.
output() { echo "schedulers/$1/bin/$configuration/net10.0/$2"; }

state() { cat $sysfs/state 2>/dev/null; }

await() { # STATE SECONDS
    for _ in $(seq $(($2 * 5))); do
        [ "$(state)" = "$1" ] && return 0
        sleep 0.2
    done
    return 1
}

# Counters that a later line of statistics has lower than an earlier one. Perf… is no counter, but what was last seen.
backwards() {
    grep -E '^[A-Za-z0-9]+=[0-9]' /tmp/out | awk '{
        for (i = 1; i <= NF; i++) {
            split($i, pair, "=")
            if (pair[1] ~ /^Perf/) continue
            if (pair[2] + 0 < last[pair[1]]) print pair[1]
            last[pair[1]] = pair[2] + 0
        }
    }' | sort -u | tr '\n' ' '
}

# late_threads PID: how many of a process's threads were started after the scheduler was enabled.
late_threads() {
    local enabled
    enabled=$(dmesg | sed -n 's/^\[ *\([0-9.]*\)\] sched_ext: BPF scheduler .* enabled$/\1/p' | tail -n 1)
    # Clock ticks since the machine started, behind the name, which may have blanks in it.
    sed 's/.*) //' "/proc/$1"/task/*/stat | awk -v enabled="$enabled" -v hz="$(getconf CLK_TCK)" '$20 > enabled * hz { n++ } END { print n + 0 }'
}

. $guest/claims.sh

trial() { # NAME COMMAND…: attaches, loads, measures what the scheduler claims, interrupts
    [[ $wanted == *[!\ ]* && $wanted != *" $1 "* ]] && return
    local name=$1
    echo "== $name"
    shift
    # A shell makes its background jobs deaf to Ctrl-C.
    env --default-signal=INT "$@" >/tmp/out 2>/tmp/err &
    local pid=$! sequence
    await enabled 60 || { cat /tmp/out /tmp/err && kill -KILL $pid && return; }
    echo "state=$(state)"
    echo "ops=$(cat $sysfs/root/ops 2>/dev/null)"
    echo "locked_kb=$(awk '/^VmLck:/ { print $2 }' /proc/$pid/status)"
    sequence=$(cat $sysfs/enable_seq)
    bash $guest/storm.sh "$seconds" >/tmp/storm 2>&1
    echo "load=$?"
    cat /tmp/storm
    echo "late_threads=$(late_threads $pid)"
    ! declare -F "claim_$name" >/dev/null || "claim_$name" $pid
    sleep 2
    echo "state_after_load=$(state)"
    echo "restarts=$(($(cat $sysfs/enable_seq) - sequence))"
    kill -INT $pid 2>/dev/null
    for _ in $(seq 100); do
        kill -0 $pid 2>/dev/null || break
        sleep 0.2
    done
    kill -KILL $pid 2>/dev/null && echo "err: had to be killed"
    wait $pid
    echo "status=$?"
    await disabled 20
    echo "after=$(state)"
    grep -E '^[A-Za-z0-9]+=[0-9]' /tmp/out | tail -n 1 | sed 's/^/stats=/'
    echo "backwards=$(backwards)"
    grep -hE '^EXIT: ' /tmp/out /tmp/err | tail -n 1 | sed 's/^/exit=/'
    tail -n 3 /tmp/out | sed 's/^/out: /'
    sed 's/^/err: /' /tmp/err
    dmesg | grep -E 'sched_ext: ' | tail -n 2 | sed 's/^/dmesg: /'
}

fault() { # NAME COMMAND…: runs what is to end by its own mistake, under a light load
    [[ $wanted == *[!\ ]* && $wanted != *" $1 "* ]] && return
    echo "== $1"
    shift
    "$@" >/tmp/out 2>/tmp/err &
    local pid=$!
    await enabled 60
    while kill -0 $pid 2>/dev/null; do
        timeout 1 bash -c 'for i in {1..50}; do true | true; done'
    done
    wait $pid
    echo "status=$?"
    grep -hE '^EXIT: ' /tmp/out /tmp/err | tail -n 1 | sed 's/^/exit=/'
    echo "dumped=$(grep -c 'QMAP' /tmp/err)"
    await disabled 20
    echo "after=$(state)"
}

simple=$(output Simple simple.bpf.o)
trial simple $scx_run "$simple"
trial simple-fifo $scx_run "$simple" --fifo
trial toy dotnet "$(output Toy Toy.dll)"
trial central $scx_run "$(output Central central.bpf.o)"
trial cpu0 $scx_run "$(output Cpu0 cpu0.bpf.o)"
# The CPUs of a VM are slow, and few.
trial nest $scx_run "$(output Nest nest.bpf.o)" --remove-ns 50000000 --reserve-max 1
trial pair $scx_run "$(output Pair pair.bpf.o)"
trial userland dotnet "$(output Userland Userland.dll)"
trial qmap $scx_run "$(output Qmap qmap.bpf.o)" --print-events
fault qmap-error $scx_run "$(output Qmap qmap.bpf.o)" --no-stats --error-after 200
fault qmap-stall $scx_run "$(output Qmap qmap.bpf.o)" --no-stats --stall-user-nth 200
trial flatcg $scx_run "$(output Flatcg flatcg.bpf.o)"
trial sdt dotnet "$(output Sdt Sdt.dll)"
trial prev $scx_run "$(output Prev prev.bpf.o)"

[[ $wanted == *[!\ ]* ]] && exit
echo "== tools"
bpftool btf dump file $simple >/tmp/btf 2>&1
echo "btf=$?"
bpftool struct_ops register $simple >/tmp/register 2>&1
echo "register=$?"
sed 's/^/register: /' /tmp/register
# Which form of the function the running kernel got.
bpftool struct_ops register $simple $bpffs/simple >/dev/null 2>&1
echo "insert=$(bpftool prog dump xlated name simple_select_cpu | grep -o 'scx_bpf_dsq_insert[_v0-9]*')"
rm -rf $bpffs/simple
