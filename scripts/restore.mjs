// Puts a backup into an empty database and data folder: node scripts/restore.mjs FOLDER
import { loadStorage } from '../src/platform/config/config.ts';
import { restore } from '../src/platform/db/backup.ts';

const source = process.argv[2];
try {
  if (!source) throw new Error('Say from where: npm run restore -- FOLDER');
  const { madeAt } = await restore(loadStorage(), source);
  console.log(`The backup of ${madeAt} is restored. Start the service with the DAWRA_SECRET_KEY it was made with.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
