/** Describing an API: operations declared once with their schemas, and the OpenAPI document made from them. */
export { describeApi } from './open-api.ts';
export {
  defineOperation,
  isCommand,
  type Method,
  type Operation,
  type Parsed,
  type RefusalBody,
} from './operation.ts';
