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
