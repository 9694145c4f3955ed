"""Follows case events and writes each once to a file, one JSON line an event. Python 3.9, standard library.

    FEED_URL=https://samspor.example CLIENT_ID=... CLIENT_SECRET=... FOLDER=./inbox python3 follow.py

FOLDER holds what must survive a restart: `cursor`, and `events.jsonl` with what has been taken. Killed at any moment, it goes on
where it was: an event is written before the cursor that is behind it, and one that comes again is known by its id.
"""
import base64
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request

URL = os.environ.get("FEED_URL", "http://127.0.0.1:3000")
FOLDER = os.environ.get("FOLDER", "inbox")
ONCE = os.environ.get("ONCE") == "1"
EVENTS = os.path.join(FOLDER, "events.jsonl")
CURSOR = os.path.join(FOLDER, "cursor")


def login():
    secret = f"{os.environ['CLIENT_ID']}:{os.environ['CLIENT_SECRET']}".encode()
    request = urllib.request.Request(
        f"{URL}/v1/feed/token",
        data=urllib.parse.urlencode({"grant_type": "client_credentials"}).encode(),
        headers={"Authorization": "Basic " + base64.b64encode(secret).decode()},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["access_token"]


def taken_before():
    """A line that was being written when the program was killed is cut off: its event comes again."""
    if not os.path.exists(EVENTS):
        return set()
    with open(EVENTS, "rb+") as file:
        text = file.read()
        whole = text[: text.rfind(b"\n") + 1]
        file.truncate(len(whole))
    return {json.loads(line)["id"] for line in whole.splitlines()}


def page_after(cursor, token):
    query = {"limit": "200", **({"after": cursor} if cursor else {"from": "origin"}), **({} if ONCE else {"wait": "30"})}
    request = urllib.request.Request(
        f"{URL}/v1/feed?{urllib.parse.urlencode(query)}", headers={"Authorization": f"Bearer {token}"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer), answer.headers["Samspor-Next"]


def follow():
    os.makedirs(FOLDER, exist_ok=True)
    taken = taken_before()
    cursor = open(CURSOR).read() if os.path.exists(CURSOR) else None
    token = login()
    while True:
        try:
            page, following = page_after(cursor, token)
        except urllib.error.HTTPError as error:
            if error.code == 401:
                token = login()
            elif error.code >= 500 or error.code == 429:
                time.sleep(2)
            else:  # 403: the subscription does not hold. 410: another log; begin anew without a cursor.
                raise
            continue
        except OSError:
            time.sleep(2)
            continue
        with open(EVENTS, "a") as file:
            for event in page:
                if event["id"] not in taken:
                    file.write(json.dumps(event) + "\n")
                    taken.add(event["id"])
        cursor = following
        with open(CURSOR + ".new", "w") as file:
            file.write(cursor)
        os.replace(CURSOR + ".new", CURSOR)
        if ONCE and not page:
            return


if __name__ == "__main__":
    follow()
