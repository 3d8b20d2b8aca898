#!/usr/bin/env bash
# run.sh PROGRAM [ARGS OF serve]: a server with an example workshop in which fourteen simulated people write and vote at human speed
# through the same doors as browsers. Prints the links; Ctrl+C ends it. Nothing of it is kept.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
program=$1
shift
folder=$(mktemp -d)
password=$(head -c 9 /dev/urandom | base64 | tr '+/' '-_')
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$folder"' EXIT
trap 'exit 0' INT TERM

printf '%s\n' "$password" | "$program" account add demo --password-stdin --data "$folder/data" >/dev/null
printf '{"name": "demo", "password": "%s"}' "$password" >"$folder/login"
"$program" serve --data "$folder/data" --mail "$folder/mail" "$@" >"$folder/log" 2>&1 &
server=$!
until url=$(grep -om1 'http://[0-9a-z.:]*' "$folder/log"); do
    kill -0 $server 2>/dev/null || { cat "$folder/log"; exit 1; }
    sleep 0.1
done
"$program" replay "$here/kreativraum.jsonl" --server "$url" --login "$folder/login" --speed 1 >"$folder/played" 2>&1 &

ask() { curl -fsS -b "$folder/cookies" -c "$folder/cookies" -H 'Content-Type: application/json' "$@"; }
ask -d "@$folder/login" "$url/api/v1/desk/login"
until listed=$(ask "$url/api/v1/desk/sessions") && [[ $listed == *'"code"'* ]]; do sleep 0.2; done
value() { sed -n 's/.*"'"$1"'": *"\([^"]*\)".*/\1/p' <<<"$listed"; }
cat <<TEXT

A workshop runs for some eleven minutes, with fourteen simulated people.

  desk         $url/desk/sessions/$(value id)   (name demo, password $password)
  participant  $url/$(value code)
  presenter    $url/$(value code)/present

Ctrl+C ends it.
TEXT
wait -n || true
cat "$folder/played"
echo "The workshop is over; the server goes on until Ctrl+C."
wait
