// `npm start`: builds when something changed since the last build, then runs pages and worker in one process.
import { spawn } from 'node:child_process';
import { buildIfNeeded } from './build.mjs';

await buildIfNeeded();
const child = spawn(process.execPath, ['dist/main.js', 'all'], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 0)));
