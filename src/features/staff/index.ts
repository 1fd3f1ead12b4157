export {
  createFirstAdministrator,
  createStaff,
  MIN_PASSWORD,
  type StaffRefusal,
  setStaffActive,
} from './commands.ts';
export { deskGuard, memberOf, requires } from './guard.ts';
export { DESK_ACTIONS, type DeskAction, may, PERMISSIONS, ROLES, type Role } from './roles.ts';
export { staffRoutes } from './routes.tsx';
export { listStaff } from './store.ts';
