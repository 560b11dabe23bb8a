// Classification codes that letter numbers begin with, as data. The list is national (Permendagri 83/2022 on
// archive classification); a village may write another code into its letterhead. Nobody here could open the
// regulation's own annex, so each code says how it is known.
import type { Words } from '../programmes/definition.ts'

export type ClassificationCode = {
  code: string
  title: Words
  /** `V-code`: read in another village system that carries the annex. `R`: remembered, "perlu verifikasi". */
  evidence: 'V' | 'V-code' | 'R'
  source: string
}

const annex = 'Permendagri 83/2022'
const older = 'Permendagri 7/2005 (kode lama, masih banyak dipakai)'
const seen = (code: string, id: string, en: string): ClassificationCode => ({
  code,
  title: { id, en },
  evidence: 'V-code',
  source: annex,
})

export const classificationCodes: readonly ClassificationCode[] = [
  seen('000', 'Umum', 'General'),
  seen('000.1', 'Ketatausahaan dan kerumahtanggaan', 'Administration and housekeeping'),
  seen('000.1.5', 'Rapat (notula, risalah)', 'Meetings (minutes)'),
  seen('000.5.3.1', 'Penciptaan arsip (registrasi, buku agenda)', 'Creation of records (registers)'),
  seen('000.7.1', 'Musrenbang', 'Development planning meetings'),
  seen('000.7.2', 'Perencanaan pembangunan daerah', 'Local development planning'),
  seen('100.3.3', 'Keputusan, ketetapan pimpinan', 'Decrees'),
  seen('100.3.4', 'Instruksi, surat edaran', 'Instructions, circulars'),
  seen('100.3.5', 'Surat perintah', 'Orders'),
  seen('100.3.7', 'Nota kesepakatan, kontrak, perjanjian', 'Agreements'),
  seen('400', 'Kesejahteraan rakyat', 'Welfare'),
  seen('400.2', 'Pemberdayaan perempuan dan perlindungan anak', 'Women and child protection'),
  seen('400.9', 'Sosial', 'Social affairs'),
  {
    code: '400.10',
    title: { id: 'Pemberdayaan masyarakat dan desa', en: 'Community and village empowerment' },
    evidence: 'R',
    source: annex,
  },
  seen('400.10.2', 'Pemerintahan desa dan kelurahan', 'Village government'),
  seen('500.3', 'Koperasi dan usaha kecil menengah', 'Cooperatives and small business'),
  seen('500.3.4', 'Pembiayaan (simpan pinjam, kredit)', 'Savings and credit'),
  seen('600.1', 'Pekerjaan umum', 'Public works'),
  seen('600.2', 'Perumahan rakyat dan kawasan permukiman', 'Housing and settlements'),
  seen('700.1', 'Pengawasan internal', 'Internal control'),
  seen('900.1', 'Keuangan daerah', 'Local finance'),
  {
    code: '005',
    title: { id: 'Undangan (kode lama)', en: 'Invitations (older code)' },
    evidence: 'R',
    source: older,
  },
  {
    code: '140',
    title: { id: 'Pemerintahan desa (kode lama)', en: 'Village government (older code)' },
    evidence: 'R',
    source: older,
  },
]

export function classificationOf(code: string): ClassificationCode | undefined {
  return classificationCodes.find((each) => each.code === code)
}
