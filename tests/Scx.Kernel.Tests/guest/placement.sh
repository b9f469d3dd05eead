# Sourced by claims.sh: on which CPUs tasks run.
# shellcheck shell=bash

# trace_switches SECONDS [FILTER]: leaves the switches of that time in the kernel's trace.
trace_switches() {
    echo mono >$tracing/trace_clock
    echo 8000 >$tracing/buffer_size_kb
    echo >$tracing/trace
    echo "${2:-0}" >$tracing/events/sched/sched_switch/filter
    echo 1 >$tracing/events/sched/sched_switch/enable
    sleep "$1"
    echo 0 >$tracing/events/sched/sched_switch/enable
    echo 0 >$tracing/events/sched/sched_switch/filter
}

# spread SECONDS: a task for each CPU that wakes there every 400 ms and does hardly anything; then all may run anywhere, and one CPU would do. Reports on how many
# CPUs eight turns in a row of these tasks take place, in hundredths and in the mean, and how many turns there were.
spread() {
    local last=$(($(nproc) - 1)) pids=() cpu pid
    ln -sf "$(command -v bash)" /tmp/light
    mkfifo /tmp/never
    for cpu in $(seq 0 $last); do
        /tmp/light -c 'while :; do read -t 0.4; done' 0<>/tmp/never &
        pids+=($!)
        taskset -pc "$cpu" $! >/dev/null
    done
    sleep 1
    for pid in "${pids[@]}"; do taskset -pc "0-$last" "$pid" >/dev/null; done
    sleep 2
    trace_switches "$1" 'next_comm == "light"'
    kill "${pids[@]}"
    wait "${pids[@]}" 2>/dev/null
    rm /tmp/never
    awk '
        /sched_switch: / && match($0, / \[[0-9]+\] /) {
            cpu = substr($0, RSTART + 2, RLENGTH - 4) + 0
            turns++
            used[cpu]
            if (turns % 8 == 0) { windows++; distinct += length(used); delete used }
        }
        END { print "turns=" turns + 0; print "cpus=" (windows ? int(100 * distinct / windows) : 0) }' $tracing/trace
}

# siblings SECONDS: two cgroups with four tasks each that only compute; of points in time a millisecond apart at which two CPUs that differ by half
# their number both have such tasks, how many there were, and how many of these had tasks of different cgroups. From the kernel's own trace.
siblings() {
    local root=/sys/fs/cgroup group pids=()
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
    trace_switches "$1"
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
