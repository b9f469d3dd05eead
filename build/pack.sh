#!/bin/bash
# Makes the NuGet packages Scx.Sdk (with the analyzer, its fixes and scxc), Scx.Runtime with Scx.Diagnostics, and the tool scx-run.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: build/pack.sh -o DIR [--no-ready-to-run]

  -o DIR              Where the packages go; usable as a NuGet feed
  --no-ready-to-run   Leave out scxc in machine code (compiling takes twice as long then)
TEXT
}

root=$(cd "$(dirname "$0")/.." && pwd)
output=
ready_to_run=true
while [ $# -gt 0 ]; do
    case $1 in
        -o) output=${2:?-o needs a directory}; shift ;;
        --no-ready-to-run) ready_to_run=false ;;
        -h|--help) usage; exit 0 ;;
        *) echo "pack.sh: unknown option '$1'" >&2; usage >&2; exit 2 ;;
    esac
    shift
done
[ -n "$output" ] || { usage >&2; exit 2; }
mkdir -p "$output"
output=$(cd "$output" && pwd)

# Its own output directories: packing must not disturb the builds of the work tree.
artifacts=$root/artifacts/pack
staging=$artifacts/staging
rm -rf "$staging"
mkdir -p "$staging/analyzers" "$staging/tools"
options=(-c Release --artifacts-path "$artifacts" -nologo -v quiet)

cd "$root"
dotnet build src/Scx.Compiler/Scx.Compiler.csproj -f netstandard2.0 "${options[@]}"
cp "$artifacts/bin/Scx.Compiler/release_netstandard2.0/Scx.Compiler.dll" "$staging/analyzers/"
dotnet build src/Scx.Compiler.CodeFixes/Scx.Compiler.CodeFixes.csproj "${options[@]}"
cp "$artifacts/bin/Scx.Compiler.CodeFixes/release/Scx.Compiler.CodeFixes.dll" "$staging/analyzers/"
dotnet publish src/Scx.Compiler/Scx.Compiler.csproj -f net10.0 -p:UseAppHost=false -o "$staging/tools/any" "${options[@]}"
if $ready_to_run && [ "$(uname -m)" = x86_64 ]; then
    dotnet publish src/Scx.Compiler/Scx.Compiler.csproj -f net10.0 -r linux-x64 -p:ScxReadyToRun=true -o "$staging/tools/linux-x64" "${options[@]}"
fi
for project in src/Scx.Sdk/Scx.Sdk.csproj src/Scx.Diagnostics/Scx.Diagnostics.csproj src/Scx.Runtime/Scx.Runtime.csproj src/Scx.Runtime/Cli/Scx.Run.csproj; do
    dotnet pack "$project" -p:ScxStagingDirectory="$staging" -o "$output" "${options[@]}"
done
