/** HTTP API: operations described once by schemas, bound to handlers, served with problem documents. */
export { describeApi } from './open-api.ts';
export { defineOperation, isCommand, type Method, type Operation } from './operation.ts';
export { type ProblemDocument, problemDocument, refusals } from './problems.ts';
export {
  type AnyRoute,
  bind,
  buildServer,
  type FileAnswer,
  type Gate,
  type HandlerRequest,
  type Route,
  type ServerParts,
  type UploadedFile,
} from './server.ts';
