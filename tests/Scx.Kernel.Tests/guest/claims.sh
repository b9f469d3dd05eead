# Sourced by schedulers.sh: what is distinctive of a scheduler, measured while it runs. claim_NAME PID: PID is the process that attached it.
# shellcheck shell=bash

# busy NICE: a task that only computes; sets busy_pid.
busy() {
    nice -n "$1" bash -c 'while :; do :; done' &
    busy_pid=$!
}

# run_time PID: CPU time that it has had, in ns.
run_time() { cut -d' ' -f1 "/proc/$1/schedstat"; }

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
        for pid in "${first[@]}"; do had[0]=$((had[0] + sign * $(run_time "$pid"))); done
        for pid in "${second[@]}"; do had[1]=$((had[1] + sign * $(run_time "$pid"))); done
        [ $sign = 1 ] || sleep "$1"
    done
    kill "${first[@]}" "${second[@]}"
    wait "${first[@]}" "${second[@]}" 2>/dev/null
    echo $((100 * had[0] / (had[0] + had[1])))
}

# Tasks of weight 100 and of weight 33 (nice 5) share the CPUs by their weights. With the user half stopped for 3 s all tasks go on, and those
# that were waiting in it go on later.
claim_userland() {
    local pids=() finished=0 before pid
    echo "share=$(share 6 4 0 5)"
    for _ in $(seq 20); do
        bash -c 'for i in {1..2000}; do :; done; sleep 0.1; for i in {1..2000}; do :; done; sleep 1.5; exit 7' &
        pids+=($!)
    done
    kill -STOP "$1"
    before=$SECONDS
    sleep 3
    echo "stopped=$((SECONDS - before))"
    kill -CONT "$1"
    for pid in "${pids[@]}"; do
        wait "$pid"
        [ $? != 7 ] || finished=$((finished + 1))
    done
    echo "finished=$finished"
}

# Each level gets twice the CPU time of the one below: weight 100 is on the third, weight 11 (nice 10) on the first.
claim_qmap() {
    echo "share=$(share 6 10 0 10)"
}
