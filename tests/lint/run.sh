#!/usr/bin/env bash
# Everything that can be judged without compiling: one line per check, what it objects to, and a count at the end.
set -uo pipefail
cd "$(dirname "$0")/../.."

sources() { tests/lint/sources.sh "$1"; }

# C++ stands as clang-format puts it.
form() {
    sources '\.(cpp|hpp)$' | xargs -r -P "$(nproc)" -n 20 clang-format --dry-run 2>&1 |
        sed -n 's/^\([^:]*\):[0-9:]* warning: .*/\1: not in form; .\/dev format mends it/p' | sort -u
}

# g++ 12 destroys some temporaries of a co_await expression twice.
coroutines() { sources '\.(cpp|hpp)$' | xargs -r tests/lint/coroutines.py; }

# A file that one does not see through at a glance is two files; what is generated is not read. Of a page its script and markup
# count, which a formatter spreads over more lines than C++: 500.
sizes() {
    sources '(\.(cpp|hpp|py|sh|ts|cmake)|CMakeLists\.txt|^dev)$' | grep -vx client-web/src/wire/wire.ts | xargs -r wc -l |
        awk '$2 != "total" && $1 > 400 {print $2 ": " $1 " lines, more than 400"}'
    sources '\.svelte$' | xargs -r awk '
        FNR == 1 {style = 0; lines = 0}
        /^<style/ {style = 1}
        !style && ++lines == 501 {print FILENAME ": more than 500 lines of script and markup"}'
}

# Names say what a thing is; the text speaks of the project alone and leaves nothing for later.
words() {
    sources '(manager|helper|util)[^/]*$' | sed 's/$/: a name that says nothing/'
    sources . | grep -vx "tests/lint/run.sh" |
        xargs -r grep -nIE '\b(TODO|FIXME|XXX)\b|(^|[^[:alnum:]_.])/(work|root|home)/|\bissues?[ /]#?[0-9]'
    true
}

# What the documents name is there.
documents() { tests/lint/documents.py; }

shell() { sources '(\.sh|^dev|^\.ci/run)$' | xargs -r -n 1 bash -n; }

passed=0 failed=0
for check in form coroutines sizes words documents shell; do
    objections=$($check 2>&1) || objections+=$'\n'"$check ended with an error"
    if [[ -z $objections ]]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s:\n%s\n' "$check" "$objections"
    fi
done
echo "$passed passed, $failed failed"
((failed == 0))
