// What screens of meetings say where a workshop is meant.
import { texts } from '../../kernel/text.ts'

export const workshopTexts = texts({
  'meetings.plan-workshop': ['Rencanakan FGD', 'Plan a workshop'],
  'meetings.plan-workshop-kind': ['FGD apa?', 'Which workshop?'],
  'meetings.kind-general-workshop': ['FGD umum', 'General workshop'],
  'meetings.back-workshops': ['FGD', 'Workshops'],
  'meetings.to-tools': ['Buka alat FGD', 'Open the tools'],
  'meetings.take-proposed': ['Masukkan {count} butir dari alat FGD', 'Take in {count} points from the tools'],
  'meetings.tools': ['Alat FGD', 'Tools of the workshop'],
  'meetings.tools-why': [
    'Alur pertanyaan, pohon masalah, aspirasi, dan alat lain. Semuanya berjalan tanpa sinyal.',
    'Question route, problem tree, aspirations and other tools. All of them work without signal.',
  ],
})
