// One OpenAPI 3.1 document out of the declarations. Every operation carries x-roles: a list, or `public`.
import * as z from 'zod/mini'
import type { Audience } from '../../../kernel/role.ts'
import type { CommandHandler, QueryHandler, Route } from '../capability.ts'
import { isTyped } from './typed.ts'

type Json = Record<string, unknown>

function schemaOf(type: z.ZodMiniType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    unrepresentable: 'any',
    io,
    target: 'draft-2020-12',
  }) as Json
  return schema
}

const xRoles = (roles: readonly Audience[]) => (roles.includes('public') ? 'public' : [...roles])

const problemResponses = Object.fromEntries(
  [
    ['400', 'malformed: each reason names its field'],
    ['401', 'not signed in, or the session cookie came without its half (x-rembug-half)'],
    ['403', 'no role for this at that place'],
    ['404', 'no such thing'],
    ['409', 'the identifier was used for something else'],
    ['422', 'refused by the rules: nothing was stored'],
    ['429', 'too many requests'],
  ].map(([status, description]) => [
    status,
    { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  ]),
)

const jsonBody = (schema: Json) => ({ content: { 'application/json': { schema } } })

const ok = (schema: Json, description = 'done') => ({
  200: { description, content: { 'application/json': { schema } } },
  ...problemResponses,
})

function commandOperation({ command }: CommandHandler): Json {
  return {
    operationId: command.name,
    summary: command.summary,
    tags: [command.name.split('.')[0]],
    'x-roles': xRoles(command.roles),
    'x-place': command.scope,
    'x-kind': 'command',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['id', 'version', 'place', 'at', 'device', 'input'],
            properties: {
              id: {
                type: 'string',
                format: 'uuid',
                description: 'UUIDv7 made by the sender: the idempotency key',
              },
              version: { const: command.version },
              place: { type: 'string', description: 'Kemendagri code of the place the command is about' },
              at: { type: 'string', format: 'date-time' },
              clock: { const: 'server', description: "set where at is not by the device's own clock" },
              device: { type: 'string', maxLength: 64 },
              input: schemaOf(command.input as z.ZodMiniType),
            },
          },
        },
      },
    },
    responses: ok({ $ref: '#/components/schemas/Done' }),
  }
}

function queryOperation({ query }: QueryHandler, by: 'get' | 'post'): Json {
  const input = schemaOf(query.input as z.ZodMiniType) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  const placed = query.scope !== 'self' && query.scope !== 'nation'
  const place = placed ? { place: { type: 'string', description: 'Kemendagri code' } } : {}
  const properties = { ...place, ...input.properties }
  const required = [...Object.keys(place), ...(input.required ?? [])]
  const schema = { type: 'object', properties, required }
  const parameters = Object.entries(properties).map(([name, of]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema: of },
  }))
  return {
    operationId: by === 'post' ? query.name : `${query.name}.by-address`,
    summary: query.summary,
    tags: [query.name.split('.')[0]],
    'x-roles': xRoles(query.roles),
    'x-place': query.scope,
    'x-kind': 'query',
    ...(by === 'get' ? { parameters } : { requestBody: { required: true, ...jsonBody(schema) } }),
    responses: ok(schemaOf(query.output as z.ZodMiniType, 'output')),
  }
}

function routeOperation(route: Route): Json {
  return {
    summary: route.summary,
    'x-roles': xRoles(route.roles),
    'x-kind': 'route',
    ...(route.cookieAlone ? { 'x-cookie-alone': route.cookieAlone } : {}),
    parameters: [...route.url.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(route.input
      ? {
          requestBody: { required: true, ...jsonBody(schemaOf(route.input)) },
        }
      : {}),
    responses: ok(route.output ? schemaOf(route.output, 'output') : { type: 'object' }),
  }
}

const components = {
  schemas: {
    Problem: {
      type: 'object',
      required: ['code', 'message', 'errors'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        errors: {
          type: 'array',
          items: {
            type: 'object',
            required: ['code', 'message'],
            properties: {
              code: { type: 'string' },
              message: { type: 'string' },
              field: { type: 'string' },
              facts: { type: 'object' },
            },
          },
        },
      },
    },
    Done: {
      type: 'object',
      required: ['id', 'status', 'seq', 'answer'],
      properties: {
        id: { type: 'string' },
        status: { enum: ['done', 'before'] },
        seq: { type: 'integer' },
        answer: { type: 'object' },
      },
    },
  },
}

export function openApi(parts: {
  commands: readonly CommandHandler[]
  queries: readonly QueryHandler[]
  routes: readonly Route[]
  version: string
}): Json {
  const paths: Record<string, Json> = {}
  const put = (url: string, method: string, operation: Json) => {
    const path = url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  }
  for (const handler of parts.commands)
    put(`/api/commands/${handler.command.name}`, 'post', commandOperation(handler))
  for (const handler of parts.queries)
    for (const by of isTyped(handler.query) ? (['post'] as const) : (['post', 'get'] as const))
      put(`/api/queries/${handler.query.name}`, by, queryOperation(handler, by))
  for (const route of parts.routes) put(route.url, route.method, routeOperation(route))
  return {
    openapi: '3.1.0',
    info: { title: 'Rembug', version: parts.version, license: { name: 'AGPL-3.0-or-later' } },
    paths,
    components,
  }
}
