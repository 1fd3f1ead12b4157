import { afterAll, beforeAll } from 'vitest';
import { demo } from './demo.ts';
import { deskCommands } from './desk-commands.ts';
import { exam } from './exam.ts';
import { general } from './general.ts';
import { network } from './network.ts';
import { networkCases } from './network-cases.ts';
import { networkExamples } from './network-examples.ts';
import { outsideTheDemo } from './outside.ts';
import { requests } from './requests.ts';
import { type Service, startService } from './service.ts';
import { standing } from './standing.ts';
import { time } from './time.ts';

// One server for all of it: the parts run one after another, and each makes offerings and people of its own.
let running: Service | undefined;

beforeAll(async () => {
  running = await startService(10_000);
}, 120_000);
const stop = async (): Promise<void> => {
  await running?.server.stop();
  running = undefined;
};
afterAll(stop);

const service = (): Service => {
  if (!running) throw new Error('the server did not start');
  return running;
};

general(service);
requests(service);
standing(service);
demo(service);
deskCommands(service);
network(service);
networkExamples(service);
networkCases(service);
exam(service);
time(service);
outsideTheDemo(stop);
