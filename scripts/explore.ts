import { performance } from 'node:perf_hooks';
import { explore } from '#test/procedure/explore.ts';
import { TRUE_RULES } from '#test/procedure/rules.ts';
import { SMALL_WORLDS } from '#test/procedure/setups.ts';
for (const s of SMALL_WORLDS) { const r = explore([s], TRUE_RULES, () => performance.now());
console.log(s.name, r.states, r.events, r.refused, Math.round(r.milliseconds), r.found ? r.found.violation.message + JSON.stringify(r.found.path) : ''); }
