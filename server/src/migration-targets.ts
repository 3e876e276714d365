/** The owner's URL does the migrations; the program's own login (DATABASE_URL) is created or renewed by it. */
export function readMigrationTargets(environment: NodeJS.ProcessEnv): { ownerUrl: string; appUrl?: string } {
  const ownerUrl = environment['DATABASE_OWNER_URL'];
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is missing. See docs/operations.md.');
  const appUrl = environment['DATABASE_URL'];
  return appUrl ? { ownerUrl, appUrl } : { ownerUrl };
}
