// `npm run arrows`: the import rules. Fails also when fewer modules are looked at than there are files: a tool that
// reads nothing reports success.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const run = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (!run.stdout) {
  console.error(run.stderr);
  process.exit(1);
}
const { summary, modules } = JSON.parse(run.stdout);
for (const v of summary.violations) console.error(`${v.rule.severity} ${v.rule.name}: ${v.from} -> ${v.to}`);
const files = globSync('src/**/*.{ts,tsx}').length;
const cruised = modules.filter((m) => m.source.startsWith('src/')).length;
console.log(`${cruised} modules of ${files} files, ${summary.violations.length} violations`);
if (cruised < files) {
  console.error(`only ${cruised} of ${files} files were looked at`);
  process.exit(1);
}
process.exit(summary.violations.length > 0 ? 1 : 0);
