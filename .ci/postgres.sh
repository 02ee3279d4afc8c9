#!/usr/bin/env bash
# Runs a command beside a real PostgreSQL: .ci/postgres.sh npm test
# The server belongs to a plain user, listens on this machine alone, and goes with all its data when the command ends.
set -euo pipefail

initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
if [ -z "$initdb" ]; then
  echo 'There is no PostgreSQL here. On Debian: apt-get install postgresql' >&2
  exit 1
fi
bin=$(dirname "$initdb")
data=$(mktemp -d)
plain=()
# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then
  plain=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
  chown nobody:nogroup "$data"
fi

cleanup() {
  "${plain[@]}" "$bin/pg_ctl" stop -D "$data/cluster" -m immediate -s >/dev/null 2>&1 || true
  rm -rf "$data"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# A password nobody knows: only what is started here can come in.
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
(umask 077 && printf '%s\n' "$password" >"$data/password")
[ "${#plain[@]}" = 0 ] || chown nobody:nogroup "$data/password"

cd "$data"
"${plain[@]}" "$bin/initdb" -D "$data/cluster" -U admin -A scram-sha-256 --pwfile="$data/password" \
  -E UTF8 --locale=C.UTF-8 >"$data/initdb.log" 2>&1 || { cat "$data/initdb.log" >&2; exit 1; }
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
# fsync stays on: what is measured and tried here is what a team would run.
"${plain[@]}" "$bin/pg_ctl" start -D "$data/cluster" -w -s -l "$data/server.log" \
  -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$data -c max_connections=200" ||
  { cat "$data/server.log" >&2; exit 1; }
cd "$OLDPWD"

# What a machine that loses its power does to the server, and its coming back.
export TEST_POSTGRES_CRASH="cd '$data' && ${plain[*]} '$bin/pg_ctl' restart -D '$data/cluster' -m immediate -w -s -l '$data/server.log'"
export TEST_POSTGRES="postgres://admin:$password@127.0.0.1:$port/postgres"
"$@"
