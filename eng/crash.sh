#!/usr/bin/env bash
# Kills the real server under load at random moments, on SQLite and PostgreSQL, and checks that nothing was lost or doubled.
#   eng/crash.sh [KILLS|MINUTESm] [SEED]     50 kills and a new seed unless given; 10m goes on killing for ten minutes.
#                                            The seed is printed, so that a run can be repeated.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/lib.sh
how_long=${1:-50}
case $how_long in
  *m) export APPROVALS_CRASH_KILLS=1 APPROVALS_CRASH_MINUTES=${how_long%m} ;;
  *) export APPROVALS_CRASH_KILLS=$how_long ;;
esac
export APPROVALS_CRASH_SEED=${2:-$RANDOM} CI=${CI:-false}
trap stop_services EXIT
install_missing || finish
start_postgres || finish
step "build" dotnet build tests/Approvals.Crash.Tests -v q || finish
step "build the server" dotnet build src/Approvals.Web -p:SkipUi=true -v q || finish
echo "${how_long/%m/ minutes} $([[ $how_long == *m ]] || echo kills), seed $APPROVALS_CRASH_SEED"
dotnet test tests/Approvals.Crash.Tests --no-build --nologo --logger "console;verbosity=detailed" </dev/null
