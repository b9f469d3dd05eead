#!/bin/sh
# Writes the raw BTF of a kernel that is not running: from its package (.deb), its vmlinuz or its vmlinux.
#   build/bindings/btf.sh linux-binary-7.3.4+deb13-amd64.deb 7.3.btf        (older kernels: linux-image-*)
set -eu
[ $# = 2 ] || { echo "usage: $0 PACKAGE|VMLINUZ|VMLINUX OUTPUT" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kernel=$1

case $1 in
*.deb)
    dpkg-deb --fsys-tarfile "$1" | tar -x -C "$work" --wildcards '*/vmlinuz*'
    kernel=$(find "$work" -name 'vmlinuz*' -type f)
    ;;
esac

# $1: ELF file. Fails if it is none or has no BTF.
dump() {
    objcopy --dump-section .BTF="$work/btf" "$1" /dev/null 2> /dev/null && [ -s "$work/btf" ]
}

# $1: magic bytes as a pattern, $2: command that decompresses. The payload may be followed by other data, which some of them complain about.
unpack() {
    for at in $(LC_ALL=C grep -abo -m 8 -P "$1" "$kernel" | cut -d: -f1); do
        tail -c +$((at + 1)) "$kernel" | $2 > "$work/vmlinux" 2> /dev/null || true
        if dump "$work/vmlinux"; then return 0; fi
    done
    return 1
}

dump "$kernel" || unpack '\x28\xb5\x2f\xfd' 'zstd -dc' || unpack '\xfd7zXZ\x00' 'xz -dc --single-stream' || unpack '\x1f\x8b\x08' 'gzip -dc' ||
    unpack '\x02\x21\x4c\x18' 'lz4 -dc' || { echo "$0: no BTF found in $1" >&2; exit 1; }
cp "$work/btf" "$2"
