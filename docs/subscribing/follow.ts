// Follows case events and writes each once to a file, one JSON line an event. Needs Node 20 and no package.
//
//   FEED_URL=https://samspor.example CLIENT_ID=… CLIENT_SECRET=… FOLDER=./inbox npx tsx follow.ts
//
// FOLDER holds what must survive a restart: `cursor`, and `events.jsonl` with what has been taken. Killed at any moment, it goes on where it
// was: an event is written before the cursor that is behind it, and one that comes again is known by its id.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';

const {
  FEED_URL = 'http://127.0.0.1:3000',
  CLIENT_ID = '',
  CLIENT_SECRET = '',
  FOLDER = 'inbox',
} = process.env;
/** Ends when there is nothing more, instead of waiting for it. */
const once = process.env['ONCE'] === '1';
const events = `${FOLDER}/events.jsonl`;
const cursorFile = `${FOLDER}/cursor`;

interface CaseEvent {
  readonly id: string;
  readonly type: string;
}

mkdirSync(FOLDER, { recursive: true });
const taken = new Set(readTaken().map(({ id }) => id));
let cursor = existsSync(cursorFile) ? readFileSync(cursorFile, 'utf8') : undefined;
let token: string | undefined;

for (;;) {
  token ??= await login();
  const where = cursor === undefined ? 'from=origin' : `after=${cursor}`;
  const answer = await fetch(
    `${FEED_URL}/v1/feed?${where}&limit=${process.env['LIMIT'] ?? '200'}${once ? '' : '&wait=30'}`,
    {
      headers: { authorization: `Bearer ${token}` },
    },
  ).catch(() => undefined);
  if (answer?.status === 401) {
    token = undefined;
    continue;
  }
  if (answer === undefined || answer.status >= 500 || answer.status === 429) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    continue;
  }
  // 403: the subscription does not hold. 410: another log; begin anew without a cursor, what is known by its id is dropped.
  if (answer.status !== 200) throw new Error(`The feed refuses: ${answer.status} ${await answer.text()}`);
  const page = (await answer.json()) as CaseEvent[];
  for (const event of page.filter(({ id }) => !taken.has(id))) {
    appendFileSync(events, `${JSON.stringify(event)}\n`);
    taken.add(event.id);
  }
  cursor = answer.headers.get('samspor-next') ?? cursor;
  writeFileSync(`${cursorFile}.new`, cursor ?? '');
  renameSync(`${cursorFile}.new`, cursorFile);
  if (once && page.length === 0) break;
}

async function login(): Promise<string> {
  const answer = await fetch(`${FEED_URL}/v1/feed/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (answer.status !== 200) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** A line that was being written when the program was killed is cut off: its event comes again. */
function readTaken(): CaseEvent[] {
  if (!existsSync(events)) return [];
  const text = readFileSync(events, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(events, Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as CaseEvent);
}
