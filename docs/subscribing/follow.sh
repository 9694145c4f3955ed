#!/usr/bin/env bash
# Follows case events with curl, page by page, and appends each page to a file as it comes. Repeats are for the reader to drop, by id.
#
#   FEED_URL=https://samspor.example CLIENT_ID=… CLIENT_SECRET=… FOLDER=./inbox ./follow.sh
set -euo pipefail
: "${FEED_URL:=http://127.0.0.1:3000}" "${FOLDER:=inbox}" "${ONCE:=0}"
mkdir -p "$FOLDER"
login() {
  # The secret goes by standard input: what stands on a command line, others can read.
  printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" |
    curl -fsS --config - -d grant_type=client_credentials "$FEED_URL/v1/feed/token" |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
token=$(login)
while :; do
  if [ -s "$FOLDER/cursor" ]; then where="after=$(cat "$FOLDER/cursor")"; else where=from=origin; fi
  [ "$ONCE" = 1 ] || where="$where&wait=30"
  status=$(printf 'header = "Authorization: Bearer %s"\n' "$token" |
    curl -sS --config - -D "$FOLDER/head" -o "$FOLDER/page" -w '%{http_code}' "$FEED_URL/v1/feed?$where&limit=200") || status=000
  case $status in
    200) ;;
    401) token=$(login); continue ;;
    429 | 5* | 000) sleep 2; continue ;;
    *) cat "$FOLDER/page" >&2; exit 1 ;;
  esac
  page=$(cat "$FOLDER/page")
  [ "$page" = '[]' ] || printf '%s\n' "$page" >>"$FOLDER/pages.jsonl"
  sed -n 's/^[Ss]amspor-[Nn]ext: *\([A-Za-z0-9_-]*\).*/\1/p' "$FOLDER/head" >"$FOLDER/cursor.new"
  mv "$FOLDER/cursor.new" "$FOLDER/cursor"
  if [ "$ONCE" = 1 ] && [ "$page" = '[]' ]; then exit; fi
done
