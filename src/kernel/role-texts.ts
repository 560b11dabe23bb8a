// What the roles are called; the gate and the lists of people say them.
import { texts } from './text.ts'

export const roleTexts = texts({
  'accounts.role.volunteer': ['Relawan', 'Volunteer'],
  'accounts.role.teller': ['Petugas penghitung suara', 'Teller'],
  'accounts.role.facilitator': ['Fasilitator', 'Facilitator'],
  'accounts.role.board-member': ['Anggota BKM/LKM', 'Board member'],
  'accounts.role.board-secretary': ['Sekretaris BKM/LKM', 'Board secretary'],
  'accounts.role.unit-manager': ['Pengelola unit (UPK/UPS/UPL)', 'Unit manager'],
  'accounts.role.group-officer': ['Pengurus KSM', 'Group officer'],
  'accounts.role.village-head': ['Lurah/Kepala desa', 'Village head'],
  'accounts.role.district-officer': ['Petugas kecamatan (Camat, PJOK)', 'District officer'],
  'accounts.role.city-officer': ['Petugas kota/kabupaten', 'City officer'],
  'accounts.role.province-officer': ['Petugas provinsi', 'Province officer'],
  'accounts.role.national-officer': ['Petugas pusat', 'National officer'],
  'accounts.role.partner': ['Mitra', 'Partner'],
  'accounts.role.auditor': ['Pemeriksa', 'Auditor'],
  'accounts.role.privacy-officer': ['Petugas pelindungan data', 'Privacy officer'],
  'accounts.role.admin': ['Administrator', 'Administrator'],
})
