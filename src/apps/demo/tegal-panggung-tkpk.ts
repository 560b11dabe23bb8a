// The neighbourhood team against poverty (TKPK) of Tegal Panggung: its organisations met, the lurah signed on paper, and a letter
// came with local government's approval of its plan.
import { checkDocument, registerDocument } from '../../capabilities/letters/document.ts'
import { dispose, registerIncoming } from '../../capabilities/letters/incoming.ts'
import { enrol } from '../../capabilities/programmes/enrolment.ts'
import { actorFor } from './accounts.ts'
import type { Story } from './story.ts'
import { acknowledgeByPaper, note, observe, paperFile, type Told } from './telling.ts'

const facilitator = actorFor('fasilitator')
const lurah = actorFor('lurah')

/** A letter that came in with a document, passed on by the lurah; what it asks is still to be done. */
async function approval(story: Story, enrolment: string): Promise<void> {
  const number = '050/118/BAPPEDA (contoh)'
  const incoming = story.id('incoming', 'approval')
  const came = {
    ...{ id: incoming, enrolment, receivedOn: story.day(-15), date: story.day(-18), number },
    ...{ sender: 'Bappeda Kota Yogyakarta', subject: 'Persetujuan RTBL Kelurahan Tegalpanggung' },
    ...{ answers: null, scan: null },
  }
  await story.give(facilitator, registerIncoming, came, -15, '10:00')
  const passed = {
    ...{ incoming, basedOn: 1, disposition: story.id('disposition', 'approval'), on: story.day(-15) },
    ...{ to: 'facilitator' as const, toName: facilitator.name, due: story.day(4) },
    note: 'Catat di buku dokumen, umumkan di papan kelurahan, bahas di rembug koordinasi berikutnya.',
  }
  await story.give(lurah, dispose, passed, -15, '11:00')
  const said = ['PERSETUJUAN (contoh, bukan dokumen asli)', 'RTBL Kelurahan Tegalpanggung', number]
  const { scan, keep } = paperFile(story, 'approval', said)
  const document = {
    ...{ id: story.id('document', 'approval'), enrolment, kind: 'plan_approval', number, incoming, scan },
    ...{ signatory: 'Kepala Bappeda (contoh)', position: 'Kepala Bappeda Kota Yogyakarta' },
    ...{ date: story.day(-18), from: null, until: story.day(-18 + 5 * 365) },
  }
  await story.give(facilitator, registerDocument, document, -14)
  await keep(facilitator, -14)
  const right = { document: document.id, basedOn: 1, agrees: true, reason: '', scan: scan.id }
  await story.give(actorFor('sekretaris'), checkDocument, right, -13)
}

/** What local government approved: the residents agreed on their rules before. */
async function rules(story: Story, told: Told): Promise<void> {
  const meeting: Told = {
    ...{ ...told, key: 'rules', kind: 'rules', title: 'Rembug aturan bersama permukiman', on: -24 },
    ...{
      agenda: ['Naskah aturan dibacakan', 'Kesepakatan'],
      invitees: ['poor_residents', 'village_apparatus'],
    },
  }
  const there = { women: 18, men: 16, poor: 9, elements: { poor_residents: 9, village_apparatus: 2 } }
  await note(story, facilitator, meeting, there, {
    ...{ chair: 'Tri Hartadi', notulis: 'Lestari Widowati', option: 'disepakati' },
    minutes: 'Aturan tertulis dibacakan per pasal, dua pasal tentang talud diperbaiki, lalu disepakati.',
    decision: 'Aturan tertulis permukiman berlaku sebagai komitmen bersama.',
  })
}

export async function neighbourhoodTeam(story: Story, programme: string): Promise<void> {
  const enrolment = story.id('enrolment', 'tkpk')
  const input = {
    id: enrolment,
    programme,
    subject: null,
    archive: false,
    afterEra: true,
    startOn: story.day(-38),
    category: null,
    eligibility: {},
  }
  await story.give(facilitator, enrol, input, -38)
  const told: Told = {
    enrolment,
    key: 'coordination',
    placeText: 'Kantor Kelurahan Tegalpanggung',
    start: '19:30',
    end: '21:00',
    kind: 'coordination',
    title: 'Rembug koordinasi lembaga warga',
    organiser: 'TKPK Tegalpanggung',
    agenda: ['Laporan setiap lembaga', 'Kesepakatan kerja bersama'],
    invitees: ['member_bodies', 'village_apparatus', 'poor_residents'],
    on: -30,
  }
  const heads = {
    women: 12,
    men: 15,
    poor: 6,
    elements: { member_bodies: 14, poor_residents: 6, village_apparatus: 2 },
  }
  const held = await note(story, facilitator, told, heads, {
    chair: 'Tri Hartadi',
    notulis: 'Lestari Widowati',
    minutes: 'Sembilan lembaga melaporkan kegiatannya dan menyepakati pertemuan setiap bulan.',
    option: 'disepakati',
    decision: 'Lembaga-lembaga bekerja bersama di bawah koordinasi TKPK.',
  })
  // The lurah was away from every device; a secretary held the scan against what was typed.
  const sheet = {
    meeting: held,
    title: told.title,
    name: lurah.name,
    position: 'Lurah Tegalpanggung',
    on: -29,
  }
  await acknowledgeByPaper(story, sheet, facilitator, actorFor('sekretaris'))
  await rules(story, told)
  await approval(story, enrolment)
  await observe(story, actorFor('anggota'), {
    enrolment,
    outcome: 'attitude',
    seen: 'Warga RT di tepi sungai membersihkan talud bersama tanpa menunggu bantuan; tahun lalu mereka menunggu proyek.',
    quote: 'Ini kampung kami, masa menunggu orang lain',
    on: -12,
  })
}
