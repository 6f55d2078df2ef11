import { z } from 'zod';
import { isCommand, type Operation } from './operation.ts';

type Json = Record<string, unknown>;

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem document',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    instance: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    facts: { type: 'object', additionalProperties: true },
  },
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function answerOf(operation: Operation): Json {
  if (operation.answersFile) {
    return {
      200: {
        description: 'Tệp',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  }
  if (operation.redirects) return { 302: { description: 'Chuyển tới trang khác' } };
  if (!operation.answer) return { 204: { description: 'Xong' } };
  return {
    200: {
      description: 'Xong',
      content: { 'application/json': { schema: schemaOf(operation.answer, 'output') } },
    },
  };
}

function bodyOf(operation: Operation): Json | undefined {
  if (operation.takesFile) {
    return {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['file'],
            properties: { file: { type: 'string', format: 'binary' } },
          },
        },
      },
    };
  }
  const media = operation.takesForm ? 'application/x-www-form-urlencoded' : 'application/json';
  return operation.body
    ? { required: true, content: { [media]: { schema: schemaOf(operation.body, 'input') } } }
    : undefined;
}

/** How clients get in, where there are operations for them. */
function clientSecurity(operations: readonly Operation[]): Json {
  const scopes = new Set(operations.flatMap((operation) => operation.scopes ?? []));
  const token = operations.find((operation) => operation.takesForm);
  if (scopes.size === 0 || !token) return {};
  return {
    client: {
      type: 'oauth2',
      flows: {
        clientCredentials: {
          tokenUrl: token.path,
          scopes: Object.fromEntries([...scopes].sort().map((scope) => [scope, ''])),
        },
      },
    },
  };
}

/** Builds the OpenAPI 3.1 document of all operations from the schemas that validate them. */
export function describeApi(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const requestBody = bodyOf(operation);
    paths[operation.path] ??= {};
    (paths[operation.path] as Json)[operation.method.toLowerCase()] = {
      operationId: operation.id,
      summary: operation.summary,
      tags: [operation.id.split('.')[0]],
      parameters: [
        ...(operation.params ? parametersOf(operation.params, 'path') : []),
        ...(operation.query ? parametersOf(operation.query, 'query') : []),
        ...(isCommand(operation)
          ? [
              {
                name: 'Idempotency-Key',
                in: 'header',
                required: false,
                description: 'Command id (UUID): the same id is carried out once.',
                schema: { type: 'string', format: 'uuid' },
              },
            ]
          : []),
      ],
      ...(requestBody ? { requestBody } : {}),
      responses: {
        ...answerOf(operation),
        default: {
          description: 'Từ chối hoặc lỗi',
          content: operation.refusal
            ? { 'application/json': { schema: schemaOf(operation.refusal.shape, 'output') } }
            : { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      ...(operation.scopes ? { security: operation.scopes.map((scope) => ({ client: [scope] })) } : {}),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hoa Ban',
      version: '1',
      description: 'API của Hoa Ban. Mỗi operationId cũng là tên quyền.',
    },
    paths,
    components: { schemas: { Problem: problemSchema }, securitySchemes: clientSecurity(operations) },
  };
}
