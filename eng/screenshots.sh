#!/usr/bin/env bash
# Writes pictures of every page, wide and on a phone, in both languages, into artifacts/screenshots, and makes anew those that the
# README and the guides in docs/ show.
# The product runs on a fresh data folder; its cases are played by the end-to-end tests, which check each page on the way.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export APPROVALS_SCREENSHOTS=$PWD/artifacts/screenshots

rm -rf "$APPROVALS_SCREENSHOTS" && mkdir -p "$APPROVALS_SCREENSHOTS"
dotnet build src/Approvals.Web -v q
dotnet build tests/Approvals.EndToEnd.Tests -v q
dotnet test tests/Approvals.EndToEnd.Tests --no-build --filter FullyQualifiedName~Pages.EveryPageTests
cp "$APPROVALS_SCREENSHOTS/submitted-1440.png" docs/images/submitted-1440.png
rm -rf docs/images/guide && mkdir -p docs/images/guide
grep -oh 'images/guide/[^)]*' docs/guide-*.md | sort -u | while read -r picture; do
  cp "$APPROVALS_SCREENSHOTS/guide/${picture##*/}" "docs/$picture"
done
echo "$(find "$APPROVALS_SCREENSHOTS" -name '*.png' | wc -l) pictures in ${APPROVALS_SCREENSHOTS#"$PWD"/}"
