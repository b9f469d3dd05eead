# Sourced by claims.sh: on which CPUs tasks run.
# shellcheck shell=bash

# siblings SECONDS: two cgroups with four tasks each that only compute; of points in time a millisecond apart at which two CPUs that differ by half
# their number both have such tasks, how many there were, and how many of these had tasks of different cgroups. From the kernel's own trace.
siblings() {
    local root=/sys/fs/cgroup tracing=/sys/kernel/tracing group pids=()
    [ -e $tracing/trace ] || mount -t tracefs none $tracing
    echo +cpu >$root/cgroup.subtree_control
    for group in a b; do
        mkdir $root/$group
        for _ in 1 2 3 4; do
            busy 0
            echo "$busy_pid" >$root/$group/cgroup.procs
            pids+=("$group$busy_pid")
        done
    done
    sleep 1
    echo mono >$tracing/trace_clock
    echo 8000 >$tracing/buffer_size_kb
    echo 1 >$tracing/events/sched/sched_switch/enable
    sleep "$1"
    echo 0 >$tracing/events/sched/sched_switch/enable
    awk -v tasks="${pids[*]}" -v half=$(($(nproc) / 2)) '
        BEGIN { for (n = split(tasks, list, " "); n; n--) group[substr(list[n], 2)] = substr(list[n], 1, 1) }
        /sched_switch: / && match($0, / \[[0-9]+\] /) {
            cpu = substr($0, RSTART + 2, RLENGTH - 4) + 0
            match($0, / [0-9]+\.[0-9]+: sched_switch/)
            now = int(1000 * substr($0, RSTART + 1, RLENGTH - 15))
            for (i = 0; last && i < half; i++)
                if (runs[i] && runs[i + half]) {
                    both += now - last
                    if (runs[i] != runs[i + half]) mixed += now - last
                }
            last = now
            match($0, /next_pid=[0-9]+/)
            runs[cpu] = group[substr($0, RSTART + 9, RLENGTH - 9)]
        }
        END { print "both=" both + 0; print "mixed=" mixed + 0 }' $tracing/trace
    kill "${pids[@]#[ab]}"
    wait "${pids[@]#[ab]}" 2>/dev/null
    rmdir $root/a $root/b
}
