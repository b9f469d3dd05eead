# Sourced: Debian's archive through an apt of our own, which neither sees nor touches the machine's.
# shellcheck shell=bash
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

archive=$vm_cache/apt
# The guest is trixie. Backports bring the kernels; sid brings those whose backport is unusable (see kernel.sh).
archive_suites=(trixie trixie-updates trixie-backports sid)
archive_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

archive_configure() {
    [[ -r $archive_keyring ]] || die "$archive_keyring is missing; run: build/setup.sh --vm"
    mkdir -p "$archive"/{state/lists/partial,cache/archives/partial,etc/{apt.conf,preferences,sources.list,trusted.gpg}.d}
    # Signatures are checked as ever. The date is not: a mirror that lags behind still has good kernels.
    local options="[arch=amd64 check-valid-until=no signed-by=$archive_keyring]"
    {
        printf "deb $options http://deb.debian.org/debian %s main\n" "${archive_suites[@]}"
        echo "deb $options http://deb.debian.org/debian-security trixie-security main"
    } >"$archive/etc/sources.list"
    : >"$archive/state/status"
    cat >"$archive/apt.conf" <<EOF
Dir "$archive/";
Dir::Etc "etc";
Dir::State "state";
Dir::State::status "$archive/state/status";
Dir::Cache "cache";
Dir::Etc::trusted "/dev/null";
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Default-Release "trixie";
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "3";
Binary::apt-get::APT::Keep-Downloaded-Packages "true";
EOF
}

archive_apt() { APT_CONFIG=$archive/apt.conf "$@"; }

# The index is refreshed once a day; without a network an older one will do.
archive_refresh() {
    local stamp=$archive/refreshed
    mkdir -p "$archive"
    exec {archive_lock}>"$archive.lock"
    flock "$archive_lock"
    if [[ -z $(find "$stamp" -mtime -1 2>/dev/null) ]]; then
        say "reading Debian's package index"
        archive_configure
        if archive_apt apt-get -qq update >"$archive/update.log" 2>&1 && ! grep -q '^[EW]:' "$archive/update.log"; then
            touch "$stamp"
        elif [[ -e $stamp ]]; then
            say "the index could not be refreshed, the last one is used: $(grep -m1 '^[EW]:' "$archive/update.log")"
        else
            tail -n 5 "$archive/update.log" >&2
            die "Debian's package index cannot be read"
        fi
    fi
    exec {archive_lock}>&-
}

archive_has() { [[ -n $(archive_apt apt-cache show "$1" 2>/dev/null) ]]; }

# archive_download DIR PACKAGE...: just these packages.
archive_download() {
    local into=$1
    shift
    mkdir -p "$into"
    (cd "$into" && archive_apt apt-get -qq download "$@")
}

# archive_pool DIR NAME VERSION SOURCE: a package that has left the index while others still need it. No signature of
# Debian's covers such a file, only https does: use it for what is verified otherwise.
archive_pool() {
    local file=$2_${3#*:}_amd64.deb
    mkdir -p "$1"
    say "$2 is in Debian's pool only"
    archive_apt /usr/lib/apt/apt-helper -qq download-file \
        "https://deb.debian.org/debian/pool/main/${4:0:1}/$4/$file" "$1/$file"
}

# archive_download_all DIR PACKAGE...: these packages and all that they depend on.
archive_download_all() {
    local into=$1
    shift
    mkdir -p "$into/partial"
    archive_apt apt-get -qq -y -o Dir::Cache::archives="$into" --download-only install "$@"
}
