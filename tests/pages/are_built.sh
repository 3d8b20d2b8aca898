#!/usr/bin/env bash
# Fails when something in client-web/ is newer than the pages that are built of it.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../client-web"

built=dist/index.html.br
if [[ ! -e $built ]]; then
    reason="client-web/$built is missing"
else
    newer=$(find . -name node_modules -prune -o -path './dist*' -prune -o -type f -newer "$built" -print -quit)
    [[ -n $newer ]] || exit 0
    reason="client-web/${newer#./} is newer than client-web/$built"
fi
echo "$reason: run ./dev build, or in client-web/ ./tool.sh vite build && node compress.mjs dist"
exit 1
