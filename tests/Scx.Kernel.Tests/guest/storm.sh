#!/usr/bin/env bash
# storm.sh SECONDS: for that long, at once, all that upsets a scheduler: CPU hogs, context switches, forks, pipes, changes of affinity, CPUs
# that come and go, moves between cgroups of changing weight. Prints how often each was done; status 0 if every part ran to its end.
set -u
seconds=$1
end=$((SECONDS + seconds))
cpus=$(nproc --all)
root=/sys/fs/cgroup
storm=$root/storm
parts=()

# Each part is done once at the least, however slow the machine.
going() { [ $SECONDS -lt $end ] || [ "$done" = 0 ] && [ $SECONDS -lt $((end + 30)) ]; }

# Sets pid, without starting a process: those are slow here.
choose_pid() {
    local pids
    mapfile -t pids <$storm/$1/cgroup.procs
    pid=${pids[RANDOM % (${#pids[@]} + 1)]:-0}
}

# A process that is gone by now, or a CPU that is offline, is no mistake here: what counts is how often it worked.
change_affinity() {
    local done=0
    while going; do
        choose_pid a && taskset -pc "$((RANDOM % cpus))" "$pid" && done=$((done + 1))
        choose_pid b && taskset -pc "0-$((cpus - 1))" "$pid" && done=$((done + 1))
        # Two that live until the end, and whose children start where they are.
        taskset -pc "$((RANDOM % cpus))" "${parts[RANDOM % 2]}" && sleep 0.05 && done=$((done + 1))
        taskset -pc "0-$((cpus - 1))" "${parts[0]}"
        taskset -pc "0-$((cpus - 1))" "${parts[1]}"
        sleep 0.05
    done >/dev/null 2>&1
    echo "affinity_changes=$done"
}

change_cgroups() {
    local done=0
    while going; do
        choose_pid a && echo "$pid" >$storm/b/cgroup.procs && done=$((done + 1))
        choose_pid b && echo "$pid" >$storm/a/cgroup.procs && done=$((done + 1))
        echo $((1 + RANDOM % 10000)) >$storm/a/cpu.weight
        sleep 0.05
    done 2>/dev/null
    echo "cgroup_moves=$done"
}

# Not CPU 0, which cannot go.
change_cpus() {
    local switch done=0
    while going; do
        switch=/sys/devices/system/cpu/cpu$((1 + RANDOM % (cpus - 1)))/online
        echo 0 >"$switch" && done=$((done + 1)) && sleep 0.05
        echo 1 >"$switch" && sleep 0.05
    done
    echo "cpus_gone=$done"
}

pipes() {
    local done=0
    while going; do
        timeout 60 hackbench -g 1 -l 50 >/dev/null || return 1
        done=$((done + 1))
    done
    echo "hackbenches=$done"
}

hogs() {
    stress-ng --quiet --cpu 2 --switch 2 --fork 2 --affinity 1 --timeout "${seconds}s"
}

part() {
    "$@" &
    parts+=($!)
}

# What disturbs must not wait for what it disturbs.
disturber() {
    chrt -f -p 1 "$BASHPID"
    "$@"
}

echo +cpu >$root/cgroup.subtree_control
mkdir -p $storm
echo +cpu >$storm/cgroup.subtree_control
mkdir -p $storm/a $storm/b
echo $$ >$storm/a/cgroup.procs
part hogs
part pipes
echo $$ >$root/cgroup.procs
part disturber change_affinity
part disturber change_cgroups
((cpus == 1)) || part disturber change_cpus

status=0
for pid in "${parts[@]}"; do
    wait "$pid" || status=1
done
rmdir $storm/a $storm/b $storm
exit $status
