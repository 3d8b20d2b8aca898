#!/usr/bin/env bash
# kill_loop.sh [N]: kills the server N times (default 500) under replay; needs a build of `kill_test` (./dev build).
set -euo pipefail
cd "$(dirname "$0")/../.."
test=${KILL_TEST:-build/dev/tests/integration/kill/kill_test}
[[ -x $test ]] || { echo "$test is not built: ./dev build kill_test" >&2; exit 2; }
KLARTEXT_KILLS=${1:-500} exec "$test" --gtest_filter='Kill.Everything*'
