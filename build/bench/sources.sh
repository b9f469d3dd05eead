# Sourced by bench.sh: the kernel's own schedulers, compiled as the kernel's tools/sched_ext/Makefile does.
# shellcheck shell=bash disable=SC2154 # bench.sh and archive.sh set what is read here

# What the C schedulers include of the kernel's tree; libbpf's headers are Debian's.
source_parts=(tools/sched_ext tools/include)

source_make() {
    local into=$1 package=$2 deb tar name
    say "fetching Debian's $package (once; 160 MB)"
    mkdir -p "$into/deb"
    archive_download "$into/deb" "$package" || die "Debian's $package cannot be fetched"
    deb=("$into"/deb/*.deb)
    name=${package%%=*}
    tar -x -C "$into/deb" -f <(dpkg-deb --fsys-tarfile "${deb[0]}") "./usr/src/$name.tar.xz"
    tar -xJf "$into/deb/usr/src/$name.tar.xz" -C "$into" --strip-components=1 "${source_parts[@]/#/$name/}"
    basename "${deb[0]}" | cut -d_ -f2 >"$into/version"
    rm -rf "$into/deb"
}

# Made in the guest: there is the kernel, and a bpftool that is as new.
header_make() {
    say "making vmlinux.h of kernel $2 (once)"
    mkdir "$1"
    "$vm_dir/run.sh" --kernel "$2" --out "$1" -- \
        sh -c 'bpftool btf dump file /sys/kernel/btf/vmlinux format c >/out/vmlinux.h' ||
        die "vmlinux.h could not be made in the guest"
}

# Sets source_dir.
sources_fetch() {
    local package=linux-source-$series version
    archive_refresh
    version=$(archive_apt apt-cache policy "$package" | awk '$1 == "Candidate:" { print $2 }')
    if [[ -z $version ]]; then
        source_dir=$(printf '%s\n' "$vm_cache/$package"_*-"$recipe" | tail -n 1)
        [[ -e $source_dir ]] || die "Debian has no $package"
    else
        source_dir=$(provide "${package}_${version//[:~]/.}-$recipe" source_make "$package=$version")
    fi
}

# Sets source_dir, header_dir and kernel_version.
sources_prepare() {
    local kernel_dir
    kernel_dir=$("$vm_dir/kernel.sh" "$series") || die "there is no kernel $series to run"
    kernel_version=$(<"$kernel_dir/version")
    sources_fetch
    header_dir=$(provide "header-$kernel_version-$recipe" header_make "$kernel_version")
}

# clang_compile SOURCE OBJECT CPU: one C scheduler, by $clang.
clang_compile() {
    local tables=()
    # LLVM 22 makes tables of jumps for v4, and then loses one of them in Qmap.
    [[ $3 != v4 ]] || tables=(-fno-jump-tables)
    "$clang" --target=bpfel -D__TARGET_ARCH_x86 -O2 -g "-mcpu=$3" "${tables[@]}" -fms-extensions \
        -Wno-microsoft-anon-tag -Wno-compare-distinct-pointer-types -Wno-missing-declarations \
        -I"$source_dir/tools/sched_ext/include" -I"$source_dir/tools/sched_ext/include/bpf-compat" \
        -I"$source_dir/tools/include/uapi" -I"$header_dir" \
        -idirafter "/usr/include/$(gcc -print-multiarch)" -idirafter /usr/include \
        -c "$source_dir/tools/sched_ext/$1" -o "$2"
}
