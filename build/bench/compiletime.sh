# Sourced by bench.sh: how long compiling takes.
# shellcheck shell=bash disable=SC2154 # bench.sh sets what is read here

# What users get: the packages, compiler in machine code included.
packages_make() {
    say "packing the Sdk and its compiler"
    "$repository/build/pack.sh" -o "$work/feed" >"$work/pack.log" 2>&1 || { cat "$work/pack.log" >&2 && die "the packages cannot be made"; }
}

# consumer_make NAME PROJECT: beside it a plain library; both outside the repository, as a user's are.
consumer_make() {
    local consumer=$work/consumer/$1 plain=$work/consumer/$1-library package version references output=Library
    package=$(printf '%s\n' "$work"/feed/Scx.Sdk.[0-9]*.nupkg)
    version=${package##*/Scx.Sdk.}
    mkdir -p "$consumer" "$plain"
    cat >"$work/consumer/nuget.config" <<EOT
<configuration>
  <packageSources>
    <clear />
    <add key="packed" value="$work/feed" />
  </packageSources>
</configuration>
EOT
    references=$(package_reference Scx.Sdk "${version%.nupkg}")
    # One with a user half is a program.
    if grep -q Scx.Runtime "$repository/$2"/*.csproj; then
        references+=$(package_reference Scx.Runtime "${version%.nupkg}")
        output=Exe
    fi
    consumer_project "$output" "$references" >"$consumer/$1.csproj"
    consumer_project Library >"$plain/Library.csproj"
    cp "$repository/$2"/*.cs "$consumer/"
    echo 'public static class Library { public static int Zero => 0; }' >"$plain/Library.cs"
}

package_reference() { echo "<PackageReference Include=\"$1\" Version=\"[$2]\" />"; }

# consumer_project OUTPUT_TYPE [REFERENCES]
consumer_project() {
    cat <<EOT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>$1</OutputType>
  </PropertyGroup>
  <ItemGroup>
    ${2:-}
  </ItemGroup>
</Project>
EOT
}

# Packages do not come from the user's own cache: one of this version may be there already and be another one.
build_project() {
    NUGET_PACKAGES=$work/packages dotnet build "$1" -c Release -nologo -v q -nodeReuse:false -p:UseSharedCompilation=false
}

# scxc_compile NAME COMPILER: what the build runs, on the arguments that csc got.
scxc_compile() {
    "$2" "@$work/consumer/$1/obj/Release/net10.0/scx/csc.rsp" \
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
    local name=$1 project=$2 source=$3 round kind compiler
    consumer_make "$name" "$project"
    mkdir -p "$work/scxc"
    for kind in "$name" "$name-library"; do
        build_project "$work/consumer/$kind" >"$work/consumer.log" 2>&1 || { cat "$work/consumer.log" >&2 && die "$kind does not build"; }
    done
    compiler=$(dotnet msbuild "$work/consumer/$name" -p:Configuration=Release -getProperty:_ScxMachineCode)
    say "timing compilers and builds"
    for ((round = 0; round < rounds; round++)); do
        timed "$name" clang clang_compile "$source" "$work/timed.o" v3
        timed "$name" scxc scxc_compile "$name" "$compiler"
        timed "$name" library build_project "$work/consumer/$name-library"
        timed "$name" build build_project "$work/consumer/$name"
    done
}
