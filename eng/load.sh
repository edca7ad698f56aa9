#!/usr/bin/env bash
# Clerks over HTTP on the real Release server with a PostgreSQL of its own, all on this machine's loopback address; ends by itself:
#   eng/load.sh [--seconds N] [--users N]        three minutes and sixteen clerks where nothing is said
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/lib.sh
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=${CI:-false}
trap stop_services EXIT
dotnet build src/Approvals.Web -c Release -p:SkipUi=true --nologo -v q || exit 1
dotnet build bench/Approvals.Bench -c Release --nologo -v q || exit 1
if [ -z "${APPROVALS_TEST_POSTGRES:-}" ]; then
  install_missing || exit 1
  start_postgres || exit 1
fi
dotnet artifacts/bin/Approvals.Bench/release/Approvals.Bench.dll load --server "$PWD/artifacts/bin/Approvals.Web/release/Approvals.Web.dll" "$@"
