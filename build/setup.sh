#!/usr/bin/env bash
# Installs what the repository needs on Debian 12 or newer. Does nothing, quietly, where all is there already.
#   setup.sh            to build, and to load schedulers: libLLVM 19, libbpf >= 1.4
#   setup.sh --vm       also what build/vm/run.sh needs
#   setup.sh --bench    also clang and LLVM's tools, to compare with what C compiles to
set -euo pipefail

packages=(libllvm19 libbpf1)
for option in "$@"; do
    case $option in
        --vm) packages+=(qemu-system-x86 cpio debian-archive-keyring e2fsprogs kmod util-linux xz-utils zstd) ;;
        --bench) packages+=(clang-19 clang-22 llvm-19 lld-19 make gcc libbpf-dev libelf-dev pkg-config xz-utils) ;;
        --help | -h) sed -n '2,5s/^# *//p' "$0" && exit 0 ;;
        *) echo "setup: error: unknown option '$option'; see --help" >&2 && exit 2 ;;
    esac
done

say() { printf 'setup: %s\n' "$*"; }
# Another apt may be at work; its lock is waited for.
apt_get() {
    local log status=0
    log=$(mktemp)
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "$@" >"$log" 2>&1 || status=$?
    ((!status)) || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

# Debian 12's own libbpf is 1.1: too old to load what the compiler writes.
declare -A at_least=([libbpf1]=1:1.4 [libbpf-dev]=1:1.4)
installed() { dpkg-query -W -f '${db:Status-Status} ${Version}\n' "$1" 2>/dev/null | sed -n 's/^installed //p'; }
offered() { apt-cache madison "$1" | awk -F' *[|] *' '{ print $2 }'; }
# recent PACKAGE: the first of the versions on stdin that is new enough for it.
recent() {
    local version
    while read -r version; do
        dpkg --compare-versions "$version" ge "${at_least[$1]:-0}" && echo "$version" && return
    done
    return 1
}

missing=()
for package in "${packages[@]}"; do
    installed "$package" | recent "$package" >/dev/null || missing+=("$package")
done
command -v dotnet >/dev/null || say "note: .NET's SDK 10 is not here and not in Debian; see https://dot.net"
((${#missing[@]})) || exit 0

sudo=()
if ((EUID)); then
    command -v sudo >/dev/null || { say "error: '${missing[*]}' must be installed; as root: $0 $*" >&2 && exit 1; }
    sudo=(sudo)
fi
say "installing ${missing[*]}"
apt_get update

wanted=()
backports=/etc/apt/sources.list.d/scx-backports.sources
for package in "${missing[@]}"; do
    if ! version=$(offered "$package" | recent "$package") && [[ -n ${at_least[$package]:-} && ! -e $backports ]]; then
        suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
        [[ $suite == bookworm ]] || { say "error: no source of packages has $package >= ${at_least[$package]}" >&2 && exit 1; }
        say "adding Debian's backports for $package: $backports"
        "${sudo[@]}" tee "$backports" >/dev/null <<EOF
Types: deb
URIs: http://deb.debian.org/debian
Suites: $suite-backports
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
EOF
        apt_get update
        version=$(offered "$package" | recent "$package")
    fi
    # A version is named where the default one would be too old.
    wanted+=("$package${at_least[$package]:+=$version}")
done
apt_get --no-install-recommends install "${wanted[@]}"
