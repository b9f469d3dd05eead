# Sourced by bench.sh: what a kernel makes of an object, and what runs of it.
# shellcheck shell=bash disable=SC2154 # bench.sh sets what is read here

# Wake-ups, forks and preemption, so that each hot callback is called some thousand times.
workload='hackbench -l 100 -g 2; stress-ng --quiet --cpu 2 --switch 2 --timeout 4'

tools_make() {
    local api=1 qemu
    qemu=$(qemu-system-x86_64 --version | sed -nE '1s/.*version ([0-9]+).*/\1/p')
    ((qemu < 9)) || api=2
    gcc -O2 -Wall -Wextra -Werror "$bench_dir/scxload.c" -lbpf -o "$work/scxload"
    gcc -O2 -Wall -Wextra -Werror -shared -fPIC -fvisibility=hidden "-DPLUGIN_API=$api" \
        "$bench_dir/bpfcount.c" -o "$work/bpfcount.so"
}

# measure SCHEDULER SIDE [WORDS]: appends to figures what became of the object $work/SCHEDULER.SIDE.o; static among the words: without running it
#   program SCHEDULER SIDE PROGRAM INSNS XLATED JITED VERIFIED STATES      executed SCHEDULER SIDE PROGRAM CALLS INSNS
# One object a boot: the memory of JITed code is used again, and counts are by address.
measure() {
    local name=$1.$2 loaded=$work/$1.$2.loaded counts=$work/$1.$2.counts
    local executed=''
    ! part executed || [[ $3 == *static* ]] || executed=yes
    local arguments=(--kernel "$series" --input "$work/scxload" --input "$work/$name.o") load=()
    if [[ -n $executed ]]; then
        say "running $name under load, counting instructions"
        arguments+=(--qemu-args "-plugin $work/bpfcount.so,out=$counts")
        load=(sh -c "$workload")
    else
        say "loading $name"
    fi
    "$vm_dir/run.sh" "${arguments[@]}" -- /w/scxload "/w/$name.o" "${load[@]}" >"$loaded" 2>"$work/$name.log" || {
        tail -n 40 "$work/$name.log" >&2
        die "$name could not be measured"
    }
    awk -v OFS='\t' -v prefix="$1	$2" '$1 == "program" { $1 = "program" OFS prefix; print }' "$loaded" >>"$figures"
    [[ -z $executed ]] || awk -f "$bench_dir/executed.awk" -v prefix="$1	$2" "$loaded" "$counts" >>"$figures"
}
