// What the review room says: refusals, and the words of events.
import { texts } from '../../../kernel/text.ts'

export const reviewTexts = texts({
  'surveys.no-such-submission': [
    'Isian ini tidak ada di desa ini.',
    'There is no such submission in this village.',
  ],
  'surveys.judged-meanwhile': [
    'Isian ini sudah diperiksa atau diperbaiki orang lain; lihat lagi sebelum memutuskan.',
    'Somebody else judged or edited this submission meanwhile; look again before deciding.',
  ],
  'surveys.not-from-this-state': [
    'Isian dengan status ini tidak dapat diubah langsung ke status itu.',
    'A submission in this state cannot go straight to that state.',
  ],
  'surveys.item-twice': ['Satu isian disebut dua kali.', 'One submission is named twice.'],
  'surveys.back-only-with-issues': [
    'Hanya isian yang ditandai ada masalah yang dikembalikan.',
    'Only a submission marked as having issues is sent back.',
  ],
  'surveys.comment-needed': [
    'Tulis alasannya: isian ditolak, dikembalikan, atau keputusannya dibatalkan.',
    'Write why: a submission is rejected, sent back, or a decision is undone.',
  ],
  'surveys.comment-empty': ['Tulis dahulu komentarnya.', 'Write the comment first.'],
  'surveys.closed-for-review': [
    'Survei "{title}" sudah ditutup lengkap; buka kembali dahulu untuk mengubah keputusan.',
    'The survey "{title}" was closed as complete; open it again to change a decision.',
  ],
  'surveys.not-yours': [
    'Anda hanya dapat melihat isian yang Anda kirim sendiri.',
    'You may look only at submissions that you sent yourself.',
  ],
  'surveys.back-only-here': [
    'Isian ini dikirim dari ODK Collect, yang tidak dapat menerima kembali. Pengembaliannya hanya tampak di ponsel desa ini yang memakai Rembug.',
    'This submission came from ODK Collect, which takes nothing back. It shows as sent back only on phones of this village that have Rembug.',
  ],
})
