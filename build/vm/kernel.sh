#!/usr/bin/env bash
# Prepares a Debian kernel for QEMU and prints the directory it is in: vmlinux, config, modules.cpio, version.
#   kernel.sh SERIES|VERSION      kernel.sh --list
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/archive.sh"

# The cloud flavour would be a quarter of the size but has no 9p, through which the guest sees the repository.
flavour=amd64
modules=(virtio_blk crc32c_generic ext4 overlay 9p 9pnet_virtio) # 6.12's ext4 asks for crc32c by name

kernels() {
    archive_apt apt-cache pkgnames linux-image- | sed -nE "s/^linux-image-([0-9][0-9.]*\+deb[0-9.]+)-$flavour\$/\1/p" | sort -V
}

kernel_series() { kernels | cut -d. -f1,2 | uniq; }

# kernel_versions WANTED: what the archive has of it, oldest first. WANTED is 7.3, 7.3.4 or a whole 7.3.4+deb13.
kernel_versions() {
    kernels | awk -v wanted="$1" 'index($0 "+", wanted ".") == 1 || index($0 "+", wanted "+") == 1'
}

# Debian's 7.1 and 7.2 built on trixie (+deb13) have unusable kfunc prototypes in their BTF: pahole 1.30 leaves
# out tags that resolve_btfids of those two series relies on. Builds on newer suites are sound.
kernel_choose() {
    local versions sound
    versions=$(kernel_versions "$1")
    sound=$(grep -vE '^7\.[12]\..*\+deb13' <<<"$versions" || true)
    tail -n 1 <<<"${sound:-$versions}"
}

kernel_cached() {
    local entry
    for entry in "$vm_cache"/kernel-"$1"[.+]*-"$recipe"; do
        [[ ! -e $entry ]] || cat "$entry/version"
    done | sort -V | tail -n 1
}

# A bzImage is unpacked only once this way, not at each boot. The offsets are those of the x86 boot protocol
# (Documentation/arch/x86/boot.rst): setup_sects, payload_offset, payload_length.
kernel_unpack() {
    local image=$1 setup_sects offset length
    setup_sects=$(od -An -tu1 -j 497 -N 1 "$image")
    offset=$(od -An -tu4 -j 584 -N 4 "$image")
    length=$(od -An -tu4 -j 588 -N 4 "$image")
    # The last four bytes are the unpacked size, which xz and zstd take for trailing rubbish.
    dd if="$image" of="$image.payload" bs=1M iflag=skip_bytes,count_bytes status=none \
        skip=$(((setup_sects + 1) * 512 + offset)) count=$((length - 4))
    case $(od -An -tx1 -N 4 "$image.payload" | tr -d ' ') in
        28b52ffd) zstd -qdc "$image.payload" ;;
        fd377a58) xz -dc "$image.payload" ;;
        *) die "$image is compressed in an unknown way" ;;
    esac
}

# Prints the files of a module and of what it needs, in the order to load them.
module_files() {
    local tree=$1 name=$2 file needed
    file=$(find "$tree" -name "${name//_/[-_]}.ko*" -print -quit)
    [[ -n $file ]] || return 0 # built in
    for needed in $(modinfo -F depends "$file" | tr , ' '); do
        module_files "$tree" "$needed"
    done
    printf '%s\n' "$file"
}

# One package up to 6.17, up to four from 6.18 on: linux-image depends on the others by their exact version.
kernel_packages() {
    echo "linux-image-$1"
    # apt puts <> around what its index does not have.
    archive_apt apt-cache depends "linux-image-$1" | sed -nE 's/^ *Depends: <?(linux-[a-z]+-[0-9][^>]*)>?$/\1/p'
}

kernel_fetch() {
    local into=$1 release=$2 package version indexed=()
    version=$(archive_apt apt-cache show "linux-image-$release" |
        awk '!version && /^Version: / { version = $2 } END { print version }')
    for package in $(kernel_packages "$release"); do
        # The kernel itself, linux-binary, always comes with a signature; it checks that of its modules
        # (module.sig_enforce), so those may come without.
        if archive_has "$package" || [[ $package == linux-binary-* ]]; then
            indexed+=("$package")
        else
            archive_pool "$into" "$package" "$version" linux
        fi
    done
    archive_download "$into" "${indexed[@]}" busybox-static
}

kernel_make() {
    local into=$1 version=$2 release=$2-$flavour tree=$1/tree name file
    say "fetching Debian's kernel $version (once; 100 to 170 MB)"
    mkdir -p "$into/initramfs/modules" "$tree"
    kernel_fetch "$into/deb" "$release"
    for file in "$into"/deb/*.deb; do dpkg-deb -x "$file" "$tree"; done

    say "preparing kernel $version"
    # Where these two are moved from /boot to the modules' directory with 7.0.
    kernel_unpack "$(find "$tree" -name 'vmlinuz*' -print -quit)" >"$into/vmlinux"
    cp "$(find "$tree" \( -name config -o -name "config-$release" \) -print -quit)" "$into/config"

    cp "$(find "$tree" -path '*bin/busybox' -print -quit)" "$into/initramfs/busybox"
    for name in "${modules[@]}"; do module_files "$tree" "$name"; done | awk '!seen[$0]++' >"$into/files"
    while read -r file; do
        name=${file##*/}
        name=${name%.xz}
        case $file in *.xz) xz -dc "$file" ;; *) cat "$file" ;; esac >"$into/initramfs/modules/$name"
        printf '%s\n' "$name" >>"$into/initramfs/modules/order"
    done <"$into/files"
    mkdir -p "$into/initramfs/boot"
    cp "$into/config" "$into/initramfs/boot/config-$release"
    (cd "$into/initramfs" && find . | cpio --quiet -o -H newc -R 0:0) >"$into/initramfs.cpio"
    printf '%s\n' "$version" >"$into/version"
    rm -rf "$into"/{deb,tree,initramfs,files}
}

kernel_list() {
    local series version
    for series in $(kernel_series); do
        version=$(kernel_choose "$series")
        printf '%-6s %-16s %s\n' "$series" "$version" "$([[ -e $vm_cache/kernel-$version-$recipe ]] && echo cached)"
    done
}

recipe=$(recipe_id "$vm_dir/kernel.sh")
need apt-get apt-cache dpkg-deb modinfo cpio xz zstd
archive_refresh
case ${1:?usage: kernel.sh SERIES|--list} in
    --list) kernel_list ;;
    *[!0-9.+deb]*) die "'$1' is not a kernel series such as 7.3 or a version such as 7.3.4+deb13" ;;
    *)
        version=$(kernel_choose "$1")
        if [[ -z $version ]]; then
            version=$(kernel_cached "$1")
            [[ -n $version ]] || die "Debian has no kernel $1 now; it has: $(kernel_series | tr '\n' ' ')"
            say "Debian has no kernel $1 any more, the cached $version is used"
        fi
        [[ $version != 7.[12].*+deb13* ]] || say "warning: most sched_ext kfuncs are unusable in Debian's $version"
        provide "kernel-$version-$recipe" kernel_make "$version"
        ;;
esac
