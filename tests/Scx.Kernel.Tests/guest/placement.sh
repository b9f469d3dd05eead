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

# spread ROUNDS: a task for each CPU that wakes every 400 ms, each at its own time, and does hardly anything: one CPU would do for all. In each round they are put
# on a CPU each, and then may run anywhere for a second. Reports on how many CPUs they have a turn each, in hundredths and in the mean, and how many turns there were.
spread() {
    local last=$(($(nproc) - 1)) pids=() cpu windows=0 turns=0 distinct=0 counted
    ln -sf "$(command -v bash)" /tmp/light
    mkfifo /tmp/never
    for cpu in $(seq 0 $last); do
        # shellcheck disable=SC2016
        /tmp/light -c 'while :; do
            past=$(((${EPOCHREALTIME/./} + 400000 - $1) % 400000))
            printf -v rest 0.%06d $((400000 - past))
            read -t $rest
        done' light $((400000 * cpu / (last + 1))) 0<>/tmp/never &
        pids+=($!)
    done
    for _ in $(seq "$1"); do
        for cpu in $(seq 0 $last); do taskset -pc "$cpu" "${pids[cpu]}" >/dev/null; done
        sleep 0.5
        for cpu in $(seq 0 $last); do taskset -pc "0-$last" "${pids[cpu]}" >/dev/null; done
        sleep 0.5
        trace_switches 1 'next_comm == "light"'
        read -r -a counted < <(awk -v tasks=${#pids[@]} '
            /sched_switch: / && match($0, / \[[0-9]+\] /) {
                turns++
                used[substr($0, RSTART + 2, RLENGTH - 4)]
                if (turns % tasks == 0) { windows++; distinct += length(used); delete used }
            }
            END { print windows + 0, distinct + 0, turns + 0 }' $tracing/trace)
        windows=$((windows + counted[0])) distinct=$((distinct + counted[1])) turns=$((turns + counted[2]))
    done
    kill "${pids[@]}"
    wait "${pids[@]}" 2>/dev/null
    rm /tmp/never
    echo "turns=$turns"
    echo "cpus=$((windows ? 100 * distinct / windows : 0))"
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
