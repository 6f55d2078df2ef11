/** Serving an API: handlers bound to operations (#platform/api), transactions with scope, problem documents. */
export { type ProblemDocument, problemDocument, refusals } from './problems.ts';
export {
  type AnyRoute,
  type Bind,
  bindAhead,
  binder,
  buildServer,
  type FileAnswer,
  type Gate,
  type HandlerRequest,
  type Route,
  type ServerParts,
  type Services,
  type UploadedFile,
} from './server.ts';
