#!/usr/bin/env bash
# sources.sh REGEX: the project's own files whose name matches, one per line; real data is not looked at.
set -euo pipefail
cd "$(dirname "$0")/../.."
find . \( -path ./build -o -path ./data -o -path ./tests/data -o -name .git -o -name node_modules \) -prune -o -type f -print |
    sed 's|^\./||' | grep -E "$1" | sort
