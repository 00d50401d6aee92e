#!/bin/sh
# build.sh OUTPUT [LIBTORCH]: builds OUTPUT/libzctorch.so. A lock lets parallel builds take turns, and the
# library is moved into place so that nobody loads half of one.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
output=$1
libtorch=${2:-}
mkdir -p "$output/build"
exec 9>"$output/build.lock"
flock 9
rm -f "$output/build/CMakeCache.txt"
# A refusal reaches MSBuild as one error line.
if ! cmake -S "$source" -B "$output/build" -DCMAKE_BUILD_TYPE=Release -DLIBTORCH="$libtorch" \
    2>"$output/build/configure.log"; then
    echo "zctorch : error ZCT001: $(grep -v '^CMake Error' "$output/build/configure.log" | tr -s ' \n' ' ')"
    exit 1
fi
cmake --build "$output/build" --parallel
cp "$output/build/libzctorch.so" "$output/libzctorch.so.new"
mv "$output/libzctorch.so.new" "$output/libzctorch.so"
