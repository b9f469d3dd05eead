#!/usr/bin/env bash
# Runs each scheduler on this kernel under a load, and reports what the kernel and the scheduler say: lines "key=value" under "== NAME".
set -u
configuration=$1
scx_run="dotnet src/Scx.Runtime/Cli/bin/$configuration/net10.0/scx-run.dll"
simple=schedulers/Simple/bin/$configuration/net10.0/simple.bpf.o
toy="dotnet schedulers/Toy/bin/$configuration/net10.0/Toy.dll"
sysfs=/sys/kernel/sched_ext
bpffs=/sys/fs/bpf

state() { cat $sysfs/state 2>/dev/null; }

await() { # STATE SECONDS
    for _ in $(seq $(($2 * 5))); do
        [ "$(state)" = "$1" ] && return 0
        sleep 0.2
    done
    return 1
}

load() {
    stress-ng --quiet --cpu 2 --switch 2 --fork 1 --timeout 3s >/dev/null 2>&1 || return 1
    hackbench -g 2 -l 60 >/dev/null 2>&1
}

trial() { # SECTION COMMAND…: attaches, loads, interrupts
    echo "== $1"
    shift
    # A shell makes its background jobs deaf to Ctrl-C.
    env --default-signal=INT "$@" >/tmp/out 2>/tmp/err &
    local pid=$!
    await enabled 60
    echo "state=$(state)"
    echo "ops=$(cat $sysfs/root/ops 2>/dev/null)"
    echo "locked_kb=$(awk '/^VmLck:/ { print $2 }' /proc/$pid/status)"
    load
    echo "load=$?"
    sleep 2
    echo "state_after_load=$(state)"
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
    grep -E '^[A-Za-z]+=[0-9]' /tmp/out | tail -n 1 | sed 's/^/stats=/'
    grep -hE '^EXIT: ' /tmp/out /tmp/err | tail -n 1 | sed 's/^/exit=/'
    tail -n 3 /tmp/out | sed 's/^/out: /'
    sed 's/^/err: /' /tmp/err
    dmesg | grep -E 'sched_ext: ' | tail -n 2 | sed 's/^/dmesg: /'
}

trial simple $scx_run $simple
trial simple-fifo $scx_run $simple --fifo
trial toy $toy

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
