#!/bin/sh
# Makes what compose.yaml needs and nobody may read, in docker/secrets: passwords, addresses that hold them, the municipality's key, and
# certificates of an authority of its own for the event store and PostgreSQL. What is there already stays as it is.
# As root it gives each file to the user who reads it; else do so as docs/operations.md says.
set -eu
umask 077
folder="${1:-$(dirname "$0")/secrets}"
mkdir -p "$folder"
cd "$folder"

# Letters and digits: they stand in addresses.
password() { [ -s "$1" ] || openssl rand -hex 24 | tr -d '\n' > "$1"; }
# Written anew each time, from what stands in the other files.
text() { printf '%s' "$2" > "$1"; }

for name in eventstore_admin_password eventstore_ops_password eventstore_password \
  postgres_password writer_password reader_password vault_password; do
  password "$name"
done
# Empty until somebody writes the mail server into it: smtp://login:password@server:587
[ -e smtp_url ] || : > smtp_url
[ -s municipality_key ] || openssl rand -hex 32 > municipality_key

tls='sslmode=verify-full&sslrootcert=/run/secrets/ca_certificate'
log() { text "$1" "esdb://$2:$(cat "$3")@eventstore:2113?tlsCAFile=%2Frun%2Fsecrets%2Fca_certificate"; }
database() { text "$1" "postgres://$2:$(cat "$3")@postgres:5432/$4?$tls"; }
log eventstore_url samspor eventstore_password
log eventstore_admin_url admin eventstore_admin_password
database superuser_url postgres postgres_password postgres
database writer_url samspor_app writer_password samspor
database reader_url samspor_app_reader reader_password samspor
database vault_url samspor_app_vault vault_password samspor_vault

if [ ! -s ca_certificate ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=Samspor authority' \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout ca_key -out ca_certificate 2> /dev/null
fi
# $1: the name of the service; $2: the common name.
certificate() {
  [ ! -s "$1_certificate" ] || return 0
  printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n' "$1" > extensions
  openssl req -new -newkey rsa:2048 -nodes -subj "/CN=$2" -keyout "$1_key" -out request 2> /dev/null
  openssl x509 -req -in request -CA ca_certificate -CAkey ca_key -CAcreateserial -days 825 -sha256 \
    -extfile extensions -out "$1_certificate" 2> /dev/null
  rm -f extensions request ca_certificate.srl
}
certificate eventstore eventstoredb-node
certificate postgres postgres

# Certificates are for everybody to see.
chmod 644 ca_certificate eventstore_certificate postgres_certificate
# Who reads them in the containers: the programs of Samspor and the event store as 1000, PostgreSQL as 999.
[ "$(id -u)" != 0 ] || { chown 1000:1000 ./*; chown 999:999 postgres_key postgres_password; chown 0:0 ca_key; }
