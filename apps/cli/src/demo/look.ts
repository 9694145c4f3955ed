import { join } from 'node:path';

/** A line for bash that shows what the demonstration made. */
export const howToLook = (url: string, dataDir: string, municipality = '1576'): string =>
  `Look at the cases: curl -s ${url}/v1/cases -H "Authorization: Bearer $(curl -s ${url}/demo/token -H 'Content-Type: application/json' ` +
  `-d '{"key":"'$(cat '${join(dataDir, 'demo-key')}')'","role":"CASEWORKER","municipality":"${municipality}"}' | grep -o '[^"]*\\.[^"]*')"`;
