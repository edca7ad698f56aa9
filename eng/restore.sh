#!/usr/bin/env bash
# Brings a copy back into an empty installation; the product must not run. The product's options come from the environment.
#   eng/restore.sh FOLDER --keys-from FOLDER
# Afterwards: approvals database migrate (where the product is newer than the copy), approvals audit verify.
set -euo pipefail
umask 077
source=${1:?usage: eng/restore.sh FOLDER --keys-from FOLDER}
[ "${2:-}" = --keys-from ] || { echo "usage: eng/restore.sh FOLDER --keys-from FOLDER" >&2; exit 2; }
keys=${3:?--keys-from wants a folder}
data=${Data__Directory:-src/Approvals.Web/App_Data}
provider=${Database__Provider:-Sqlite}
connection=${ConnectionStrings__Approvals:-Data Source=$data/approvals.db}
. "$(dirname "${BASH_SOURCE[0]}")/connection.sh"
(cd "$source" && sha256sum --check --quiet hashes.txt) || { echo "The copy is not as it was made; nothing was restored." >&2; exit 1; }
[ -f "$keys/master.keys" ] || { echo "There is no master.keys in $keys; without it nothing sensitive can be read." >&2; exit 2; }
for each in documents keys audit; do
  [ ! -e "$data/$each" ] || { echo "$data/$each is there already; restore into an empty data directory." >&2; exit 2; }
done
case ${provider,,} in
  sqlite)
    file=$(of "Data Source")
    [ ! -e "$file" ] || { echo "$file is there already." >&2; exit 2; }
    mkdir -p "$(dirname "$file")"
    cp "$source/approvals.db" "$file"
    ;;
  postgresql)
    tables=$(psql -XAtc "select count(*) from information_schema.tables where table_schema = 'public'" "$(libpq)") \
      || { echo "The database does not answer; create an empty one first." >&2; exit 2; }
    [ "$tables" = 0 ] || { echo "The database has $tables tables; restore into an empty one." >&2; exit 2; }
    pg_restore --no-owner --exit-on-error --single-transaction --dbname "$(libpq)" "$source/approvals.dump"
    ;;
  *) echo "$provider: use the database's own restore; this script knows SQLite and PostgreSQL." >&2; exit 2 ;;
esac
mkdir -p "$data/keys"
[ -d "$source/data" ] && cp -R "$source/data/." "$data/"
cp -R "$keys/." "$data/keys/"
heads=${Audit__Heads:-$data/audit/heads.jsonl}
if [ -f "$source/heads.jsonl" ]; then
  mkdir -p "$(dirname "$heads")"
  cp "$source/heads.jsonl" "$heads"
fi
echo "Restored from $source. Now: approvals audit verify."
