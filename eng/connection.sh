# Reads the connection string in $connection, as the product has it, for backup.sh and restore.sh.

# of NAME: one part of it, whatever its case.
of() {
  local part name
  while IFS= read -r -d ';' part || [ -n "$part" ]; do
    name=${part%%=*}
    [ "${name,,}" = "${1,,}" ] && printf '%s' "${part#*=}" && return
  done <<<"$connection"
}

# libpq: the same for PostgreSQL's own programs; the password goes by the environment, where other people's ps does not show it.
libpq() {
  printf "host=%s port=%s dbname=%s user=%s" "$(of Host)" "$(of Port | grep . || echo 5432)" "$(of Database)" "$(of Username)"
}
if [ -n "$(of Password)" ]; then PGPASSWORD=$(of Password) && export PGPASSWORD; fi
