#!/usr/bin/env bash
# Kills the real server under load at random moments, on SQLite and PostgreSQL, and checks that nothing was lost or doubled.
#   eng/crash.sh [KILLS] [SEED]     50 kills and a new seed unless given; the seed is printed, so that a run can be repeated
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/lib.sh
export APPROVALS_CRASH_KILLS=${1:-50} APPROVALS_CRASH_SEED=${2:-$RANDOM} CI=${CI:-false}
trap stop_services EXIT
install_missing || finish
start_postgres || finish
step "build" dotnet build tests/Approvals.Crash.Tests -v q || finish
step "build the server" dotnet build src/Approvals.Web -p:SkipUi=true -v q || finish
echo "$APPROVALS_CRASH_KILLS kills, seed $APPROVALS_CRASH_SEED"
dotnet test tests/Approvals.Crash.Tests --no-build --nologo --logger "console;verbosity=detailed" </dev/null
