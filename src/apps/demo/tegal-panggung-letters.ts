// The paper of Tegal Panggung: the head of its letters, and the invitation to the readiness meeting.
import { issue } from '../../capabilities/letters/letter.ts'
import { setLetterhead } from '../../capabilities/letters/letterhead.ts'
import { defaultFormat } from '../../capabilities/letters/number.ts'
import { actorFor } from './accounts.ts'
import type { Story } from './story.ts'

const facilitator = actorFor('fasilitator')
const lurah = actorFor('lurah')

export async function letterhead(story: Story): Promise<string> {
  const id = story.id('letterhead')
  const head = {
    id,
    office: 'village' as const,
    basedOn: 0,
    upper: ['PEMERINTAH KOTA YOGYAKARTA', 'KEMANTREN DANUREJAN'],
    name: 'KELURAHAN TEGALPANGGUNG',
    address: 'Jalan Contoh No. 1, Yogyakarta',
    contact: '',
    logo: null,
    city: 'Yogyakarta',
    headTitle: 'Lurah Tegalpanggung',
    headName: lurah.name,
    headNumber: '',
    numbering: { format: defaultFormat, unit: 'TGP', pad: 3, seriesBy: 'all' as const },
    kinds: [],
  }
  await story.give(lurah, setLetterhead, head, -39)
  return id
}

export async function invitation(story: Story, head: string, enrolment: string): Promise<string> {
  const id = story.id('letter', 'rkm')
  const letter = {
    id,
    office: 'village' as const,
    letterhead: head,
    enrolment,
    kind: 'invitation',
    classification: '000.1.5',
    date: story.day(-16),
    subject: 'Undangan Rembug Kesiapan Masyarakat',
    addressee: ['Ketua RW dan RT se-Kelurahan Tegalpanggung', 'Tokoh dan warga'],
    body: {
      attachments: '',
      salutation: 'Dengan hormat,',
      paragraphs: [
        'Kami mengundang Bapak/Ibu ke Rembug Kesiapan Masyarakat. Kehadiran warga miskin sangat diharapkan.',
      ],
      basis: null,
      signatories: [],
      copies: [],
    },
    about: [{ collection: 'meetings.meeting', id: story.id('meeting', 'rkm') }],
    numbered: null,
  }
  await story.give(facilitator, issue, letter, -16)
  return id
}
