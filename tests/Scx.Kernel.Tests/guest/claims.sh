# Sourced by schedulers.sh: what is distinctive of a scheduler, measured while it runs. claim_NAME PID: PID is the process that attached it.
# shellcheck shell=bash source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/placement.sh"

tracing=/sys/kernel/tracing
[ -e $tracing/trace ] || mount -t tracefs none $tracing

# busy NICE: a task that only computes; sets busy_pid.
busy() {
    nice -n "$1" bash -c 'while :; do :; done' &
    busy_pid=$!
}

# run_time PID: sets ran to the CPU time that it has had, in ns. Without a process to read it: that would have to wait for a CPU itself, and what is compared be
# read at different times.
run_time() { read -r ran _ <"/proc/$1/schedstat"; }

# report_wait NAME PID: reports NAME=SECONDS, for how long the task gets nothing, which is at most 25.
report_wait() {
    local since=$SECONDS had
    run_time "$2"
    had=$ran
    while run_time "$2" && [ "$ran" = "$had" ] && [ $((SECONDS - since)) -lt 25 ]; do sleep 0.2; done
    echo "$1=$((SECONDS - since))"
}

# share SECONDS COUNT NICE NICE: of the time that COUNT tasks of either nice level get together in that time, the first ones' percentage.
share() {
    local first=() second=() pid had=(0 0) sign
    for _ in $(seq "$2"); do
        busy "$3" && first+=($busy_pid)
        busy "$4" && second+=($busy_pid)
    done
    # All have started when the clock does.
    sleep 2
    for sign in -1 1; do
        for pid in "${first[@]}"; do run_time "$pid" && had[0]=$((had[0] + sign * ran)); done
        for pid in "${second[@]}"; do run_time "$pid" && had[1]=$((had[1] + sign * ran)); done
        [ $sign = 1 ] || sleep "$1"
    done
    kill "${first[@]}" "${second[@]}"
    wait "${first[@]}" "${second[@]}" 2>/dev/null
    echo $((100 * had[0] / (had[0] + had[1])))
}

# ticks SECONDS: reports local timer interrupts per second of each CPU but CPU 0 while there is a task for each that computes, and how much of the
# time, in percent, these tasks had. Without nohz_full= the tick never stops.
ticks() {
    local cpu pid pids=() before after had=0
    for cpu in $(seq $(($(nproc) - 1))); do
        busy 0 && pids+=($busy_pid)
    done
    sleep 2
    for pid in "${pids[@]}"; do run_time "$pid" && had=$((had - ran)); done
    before=$(local_timer_interrupts)
    sleep "$1"
    after=$(local_timer_interrupts)
    for pid in "${pids[@]}"; do run_time "$pid" && had=$((had + ran)); done
    kill "${pids[@]}"
    wait "${pids[@]}" 2>/dev/null
    echo "ticks=$(((after - before) / $1 / ${#pids[@]}))"
    echo "busy=$((had / 10000000 / $1 / ${#pids[@]}))"
}

# A CPU that goes waits for the tasks bound to it, even if there is more to do than CPUs: reports how long it took at most, in seconds.
leave_with_bound() {
    local pids=() bound=() pid since longest=0
    for _ in $(seq 6); do busy 0 && pids+=($busy_pid); done
    for _ in 1 2 3; do busy 0 && bound+=($busy_pid); done
    for _ in 1 2 3; do
        for pid in "${bound[@]}"; do taskset -pc 1 "$pid" >/dev/null; done
        sleep 0.5
        since=$SECONDS
        # Whoever takes the CPU away must not wait for the others.
        chrt -f 1 bash -c 'echo 0 >/sys/devices/system/cpu/cpu1/online'
        longest=$((SECONDS - since > longest ? SECONDS - since : longest))
        chrt -f 1 bash -c 'echo 1 >/sys/devices/system/cpu/cpu1/online'
    done
    kill "${pids[@]}" "${bound[@]}"
    wait "${pids[@]}" "${bound[@]}" 2>/dev/null
    echo "left_in=$longest"
}

# A task computes alone on a CPU that it is bound to: reports how much of the CPU's time, in percent, it has. It is the last on its CPU each time its slice ends.
alone() {
    busy 0
    taskset -pc 2 $busy_pid >/dev/null
    sleep 1
    run_time $busy_pid && local had=$ran
    sleep 2
    run_time $busy_pid && echo "alone=$(((ran - had) / 20000000))"
    kill $busy_pid
    wait $busy_pid 2>/dev/null
}

# The last CPU goes and comes back ROUNDS times while there is much to do: reports how often it did nothing afterwards that the kernel does by interrupting its own CPU
# (IWI: irq_work). A scheduler that kicks much does so in passing.
comes_back() { # ROUNDS
    local cpu=$(($(nproc) - 1)) before deaf=0 load
    stress-ng --quiet --switch 6 --cpu 3 --timeout 120 &
    load=$!
    for _ in $(seq "$1"); do
        echo 0 >/sys/devices/system/cpu/cpu$cpu/online
        echo 1 >/sys/devices/system/cpu/cpu$cpu/online
        sleep 0.1
        before=$(own_interrupts $cpu)
        for _ in 1 2 3; do taskset -c $cpu sleep 0.01; done
        [ "$(own_interrupts $cpu)" != "$before" ] || deaf=$((deaf + 1))
    done
    kill $load
    wait $load 2>/dev/null
    echo "deaf=$deaf"
}

own_interrupts() { awk -v column=$(($1 + 2)) '$1 == "IWI:" { print $column }' /proc/interrupts; }

# Two tasks that compute are bound to each CPU: reports for how many seconds one that is not gets nothing.
wait_beside_bound() {
    local bound=() cpu
    for cpu in $(seq 0 $(($(nproc --all) - 1))); do
        for _ in 1 2; do
            busy 0 && bound+=($busy_pid)
            taskset -pc "$cpu" "$busy_pid" >/dev/null
        done
    done
    sleep 1
    busy 0
    report_wait waited_beside_bound $busy_pid
    kill "${bound[@]}" $busy_pid
    wait "${bound[@]}" $busy_pid 2>/dev/null
}

claim_simple-fifo() {
    leave_with_bound
    wait_beside_bound
}

claim_toy() { leave_with_bound; }

local_timer_interrupts() { awk '$1 == "LOC:" { for (i = 3; $i ~ /^[0-9]+$/; i++) n += $i; print n }' /proc/interrupts; }

# CPUs other than the central one are left alone.
claim_central() {
    ticks 3
    alone
    comes_back 8
}

# Under light load few CPUs are used.
claim_nest() { spread 4; }

# CPUs half their number apart have tasks of one cgroup only.
claim_pair() {
    siblings 2
    alone
}

# A task computes on one CPU only for 6 s, which is not for the user half to decide, and then may run anywhere, where eight others compute: reports for how many
# seconds it gets nothing.
unbound_waits() {
    local bound hogs=()
    busy 0 && bound=$busy_pid
    taskset -pc 1 "$bound" >/dev/null
    sleep 6
    for _ in $(seq 8); do busy 0 && hogs+=($busy_pid); done
    sleep 0.5
    taskset -pc "0-$(($(nproc --all) - 1))" "$bound" >/dev/null
    # It may be on a CPU still.
    sleep 0.5
    report_wait unbound_waited "$bound"
    kill "$bound" "${hogs[@]}"
    wait "$bound" "${hogs[@]}" 2>/dev/null
}

# Tasks of weight 100 and of weight 33 (nice 5) share the CPUs by their weights. With the user half stopped for 3 s all tasks go on, those among
# them that it has at that moment: of eight that compute on four CPUs, some.
claim_userland() {
    local pids=() hogs=() had=() finished=0 starved=0 pid i
    echo "share=$(share 6 4 0 5)"
    alone
    unbound_waits
    for _ in $(seq 8); do busy 0 && hogs+=($busy_pid); done
    for _ in $(seq 20); do
        bash -c 'for i in {1..2000}; do :; done; sleep 0.1; for i in {1..2000}; do :; done; sleep 1.5; exit 7' &
        pids+=($!)
    done
    kill -STOP "$1"
    for i in "${!hogs[@]}"; do run_time "${hogs[i]}" && had[i]=$ran; done
    sleep 3
    for i in "${!hogs[@]}"; do run_time "${hogs[i]}" && [ "$ran" -gt "${had[i]}" ] || starved=$((starved + 1)); done
    echo "starved=$starved"
    kill -CONT "$1"
    kill "${hogs[@]}"
    wait "${hogs[@]}" 2>/dev/null
    for pid in "${pids[@]}"; do
        wait "$pid"
        [ $? != 7 ] || finished=$((finished + 1))
    done
    echo "finished=$finished"
}

# Each level gets twice the turns of the one below: weight 305 (nice -5) is on the fourth, weight 33 (nice 5) on the second. On the third, that of weight
# 100, there are others that use up turns in hardly any time.
# What it prints each second is in the trace.
claim_qmap() {
    echo "share=$(share 6 10 -5 5)"
    echo "printed=$(grep -c 'bypass: ' $tracing/trace)"
}

# tree_shares SECONDS [COMMAND]: a tree of cgroups with weights, four tasks that only compute in each leaf, and what the leaves get of the time that all get
# together, in thousandths; the command is then called with the tree's root, while they go on:
#
#   a 100 ┬ c 100               1/3 × 1/3       =  111
#         └ d 200 ┬ e 100       1/3 × 2/3 × 1/4 =   56
#                 └ f 300       1/3 × 2/3 × 3/4 =  167
#   b 200                       2/3             =  667
tree_shares() {
    local top=/sys/fs/cgroup/tree leaves=(a/c a/d/e a/d/f b) pids=() leaf pid time had=() all=0 sign
    echo +cpu >/sys/fs/cgroup/cgroup.subtree_control
    for leaf in . a a/d; do
        mkdir -p $top/$leaf && echo +cpu >$top/$leaf/cgroup.subtree_control
    done
    mkdir $top/b $top/a/c $top/a/d/{e,f}
    echo 200 | tee $top/b/cpu.weight >$top/a/d/cpu.weight
    echo 300 >$top/a/d/f/cpu.weight
    for leaf in "${leaves[@]}"; do
        for _ in 1 2 3 4; do
            busy 0 && pids+=($busy_pid)
            echo $busy_pid >$top/$leaf/cgroup.procs
        done
    done
    sleep 1
    for sign in -1 1; do
        for leaf in "${!leaves[@]}"; do
            # Its first line is usage_usec.
            read -r _ time <"$top/${leaves[leaf]}/cpu.stat"
            had[leaf]=$((${had[leaf]:-0} + sign * time)) all=$((all + sign * time))
        done
        [ $sign = 1 ] || sleep "$1"
    done
    echo "shares=$(for time in "${had[@]}"; do printf '%d ' $((1000 * time / all)); done)"
    ${2:-:} $top
    kill "${pids[@]}"
    wait "${pids[@]}" 2>/dev/null
    rmdir $top/a/d/{e,f} $top/a/{c,d} $top/{a,b} $top
}

# churn_cgroups PARENT: cgroups that are gone as soon as their only task is.
churn_cgroups() {
    local i gone=0
    for i in {1..20}; do
        mkdir "$1/$i"
        (echo $BASHPID >"$1/$i/cgroup.procs"; for _ in {1..500}; do :; done)
        rmdir "$1/$i" && gone=$((gone + 1))
    done
    echo "cgroups_gone=$gone"
}

# A task in a cgroup of the least weight has an idle CPU for 2 s, and then tasks in one of the greatest weight want all CPUs: reports for how many seconds it
# gets nothing.
light_waits() {
    local top=/sys/fs/cgroup heavy=() light
    mkdir $top/light $top/heavy
    echo 1 >$top/light/cpu.weight
    echo 10000 >$top/heavy/cpu.weight
    busy 0 && light=$busy_pid
    echo "$light" >$top/light/cgroup.procs
    sleep 2
    for _ in $(seq 8); do
        busy 0 && heavy+=($busy_pid)
        echo $busy_pid >$top/heavy/cgroup.procs
    done
    sleep 1
    report_wait light_waited "$light"
    kill "$light" "${heavy[@]}"
    wait "$light" "${heavy[@]}" 2>/dev/null
    rmdir $top/light $top/heavy
}

# The leaves' shares are those that the weights say; without regard to cgroups they are all the same.
claim_flatcg() {
    tree_shares 5 churn_cgroups
    light_waits
}

# What the others are compared with.
claim_simple() {
    tree_shares 2
    ticks 3
    spread 4
    siblings 2
}

# What the user half finds in the arena is all threads that there are.
claim_sdt() {
    sleep 3
    echo "alive=$(grep ' tasks; ' /tmp/out | tail -n 1 | cut -d' ' -f1)"
    echo "threads=$(find /proc/[0-9]*/task -mindepth 1 -maxdepth 1 2>/dev/null | wc -l)"
}
