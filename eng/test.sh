#!/usr/bin/env bash
# Proves the tree: installs what is missing, then runs every check and closes with "N passed, N failed, N skipped".
#   eng/test.sh        everything, as CI does
#   eng/test.sh fast   the inner loop: no browser, no killed processes, no virtual year, SQLite only
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/lib.sh

mode=${1:-full}
case "$mode" in full | fast) ;; *) echo "usage: eng/test.sh [fast]" >&2; exit 2 ;; esac
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 CI=${CI:-false}
results=$PWD/artifacts/test-results
rm -rf "$results" && mkdir -p "$results"
trap stop_services EXIT

if [ "$mode" = fast ]; then
  unset APPROVALS_TEST_POSTGRES
  step "build" dotnet build Approvals.sln -p:SkipUi=true -v q || finish
  for project in tests/*.Tests; do
    case "$project" in *EndToEnd* | *Crash* | *Year*) continue ;; esac
    run_tests "$project"
  done
  finish
fi

install_missing || finish
step "restore (lock files in step)" dotnet restore Approvals.sln --locked-mode -v q || finish
step "tools" dotnet tool restore || finish
step "format" dotnet format whitespace Approvals.sln --no-restore --verify-no-changes || true
step "build, warnings as errors" dotnet build Approvals.sln --no-restore -v q || finish
audit nuget
audit npm
page_checks
start_postgres || finish
start_mail_sink || finish
for project in tests/*.Tests; do
  run_tests "$project"
done
for provider in eng/migrations/*; do
  step "migrations in step: $(basename "$provider")" "$provider" || true
done
step "bench smoke" dotnet run --project bench/Approvals.Bench --no-restore -- --smoke || true
finish
