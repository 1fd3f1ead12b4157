import { type App, command } from '#platform/app.ts';
import { createStaff, type Role } from '../../staff/index.ts';
import { must } from './stage.ts';

const PASSWORD = 'dawra-demo-2026';

/** Accounts of the desk that exist in the demo only. */
export const DEMO_STAFF: readonly {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly password: string;
}[] = [
  { username: 'admin', displayName: 'منى مديرة النظام', role: 'administrator', password: PASSWORD },
  { username: 'officer', displayName: 'سامر مسؤول التدريب', role: 'training_officer', password: PASSWORD },
  { username: 'author', displayName: 'هدى معدة الامتحانات', role: 'exam_author', password: PASSWORD },
  { username: 'trainer', displayName: 'عمر المدرب', role: 'trainer', password: PASSWORD },
  { username: 'finance', displayName: 'ريم المالية', role: 'finance', password: PASSWORD },
  { username: 'auditor', displayName: 'خالد المدقق', role: 'auditor', password: PASSWORD },
];

export async function addDemoStaff(app: App): Promise<void> {
  for (const account of DEMO_STAFF) {
    must(
      await command(app, { actor: 'staff' }, (work) => createStaff(work, account)),
      `the account ${account.username}`,
    );
  }
}
