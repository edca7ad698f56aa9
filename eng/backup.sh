#!/usr/bin/env bash
# Takes a copy of a running installation: seal heads first, then the database, then the documents, so that everything the database
# names is in the copy. Works while the product runs; the product's options come from the environment, as for the server.
#   eng/backup.sh FOLDER [--keys-to FOLDER]
#     FOLDER      new; gets database, documents, audit heads and a list of hashes
#     --keys-to   where the master key goes, apart from the copy; without it the keys are left out, and whoever restores must have them
set -euo pipefail
umask 077
target=${1:?usage: eng/backup.sh FOLDER [--keys-to FOLDER]}
keys=""
[ "${2:-}" = --keys-to ] && keys=${3:?--keys-to wants a folder}
data=${Data__Directory:-src/Approvals.Web/App_Data}
provider=${Database__Provider:-Sqlite}
connection=${ConnectionStrings__Approvals:-Data Source=$data/approvals.db}
[ -d "$data" ] || { echo "There is no data directory $data; set Data__Directory." >&2; exit 2; }
[ ! -e "$target" ] || { echo "$target is there already; a copy never goes over another." >&2; exit 2; }
. "$(dirname "${BASH_SOURCE[0]}")/connection.sh"
mkdir -p "$target/data"

heads=${Audit__Heads:-$data/audit/heads.jsonl}
[ -f "$heads" ] && cp "$heads" "$target/heads.jsonl"
if [ -n "$keys" ]; then
  mkdir -p "$keys"
  cp -R "$data/keys/." "$keys/"
fi
case ${provider,,} in
  sqlite)
    /usr/bin/python3 - "$(of "Data Source")" "$target/approvals.db" <<'PY'
import sqlite3, sys
source, copy = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True), sqlite3.connect(sys.argv[2])
with copy:
    source.backup(copy)
assert copy.execute("pragma integrity_check").fetchone()[0] == "ok"
PY
    ;;
  postgresql) pg_dump --format=custom --no-owner --file "$target/approvals.dump" "$(libpq)" ;;
  *) echo "$provider: use the database's own backup; this script copies SQLite and PostgreSQL." >&2; exit 2 ;;
esac
[ -d "$data/documents" ] && cp -R "$data/documents" "$target/data/"
[ -d "$data/mail" ] && cp -R "$data/mail" "$target/data/"
(cd "$target" && find . -type f ! -name hashes.txt -print0 | sort -z | xargs -0 sha256sum >hashes.txt)
echo "Copied to $target: $(find "$target" -type f | wc -l) files, $(du -sh "$target" | cut -f1).$([ -n "$keys" ] && echo " Keys are in $keys." || echo " The keys are not in it.")"
