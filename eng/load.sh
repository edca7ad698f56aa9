#!/usr/bin/env bash
# People over HTTP on the real Release server with a PostgreSQL of its own, all on this machine's loopback address; ends by itself:
#   eng/load.sh [--seconds N] [--users N]                       clerks without a pause: three minutes, sixteen of them
#   eng/load.sh people [--seconds N] [--users N] [--pause N]    people of the three kinds who read pages: three minutes, two hundred
#   eng/load.sh uploads [--files N]                             twenty files of 20 MB at once, five times
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/lib.sh
kind=load
case "${1:-}" in people | uploads) kind=$1 && shift ;; esac
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=${CI:-false}
trap stop_services EXIT
dotnet build src/Approvals.Web -c Release -p:SkipUi=true --nologo -v q || exit 1
dotnet build bench/Approvals.Bench -c Release --nologo -v q || exit 1
if [ -z "${APPROVALS_TEST_POSTGRES:-}" ]; then
  install_missing || exit 1
  start_postgres || exit 1
fi
dotnet artifacts/bin/Approvals.Bench/release/Approvals.Bench.dll "$kind" --server "$PWD/artifacts/bin/Approvals.Web/release/Approvals.Web.dll" "$@"
