import { settingsIn } from '#apps/settings';
import { Networks } from './networks.js';

/** Where messages may be sent beside the internet, and how many redirects are followed. */
export interface WebhooksConfig {
  readonly networks: Networks;
  readonly redirects: number;
}

export function webhooksFromEnv(env: NodeJS.ProcessEnv): WebhooksConfig {
  const text = settingsIn(env);
  const named = (text('WEBHOOK_NETWORKS') ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const redirects = text('WEBHOOK_REDIRECTS') ?? '0';
  if (!/^[0-5]$/.test(redirects)) {
    throw new Error(`WEBHOOK_REDIRECTS must be a number from 0 to 5, not "${redirects}"`);
  }
  try {
    return { networks: new Networks(named), redirects: Number(redirects) };
  } catch (error) {
    throw new Error(
      `WEBHOOK_NETWORKS names networks as 10.20.0.0/16 or fd12::/48, with commas between them: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
