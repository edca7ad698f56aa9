# What eng/test.sh is made of: steps, services and the count.
passed=0 failed=0 skipped=0
postgres_folder="" mail_pid=""

# step NAME COMMAND…: one check; prints its output only when it fails.
step() {
  local name=$1 log start=$SECONDS
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1 </dev/null; then
    passed=$((passed + 1))
    echo "ok      $name ($((SECONDS - start)) s)"
    rm -f "$log"
    return 0
  fi
  failed=$((failed + 1))
  echo "FAILED  $name ($((SECONDS - start)) s)"
  tail -n 60 "$log" | sed 's/^/        /'
  rm -f "$log"
  return 1
}

# run_tests PROJECT: one test project; its counts come from the trx file.
run_tests() {
  local name log start=$SECONDS trx counts
  name=$(basename "$1")
  log=$(mktemp)
  # What takes longer than all else together is run by its own command (docs/performance.md).
  dotnet test "$1" --no-build --nologo --filter "Category!=Long" --logger "trx;LogFileName=$name.trx" --results-directory "$results" >"$log" 2>&1 </dev/null
  local code=$?
  trx="$results/$name.trx"
  if [ ! -f "$trx" ]; then
    failed=$((failed + 1))
    echo "FAILED  $name: no result file"
    tail -n 40 "$log" | sed 's/^/        /'
    return
  fi
  counts=$(grep -o '<Counters [^>]*' "$trx" | head -n 1)
  local total executed ok bad
  total=$(attribute total "$counts") executed=$(attribute executed "$counts")
  ok=$(attribute passed "$counts") bad=$((executed - ok))
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - executed))
  echo "$([ $bad = 0 ] && [ $code = 0 ] && echo "ok     " || echo "FAILED ") $name: $ok of $total ($((SECONDS - start)) s)"
  [ $bad != 0 ] && grep -E '^\s+(Failed |Error Message|   at )|\[FAIL\]|Assert|Expected|Actual|^   ' "$log" | head -n 120
  if [ $bad = 0 ] && [ $code != 0 ]; then
    failed=$((failed + 1))
    tail -n 40 "$log" | sed 's/^/        /'
  fi
  rm -f "$log"
}

attribute() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$2"; }

# page_checks: lint, types and unit tests of the page; vitest's own counts are added.
page_checks() {
  local ui=src/Approvals.Web/ui report
  report="$results/page.json"
  step "page: lint" npm --prefix "$ui" run --silent lint || true
  (cd "$ui" && npx vitest run --reporter=json --outputFile="$report") >"$results/page.log" 2>&1 </dev/null
  if [ -f "$report" ]; then
    local ok bad off
    read -r ok bad off < <(node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1]));console.log(r.numPassedTests,r.numFailedTests+(r.numFailedTestSuites&&!r.numFailedTests?1:0),r.numPendingTests)' "$report")
    passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + off))
    echo "$([ "$bad" = 0 ] && echo "ok     " || echo "FAILED ") page: unit tests: $ok"
    [ "$bad" = 0 ] || tail -n 60 "$results/page.log"
  else
    failed=$((failed + 1))
    echo "FAILED  page: unit tests gave no report"
    tail -n 40 "$results/page.log"
  fi
}

# audit REGISTRY: known holes in packages. Where the registry has no advisory data nothing was compared: the line says so, and it
# counts as nothing, neither passed nor skipped.
audit() {
  local said code start=$SECONDS
  said=$(/usr/bin/python3 eng/audit.py "$1" 2>&1 </dev/null)
  code=$?
  case $code in
    0) passed=$((passed + 1)) && echo "ok      advisories of $1: none for $said ($((SECONDS - start)) s)" ;;
    3) echo "nothing advisories of $1: NOT COMPARED, $(tail -n 1 <<<"$said") ($((SECONDS - start)) s)" ;;
    *) failed=$((failed + 1)) && echo "FAILED  advisories of $1 ($((SECONDS - start)) s)" && sed 's/^/        /' <<<"$said" ;;
  esac
}

# install_missing: Debian's packages that the full run needs.
install_missing() {
  local packages=()
  command -v chromium >/dev/null || packages+=(chromium)
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || packages+=(postgresql)
  fc-list 2>/dev/null | grep -qi 'noto.*cjk' || packages+=(fontconfig fonts-noto-cjk)
  /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || packages+=(python3 python3-aiosmtpd)
  [ ${#packages[@]} -eq 0 ] && return 0
  local root=""
  [ "$(id -u)" = 0 ] || root=sudo
  step "install ${packages[*]}" bash -c "export DEBIAN_FRONTEND=noninteractive; $root apt-get update -q && $root apt-get install -y -q --no-install-recommends ${packages[*]}"
}

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

free_port() { /usr/bin/python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }

# start_postgres: a server of our own in a temporary folder, gone at the end.
start_postgres() {
  local bin port
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  port=$(free_port)
  postgres_folder=$(mktemp -d /tmp/approvals-postgres.XXXXXX)
  [ "$(id -u)" = 0 ] && chown postgres "$postgres_folder"
  step "PostgreSQL: initdb" as_postgres "$bin/initdb" -D "$postgres_folder/data" -A trust -U postgres --locale=C.UTF-8 || return 1
  step "PostgreSQL: start" as_postgres "$bin/pg_ctl" -w -D "$postgres_folder/data" -l "$postgres_folder/log" \
    -o "-p $port -k $postgres_folder -c listen_addresses=127.0.0.1 -c max_connections=200" start || return 1
  export APPROVALS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

# start_mail_sink: an SMTP server that keeps what it gets in a folder.
start_mail_sink() {
  local port folder
  port=$(free_port)
  folder=$PWD/artifacts/mail-sink
  mkdir -p "$folder"
  /usr/bin/python3 -m aiosmtpd -n -l "127.0.0.1:$port" -c aiosmtpd.handlers.Mailbox "$folder" >/dev/null 2>&1 </dev/null &
  mail_pid=$!
  export APPROVALS_TEST_SMTP="127.0.0.1:$port" APPROVALS_TEST_SMTP_FOLDER="$folder"
}

stop_services() {
  [ -n "$mail_pid" ] && kill "$mail_pid" 2>/dev/null
  if [ -n "$postgres_folder" ]; then
    as_postgres "$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1
    rm -rf "$postgres_folder"
  fi
  return 0
}

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] && { [ "$CI" != true ] || [ "$skipped" = 0 ]; } && exit 0
  exit 1
}
