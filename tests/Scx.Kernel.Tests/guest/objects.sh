# What the kernel refuses or ejects, and what the code fixes made of mistakes.
cd "$(dirname "$0")/../../.."
run=tests/ObjectRunner/bin/$1/net10.0/ObjectRunner.dll
dotnet "$run" artifacts/kernel-tests/refused --for 6 --no-stats 2>&1
dotnet "$run" artifacts/kernel-tests/fixed --verify --json 2>&1
