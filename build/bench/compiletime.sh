# Sourced by bench.sh: how long compiling takes.
# shellcheck shell=bash disable=SC2154 # bench.sh sets what is read here

# What a user gets in the package: the compiler as machine code, and the Sdk. Kept, as making it takes a minute or more.
toolchain_make() {
    local log=$work/toolchain.log
    toolchain=$vm_cache/toolchain
    say "building the compiler as it is packaged"
    mkdir -p "$vm_cache"
    exec {toolchain_lock}>"$toolchain.lock"
    flock "$toolchain_lock"
    {
        dotnet publish "$repository/src/Scx.Compiler" -c Release -f net10.0 -r linux-x64 --self-contained false \
            -p:ScxReadyToRun=true -p:UseSharedCompilation=false --artifacts-path "$toolchain/build" -o "$toolchain/scxc" &&
            dotnet build "$repository/src/Scx.Compiler" -c Release -f netstandard2.0 -p:UseSharedCompilation=false \
                --artifacts-path "$toolchain/build" -o "$toolchain/analyzer"
    } >"$log" 2>&1 || { grep -E 'error|warning' "$log" | sort -u >&2 && die "the compiler does not build"; }
}

# consumer_make NAME PROJECT: beside it a plain library; both outside the repository, as a user's are.
consumer_make() {
    local consumer=$work/consumer/$1 plain=$work/consumer/$1-library sdk=$repository/src/Scx.Sdk
    mkdir -p "$consumer" "$plain"
    cat >"$consumer/$1.csproj" <<EOT
<Project>
  <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ScxCompilerPath>$toolchain/scxc/scxc.dll</ScxCompilerPath>
    <ScxLibraryDirectory>$sdk/Library/</ScxLibraryDirectory>
  </PropertyGroup>
  <Import Project="$sdk/build/Scx.Sdk.props" />
  <ItemGroup>
    <Reference Include="$toolchain/scxc/sdk/Scx.Sdk.dll" />
    <Analyzer Include="$toolchain/analyzer/Scx.Compiler.dll" />
  </ItemGroup>
  <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
  <Import Project="$sdk/build/Scx.Sdk.targets" />
</Project>
EOT
    cat >"$plain/Library.csproj" <<EOT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
</Project>
EOT
    cp "$repository/$2"/*.cs "$consumer/"
    echo 'public static class Library { public static int Zero => 0; }' >"$plain/Library.cs"
}

build_project() { dotnet build "$1" -c Release -nologo -v q -nodeReuse:false -p:UseSharedCompilation=false; }

# scxc_compile NAME: what the build runs, on the arguments that csc got.
scxc_compile() {
    dotnet "$toolchain/scxc/scxc.dll" "@$work/consumer/$1/obj/Release/net10.0/scx/csc.rsp" \
        --project-dir "$work/consumer/$1" --errors-only --output "$work/scxc/"
}

# timed SCHEDULER WHAT COMMAND...: adds to figures its seconds of wall-clock and of CPU time.
timed() {
    local name=$1 what=$2 wall user system TIMEFORMAT='%R %U %S'
    shift 2
    { time "$@" >"$work/timed.log" 2>&1 || touch "$work/timed.failed"; } 2>"$work/timed"
    [[ ! -e $work/timed.failed ]] || { cat "$work/timed.log" >&2 && die "timing $what failed"; }
    read -r wall user system <"$work/timed"
    printf 'time\t%s\t%s\t%s\t%s\n' "$name" "$what" "$wall" "$(awk "BEGIN { print $user + $system }")" >>"$figures"
}

# One after the other in each round, so that a change of the machine's pace meets all alike.
compile_time() {
    local name=$1 project=$2 source=$3 round kind
    consumer_make "$name" "$project"
    mkdir -p "$work/scxc"
    for kind in "$name" "$name-library"; do
        build_project "$work/consumer/$kind" >"$work/consumer.log" 2>&1 || { cat "$work/consumer.log" >&2 && die "$kind does not build"; }
    done
    say "timing compilers and builds"
    for ((round = 0; round < rounds; round++)); do
        timed "$name" clang clang_compile "$source" "$work/timed.o" v3
        timed "$name" scxc scxc_compile "$name"
        timed "$name" library build_project "$work/consumer/$name-library"
        timed "$name" build build_project "$work/consumer/$name"
    done
}
