import { relative, resolve } from 'node:path';
import type { Config } from './config.ts';
import type { KeyStore } from './vault/key-store.ts';

/** What production mode will not start with (decisions.md 12, docs/production.md); empty when all is well. */
export function productionFaults(config: Config, keys: Pick<KeyStore, 'specimen'>): readonly string[] {
  if (config.APP_MODE !== 'production') return [];
  const anchorInside = !relative(resolve(config.DATA_DIR), resolve(config.ANCHOR_FILE)).startsWith('..');
  return [
    ...(config.DEMO_CLOCK ? ['DEMO_CLOCK is set: business dates must be the real ones'] : []),
    ...(config.KEY_STORE_PASSPHRASE.length < 12
      ? ['KEY_STORE_PASSPHRASE is missing or shorter than 12 characters']
      : []),
    ...(keys.specimen ? ['the key file holds SPECIMEN keys: cards would not be valid'] : []),
    ...(anchorInside
      ? ['ANCHOR_FILE lies inside DATA_DIR: an intruder could change chain and anchor together']
      : []),
    ...(config.PUBLIC_URL.startsWith('https:') ? [] : ['PUBLIC_URL is not https']),
    ...(config.SMTP_URL ? [] : ['SMTP_URL is missing: nobody could be told of a decision']),
    ...(config.MAIL_FROM ? [] : ['MAIL_FROM is missing: letters need a sender that people can know']),
    ...(config.S3_ENDPOINT?.startsWith('http:') ? ['S3_ENDPOINT is not https'] : []),
    ...(config.SMS_GATEWAY_URL?.startsWith('http:') ? ['SMS_GATEWAY_URL is not https'] : []),
    ...(config.CLAMD_URL ? [] : ['CLAMD_URL is missing: papers of strangers would be taken unscanned']),
    ...(config.BANK_PUBLIC_KEY_FILE ? [] : ['BANK_PUBLIC_KEY_FILE is missing: no payment could be believed']),
  ];
}

/** Stops with every fault at once, so that nobody has to find them one by one. */
export function refuseDemoInProduction(config: Config, keys: Pick<KeyStore, 'specimen'>): void {
  const faults = productionFaults(config, keys);
  if (faults.length === 0) return;
  throw new Error(`Production mode does not start:\n  ${faults.join('\n  ')}\nSee docs/production.md.`);
}
