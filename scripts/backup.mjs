// Copies the database and the documents into a new folder: node scripts/backup.mjs FOLDER
import { loadStorage } from '../src/platform/config/config.ts';
import { backUp } from '../src/platform/db/backup.ts';

const target = process.argv[2];
try {
  if (!target) throw new Error('Say where: npm run backup -- FOLDER');
  const { kind } = await backUp(loadStorage(), target);
  console.log(`The backup (${kind}) is in ${target}. Keep DAWRA_SECRET_KEY in another safe place.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
