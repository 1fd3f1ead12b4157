/** Roles of the desk. */
export const ROLES = ['administrator', 'training_officer', 'exam_author', 'trainer', 'finance', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What can be done on the desk. */
export const DESK_ACTIONS = [
  'see_offerings',
  'see_applications',
  'edit_courses',
  'edit_offerings',
  'decide_offerings',
  'decide_applications',
  'record_attendance',
  'judge_proofs',
  'see_exams',
  'edit_exams',
  'see_finance',
  'settle_finance',
  'grant_waivers',
  'see_evaluations',
  'manage_staff',
] as const;
export type DeskAction = (typeof DESK_ACTIONS)[number];

/** The one table of role × action. What is not listed is denied. */
export const PERMISSIONS: Readonly<Record<Role, readonly DeskAction[]>> = {
  administrator: DESK_ACTIONS,
  training_officer: [
    'see_offerings',
    'see_applications',
    'edit_courses',
    'edit_offerings',
    'decide_offerings',
    'decide_applications',
    'record_attendance',
    'judge_proofs',
    'see_evaluations',
  ],
  exam_author: ['see_offerings', 'see_exams', 'edit_exams'],
  trainer: ['see_offerings', 'record_attendance'],
  finance: ['see_offerings', 'see_finance', 'settle_finance', 'grant_waivers'],
  auditor: ['see_offerings', 'see_applications', 'see_exams', 'see_finance', 'see_evaluations'],
};

/** Deny by default. */
export const may = (role: Role, action: DeskAction): boolean => PERMISSIONS[role].includes(action);
