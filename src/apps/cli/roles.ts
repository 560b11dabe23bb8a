// `rembug roles`: the page of who may what, made from the declarations themselves. docs/roles.md is this page.
import { controls } from '../../capabilities/accounts/roles.ts'
import type { Audience, Role } from '../../kernel/role.ts'
import { controllingRoles, roles } from '../../kernel/role.ts'
import type { FeedSource, Route, ServerCapability, Services } from '../../platform/server/capability.ts'
import { newFile, standardOutput } from './sink.ts'
import type { Typed, Verb } from './verb.ts'
import { both } from './verb.ts'

/** What each role is called, and where it is held. */
const titles: Readonly<Record<Role, readonly [id: string, en: string]>> = {
  volunteer: ['Relawan', 'Resident volunteer'],
  teller: ['Petugas pungut suara', 'Polling teller'],
  facilitator: ['Fasilitator, pendamping', 'Facilitator'],
  'board-member': ['Anggota BKM/LKM', 'Board member'],
  'board-secretary': ['Sekretaris BKM/LKM', 'Board secretary'],
  'unit-manager': ['Pengelola unit (UPK, UPS, UPL)', 'Unit manager'],
  'group-officer': ['Pengurus KSM', 'Group officer'],
  'village-head': ['Lurah, kepala desa', 'Village head'],
  'district-officer': ['Camat, PJOK', 'District officer'],
  'city-officer': ['Petugas kabupaten/kota', 'City officer'],
  'province-officer': ['Petugas provinsi', 'Province officer'],
  'national-officer': ['Petugas pusat', 'National officer'],
  partner: ['Mitra', 'Partner'],
  auditor: ['Auditor', 'Auditor'],
  'privacy-officer': ['Petugas pelindungan data', 'Privacy officer'],
  admin: ['Administrator', 'Administrator'],
}

const title = '# Who may what'

type Row = { what: string; scope: string; audiences: readonly Audience[]; summary: string }

const said = (audiences: readonly Audience[]): string => {
  if (audiences.includes('public')) return '**public**'
  if (audiences.includes('account')) return 'anybody signed in'
  return roles.filter((role) => audiences.includes(role)).join(', ')
}
const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

function table(head: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return []
  return [
    '',
    `| ${head} | at | who | what |`,
    '|---|---|---|---|',
    ...rows.map(
      ({ what, scope, audiences, summary }) =>
        `| \`${what}\` | ${scope} | ${said(audiences)} | ${cell(summary)} |`,
    ),
  ]
}

const routeRow = ({ method, url, roles: audiences, summary }: Route): Row => ({
  what: `${method} ${url}`,
  scope: '',
  audiences,
  summary,
})

const toWhom = (personal: NonNullable<FeedSource['personal']>): string =>
  typeof personal === 'boolean' ? '' : ` to ${personal.join(', ')}`

function section(capability: ServerCapability): string[] {
  const commands = (capability.commands ?? []).map(
    ({ command: { name, scope, roles: audiences, summary } }) => ({
      what: name,
      scope,
      audiences,
      summary,
    }),
  )
  const queries = (capability.queries ?? []).map(({ query: { name, scope, roles: audiences, summary } }) => ({
    what: name,
    scope,
    audiences,
    summary,
  }))
  const held = (capability.feed ?? []).map(({ collection, roles: audiences, personal }) => ({
    what: collection,
    scope: 'village',
    audiences,
    summary: personal ? `personal${toWhom(personal)}: handing it to a phone is logged as seen` : '',
  }))
  // Routes are only asked what they are; nothing of the services is touched before one is called.
  const routes = (capability.routes?.({} as Services) ?? []).map(routeRow)
  return [
    '',
    `## ${capability.name}`,
    ...table('command', commands),
    ...table('query', queries),
    ...table('on a phone', held),
    ...table('route', routes),
  ]
}

function controllingTable(): string[] {
  const rows = controllingRoles.map((role) => {
    const { over, by, from, source } = controls[role]
    return `| ${role} | ${over} | ${by.join(', ')}${from ? ` (${from} or above)` : ''} | ${source} |`
  })
  return [
    '',
    'These control the work of others: appointed from a place above their own (of the nation: by its own), and confirmed by a second',
    'who could have appointed as well, was not the one who did, and was not appointed by them. Before that they give no command.',
    '',
    '| controlling role | over what | appointed by | source |',
    '|---|---|---|---|',
    ...rows,
  ]
}

/** The page, in Markdown. The doors that belong to no capability are in the OpenAPI document. */
export function rolesPage(capabilities: readonly ServerCapability[]): string {
  const names = roles.map((role) => `| ${role} | ${titles[role][0]} | ${titles[role][1]} |`)
  return [
    title,
    '',
    '<!-- Made by `npm run rembug -- roles docs/roles.md`. Do not edit: change the declarations. -->',
    '',
    'Made from the declarations of commands, queries, feeds and routes. Each role is held at a place and reaches all',
    'places below it; the server checks role and place at every door, and the database a second time by row-level security.',
    'What belongs to no capability (sync, feed, files, health) is in `/api/openapi.json`, with its `x-roles`.',
    '',
    'Scope `village`: about one village; `any-place`: any level; `nation`: the nation; `self`: one’s own account.',
    '',
    '| role | Indonesia | English |',
    '|---|---|---|',
    ...names,
    ...controllingTable(),
    ...capabilities.flatMap(section),
    '',
  ].join('\n')
}

export const rolesVerb: Verb = {
  usage: '[FILE]',
  summary: both(
    'Halaman siapa boleh apa, dari deklarasinya',
    'the page of who may what, from the declarations',
  ),
  prepare: async (typed: Typed) => {
    const [file] = typed.positionals
    return {
      ask: {},
      sinks: { out: file ? newFile(file, (text) => text.startsWith(`${title}\n`)) : standardOutput() },
    }
  },
  run: (_house, _ask, link) => rolesTo(link),
  alone: (_settings, _ask, link) => rolesTo(link),
}

async function rolesTo(link: { write(channel: string, bytes: Uint8Array): Promise<void> }): Promise<number> {
  const { serverCapabilities } = await import('../server/capabilities.ts')
  await link.write('out', Buffer.from(rolesPage(serverCapabilities)))
  return 0
}
