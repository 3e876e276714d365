#!/usr/bin/env bash
# Builds a bare Debian folder with node and npm only and runs `npm start -- --once` and `npm test` in it three times:
# as root, as an ordinary user, and as root under a private home that no other user can enter.
# usage (as root): tests/fresh/run.sh [--quick] [--only root|user|private]   --quick: the launchers' own tests only
# The log, without hosts and absolute paths, goes to docs/proofs/fresh.md.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
patterns='' only='root user private'
while [ $# -gt 0 ]; do
  case $1 in
    --quick) patterns='tests/infrastructure tests/journeys/chromium' ;;
    --only) only=$2; shift ;;
    *) sed -n 4p "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
  shift
done
[ "$(id -u)" = 0 ] || { echo 'run it as root: it needs chroot' >&2; exit 2; }

# Mounts and processes of the room live in namespaces of their own and end with this script.
if [ "${FRESH_INSIDE:-}" != 1 ]; then
  work=$(mktemp -d "${TMPDIR:-/tmp}/permit-fresh-XXXXXX")
  args=(); [ -z "$patterns" ] || args+=(--quick); args+=(--only "$only")
  status=0
  FRESH_INSIDE=1 FRESH_WORK=$work unshare --mount --pid --fork --mount-proc "${BASH_SOURCE[0]}" "${args[@]}" || status=$?
  rm -rf --one-file-system "$work"
  exit $status
fi
work=$FRESH_WORK
# One commit for all three runs, whatever is committed meanwhile.
commit=$(git -C "$project" rev-parse HEAD)
room=$work/room
raw=$work/raw.log

build_room() {
  local tool; tool=$(command -v debootstrap || true)
  if [ -z "$tool" ]; then
    (cd "$work" && apt-get -qq -o APT::Sandbox::User= download debootstrap && dpkg-deb -x debootstrap_*.deb unpacked)
    tool=$work/unpacked/usr/sbin/debootstrap
    export DEBOOTSTRAP_DIR=$work/unpacked/usr/share/debootstrap
  fi
  "$tool" --variant=minbase bookworm "$room" >"$work/debootstrap.log" 2>&1 ||
    { tail -5 "$work/debootstrap.log" >&2; exit 1; }
  # Node and npm of this machine, nothing else of it.
  cp -a "$(readlink -f "$(command -v node)")" "$room/usr/bin/node"
  mkdir -p "$room/usr/lib/node_modules" "$room/usr/etc"
  cp -a "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$room/usr/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$room/usr/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$room/usr/bin/npx"
  # The way to the registries is this machine's: resolver, certificates, npm's registry.
  cp -L /etc/resolv.conf "$room/etc/resolv.conf"
  mkdir -p "$room/etc/ssl/certs"
  cp -L /etc/ssl/certs/ca-certificates.crt "$room/etc/ssl/certs/"
  { echo 'cafile=/etc/ssl/certs/ca-certificates.crt'; echo 'cache=/var/cache/npm'; echo 'update-notifier=false'
    echo "registry=$(npm config get registry 2>/dev/null)"; } >"$room/usr/etc/npmrc"
  # One cache for the three runs, so that only the first one downloads.
  mkdir -p -m 1777 "$room/var/cache/npm"
  mount -t proc proc "$room/proc"
  mount -t tmpfs tmpfs "$room/dev"
  for device in null zero full random urandom tty; do
    touch "$room/dev/$device"; mount --bind "/dev/$device" "$room/dev/$device"
  done
  ln -s /proc/self/fd "$room/dev/fd"
  mkdir -m 1777 "$room/dev/shm"
  chroot "$room" useradd --create-home worker
}

# $1 scenario, $2 user, $3 home: a clean checkout there, both commands, their logs and exit codes.
run_scenario() {
  local name=$1 user=$2 home=$3 code
  mkdir -p "$room$home/project"
  git -C "$project" archive "$commit" | tar -x -C "$room$home/project"
  chown -R "$user:" "$room$home/project" 2>/dev/null || chroot "$room" chown -R "$user:" "$home/project"
  chmod -R a+rwX "$room/var/cache/npm"
  for command in 'npm start --silent -- --once' "npm test --silent${patterns:+ -- $patterns}"; do
    printf '## %s: `%s`\n\n```\n' "$name" "$command" >>"$raw"
    set +e
    chroot --userspec="$user:$user" "$room" /usr/bin/env -i "HOME=$home" PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
      TERM=dumb sh -c "cd '$home/project' && $command" </dev/null 2>&1 |
      tee -a "$work/$name.full.log" | grep -E '^(\[|FAIL|  ●|[0-9]+ passed|\{)' >>"$raw"
    code=${PIPESTATUS[0]}
    set -e
    printf '```\n\nexit %s\n\n' "$code" >>"$raw"
    echo "$name: $command: exit $code" >&2
    [ "$code" = 0 ] || failed=1
  done
  mkdir -p "$project/artifacts/fresh"
  cp "$work/$name.full.log" "$project/artifacts/fresh/"
  rm -rf --one-file-system "$room$home/project"
}

# Neither hosts nor places of this machine, nor the passwords of a demo that is gone.
strip_log() {
  sed -E -e '/^\[account\]/d' \
    -e 's#https?://(127\.0\.0\.1)#local://\1#g; s#https?://[^ "]+#<address>#g; s#local://#http://#g' \
    -e 's#(^|[ "(=])/[A-Za-z0-9._/-]+/([A-Za-z0-9._-]+)#\1…/\2#g' "$1"
}

failed=0
: >"$raw"
build_room
[[ $only != *root* ]] || { mkdir -p "$room/srv/root"; run_scenario 'as root' root /srv/root; }
[[ $only != *user* ]] || run_scenario 'as an ordinary user' worker /home/worker
# Nobody but root enters this home, and a chroot refuses user namespaces: the database must find another place.
[[ $only != *private* ]] || { chmod 0700 "$room/root"; run_scenario 'under a private home' root /root; }

mkdir -p "$project/docs/proofs"
{
  printf '# Proof: fresh\n\n'
  printf 'A bare Debian %s made by debootstrap (minbase), with node %s and npm %s added and nothing else; %s cores. ' \
    "$(cat "$room/etc/debian_version")" "$(node --version)" "$(npm --version 2>/dev/null)" "$(nproc)"
  printf 'Made by `tests/fresh/run.sh%s` on %s at commit %s. Lines of single tests are left out.\n\n' \
    "${patterns:+ --quick}" "$(date -u +%F)" "${commit:0:7}"
  strip_log "$raw"
} >"$project/docs/proofs/fresh.md"
[ $failed = 0 ] && echo 'fresh: every command ended with 0' || { echo 'fresh: something failed, see docs/proofs/fresh.md'; exit 1; }
