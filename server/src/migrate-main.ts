import { migrate } from './database/migrate.ts';
import { readMigrationTargets } from './migration-targets.ts';

const { ownerUrl, appUrl } = readMigrationTargets(process.env);
const { applied } = await migrate(ownerUrl, appUrl);
console.log(applied.length === 0 ? 'database is up to date' : `applied ${applied.join(', ')}`);
