#!/usr/bin/env bash
# Two nodes of the real server on a PostgreSQL of their own: people file and decide on both, one node is killed (SIGKILL), the other
# goes on. Prints how long people and claimed rows waited, checks that nothing was lost or doubled, and stops everything it started.
#   eng/two-nodes.sh [SECONDS]     both nodes work for so long before one is killed; 20 unless given
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/lib.sh
export APPROVALS_TWO_NODES_SECONDS=${1:-20} CI=${CI:-false}
trap stop_services EXIT
install_missing || finish
start_postgres || finish
step "build" dotnet build tests/Approvals.Crash.Tests -v q || finish
step "build the server" dotnet build src/Approvals.Web -p:SkipUi=true -v q || finish
dotnet test tests/Approvals.Crash.Tests --no-build --nologo --filter FullyQualifiedName~TwoNodes --logger "console;verbosity=detailed" </dev/null
