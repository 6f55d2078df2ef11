export {
  type Access,
  accessMatrix,
  mayDo,
  operationsOf,
  type Role,
  roleNames,
  roles,
  whoMay,
} from './access-matrix.ts';
export { passwordFault } from './password.ts';
