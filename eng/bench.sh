#!/usr/bin/env bash
# Measures on SQLite and on a PostgreSQL server of its own, which is gone at the end:
#   eng/bench.sh persist [--steps N] | engine | feel | decisions | scale [--cases N] | timers [--count N]
#   eng/bench.sh calendar [--count N] | digests [--count N] | residency [--talents N] | checks [--count N]
# APPROVALS_TEST_POSTGRES names a server that runs already.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/lib.sh
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=${CI:-false}
trap stop_services EXIT
if [ -z "${APPROVALS_TEST_POSTGRES:-}" ]; then
  install_missing || exit 1
  start_postgres || exit 1
fi
dotnet run -c Release --project bench/Approvals.Bench -- "$@"
