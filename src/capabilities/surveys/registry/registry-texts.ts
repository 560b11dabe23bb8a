// What the registry's room says: doubts it puts on a submission, differences, and refusals.
import { texts } from '../../../kernel/text.ts'

export const registryTexts = texts({
  'surveys.registry-conflict': [
    'Isian ini berbeda dengan data warga; pilih mana yang benar.',
    'This submission and the registry differ; choose which is right.',
  ],
  'surveys.entity-awaited': [
    'Isian ini memperbarui catatan yang belum ada di data warga, atau yang sudah dihapus atau digabung.',
    'This submission updates a record that has not come to the registry yet, or that was erased or merged.',
  ],
  'surveys.no-such-list': [
    'Formulir menyebut daftar yang tidak ada di Rembug; jawabannya tetap tersimpan di isian.',
    'The form names a list that Rembug does not have; its answers stay in the submission.',
  ],
  'surveys.no-such-property': [
    'Data warga tidak menyimpan kolom ini; jawabannya tetap tersimpan di isian.',
    'The registry does not keep this property; its answer stays in the submission.',
  ],
  'surveys.not-an-entity-id': [
    'Nomor catatan pada formulir tidak dapat dibaca (harus UUID).',
    'The record’s id in the form cannot be read (it must be a UUID).',
  ],
  'surveys.entity-id-taken': [
    'Nomor catatan ini sudah dipakai catatan lain, misalnya yang sudah dihapus atau digabung.',
    'This id belongs to another record already, perhaps one that was erased or merged.',
  ],
  'surveys.registry-changed': [
    'Diubah orang lain di data warga setelah formulir diunduh.',
    'Somebody else changed it in the registry after the form was fetched.',
  ],
  'surveys.household-by-move': [
    'Pindah keluarga dicatat lewat menu Pindah di data warga.',
    'Moving to another household is noted as a move in the registry.',
  ],
  'surveys.value-not-understood': [
    'Isian ini tidak dipahami data warga.',
    'The registry does not understand this value.',
  ],
  'surveys.resident-needs-name-and-sex': [
    'Warga baru perlu nama dan jenis kelamin.',
    'A new resident needs a name and a sex.',
  ],
  'surveys.no-open-conflict': [
    'Perbedaan ini tidak ada atau sudah diputuskan.',
    'There is no such difference, or it was settled already.',
  ],
  'surveys.not-in-conflict': [
    'Kolom {property} tidak termasuk perbedaan ini.',
    'The property {property} is not part of this difference.',
  ],
})
