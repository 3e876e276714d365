import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDeps } from '../build-deps.ts';
import { readConfig } from '../config.ts';
import { writeKeyFile } from '../vault/file-key-store.ts';
import { newKeyMaterial } from '../vault/key-material.ts';
import { seedDemo } from './seed-demo.ts';

// Makes a demo data folder complete: keys where there are none, places and people where there are none.
const config = readConfig(process.env);
if (config.APP_MODE === 'production') throw new Error('Demo data is refused in production mode.');

if (!existsSync(config.KEY_STORE_FILE)) {
  const { material, escrow } = newKeyMaterial(true);
  // The ministry's own half; in the field it never comes near this machine (docs/keys.md).
  writeFileSync(`${config.KEY_STORE_FILE}.demo-escrow`, JSON.stringify(escrow), { mode: 0o600 });
  writeKeyFile(config.KEY_STORE_FILE, config.KEY_STORE_PASSPHRASE, material);
}

const path = join(config.DATA_DIR, 'demo-accounts.json');
const deps = buildDeps(config, 'seed');
const accounts = await seedDemo(deps, (made) => {
  writeFileSync(`${path}.part`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
});
// A kill after the commit left the file under its first name.
if (existsSync(`${path}.part`) && (accounts || !existsSync(path))) renameSync(`${path}.part`, path);
console.log(accounts ? `demo data loaded, ${accounts.length} accounts` : 'demo data is there already');
await deps.bell.close();
await deps.db.destroy();
