#!/usr/bin/env bash
# Prepares one of the guest's disks and prints its path.
#   guest.sh root [PACKAGE...]    the system, with more Debian packages if named
#   guest.sh dotnet               the host's .NET runtime
# Nothing is installed and no maintainer script runs: packages are unpacked into a tree, so no root is needed.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/archive.sh"

packages=(
    base-files base-passwd bash coreutils dash debianutils diffutils findutils grep gzip hostname iproute2 libc-bin
    mawk mount procps sed tar util-linux
    libstdc++6 libgcc-s1 zlib1g           # .NET
    libbpf1 bpftool/trixie-backports      # a bpftool as new as the kernels
    stress-ng rt-tests strace             # load (rt-tests has hackbench), and a look at what goes wrong
    busybox-static
)

# disk TREE IMAGE SIZE: ext4 without what a disk that is thrown away does not need.
disk() {
    truncate -s "$3" "$2"
    mke2fs -q -t ext4 -m 0 -O ^has_journal,^metadata_csum,^resize_inode -E root_owner=0:0,no_copy_xattrs -d "$1" "$2"
}

root_make() {
    local image=$1 work=$1.d tree=$1.d/tree package
    shift
    say "making the guest's root disk (once)"
    rm -rf "$work"
    mkdir -p "$tree"
    archive_download_all "$work/deb" "${packages[@]}" "$@"
    # base-files first: it holds the links /bin -> usr/bin and so on that the others are unpacked through.
    for package in "$work"/deb/base-files_*.deb "$work"/deb/*.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar -x -C "$tree" --keep-directory-symlink --no-same-owner \
            --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' \
            --exclude='./usr/share/info/*'
    done
    # What the maintainer scripts would have done.
    cp "$tree/usr/share/base-passwd/passwd.master" "$tree/etc/passwd"
    cp "$tree/usr/share/base-passwd/group.master" "$tree/etc/group"
    ln -sf mawk "$tree/usr/bin/awk"
    ln -sf which.debianutils "$tree/usr/bin/which"
    printf '127.0.0.1 localhost scx\n' >"$tree/etc/hosts"
    mkdir -p "$tree"/{proc,sys,dev,run,tmp,out,w,usr/share/dotnet}
    ln -sf ../share/dotnet/dotnet "$tree/usr/bin/dotnet"
    disk "$tree" "$image" 1536M
    rm -rf "$work"
}

dotnet_make() {
    local image=$1 tree=$1.d home=$2 version=$3
    say "making the guest's .NET disk ($version)"
    rm -rf "$tree"
    mkdir -p "$tree/host/fxr" "$tree/shared/Microsoft.NETCore.App"
    cp "$home/dotnet" "$tree/"
    cp -r "$home/host/fxr/$version" "$tree/host/fxr/"
    cp -r "$home/shared/Microsoft.NETCore.App/$version" "$tree/shared/Microsoft.NETCore.App/"
    disk "$tree" "$image" 160M
    rm -rf "$tree"
}

need apt-get dpkg-deb mke2fs
recipe=$(recipe_id "$vm_dir/guest.sh" <(printf '%s\n' "${@:2}"))
case ${1:?usage: guest.sh root [PACKAGE...] | dotnet} in
    root)
        [[ -e $vm_cache/root-$recipe.ext4 ]] || archive_refresh
        provide "root-$recipe.ext4" root_make "${@:2}"
        ;;
    dotnet)
        dotnet=$(command -v dotnet) || exit 0 # a guest without .NET still runs all else
        home=$(dirname "$(readlink -f "$dotnet")")
        version=$(cd "$home/shared/Microsoft.NETCore.App" && printf '%s\n' [0-9]* | sort -V | tail -n 1)
        provide "dotnet-$version-$recipe.ext4" dotnet_make "$home" "$version"
        ;;
    *) die "guest.sh knows no disk '$1'" ;;
esac
