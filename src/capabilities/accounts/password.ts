// What makes a password, a user name and a phone number acceptable. Both sides, so that a screen says it while typing.
import { type Refusal, reasons, refuseField } from '../../kernel/refusal.ts'

export const passwordLeast = 10
export const passwordMost = 200

/**
 * Words that people here put into passwords. A password that is such a word with only digits or signs
 * around it is refused. Drawn from published lists of leaked passwords and from what trainers report.
 */
const commonWords = new Set(
  `password passw0rd p4ssw0rd katasandi sandi rahasia rahasiaku rahasiasaya bismillah bismillahirrahmanirrahim alhamdulillah
  astaghfirullah subhanallah allahuakbar assalamualaikum insyaallah indonesia indonesiaku indonesiaraya nusantara merdeka
  garuda pancasila merahputih jakarta yogyakarta jogjakarta surabaya bandung semarang makassar palembang sayang sayangku
  sayangkamu sayangmama sayangibu cintaku cinta akucintakamu akusayangkamu iloveyou kamuselamanya mamapapa ayahibu
  bapakibu keluarga keluargaku anakku doraemon persija persib persebaya sriwijaya majapahit qwerty qwertyuiop asdfghjkl
  zxcvbnm qwerty asdf letmein welcome selamatdatang selamatpagi admin administrator root superadmin operator rembug
  fasilitator relawan kelurahan kecamatan desa lurah kades bkm lkm pnpm p2kp kotaku kemensos dinsos pemerintah
  monkey dragon football sunshine princess master shadow superman batman michael jesus yesus kristus tuhanyesus
  tuhanmemberkati hallelujah haleluya puji muhammad fatimah bolahitam sepakbola terserah lupalagi gantisandi
  passwordku sandiku sandisaya akunsaya hpku nomorhp changeme default abcd abcde abcdef abcdefg abcdefgh abcdefghij
  satuduatiga satuduatigaempat`.split(/\s+/),
)

const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
]

function isRun(text: string): boolean {
  const distinct = new Set(text).size
  return distinct <= 3 || rows.some((row) => row.includes(text) || [...row].reverse().join('').includes(text))
}

/** Whether somebody who guesses would try it early: a common word with trimmings, one word twice, or a run of keys. */
export function isCommon(password: string): boolean {
  const plain = password.toLowerCase().normalize('NFKC')
  const letters = plain.replace(/[^a-z]/g, '')
  const half = letters.slice(0, letters.length / 2)
  if (isRun(plain) || (letters.length >= 4 && isRun(letters))) return true
  if (commonWords.has(plain) || commonWords.has(letters)) return true
  if (half.length > 2 && half + half === letters && commonWords.has(half)) return true
  // Only digits, with at most a few letters: a date, a phone number, a NIK.
  return letters.length < 2
}

export function whyNotPassword(
  password: string,
  about: { user?: string | undefined; phone?: string | undefined } = {},
): Refusal[] {
  const plain = password.normalize('NFKC')
  const low = plain.toLowerCase()
  const holds = (part: string | undefined) =>
    part !== undefined && part.length >= 3 && low.includes(part.toLowerCase())
  const length = [...plain].length
  return reasons(
    length < passwordLeast && refuseField('password', 'accounts.password-short', { minimum: passwordLeast }),
    length > passwordMost && refuseField('password', 'platform.too-long', { maximum: passwordMost }),
    length >= passwordLeast && isCommon(password) && refuseField('password', 'accounts.password-common'),
    (holds(about.user) || holds(about.phone?.replace(/^\+62/, ''))) &&
      refuseField('password', 'accounts.password-has-name'),
  )
}

/** Lower-case ASCII letters, digits, dot, dash and underscore, 3 to 32, with a letter: no two names look alike. */
export const userNamePattern = /^(?=.*[a-z])[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]$/

export function isUserName(text: string): boolean {
  return userNamePattern.test(text)
}

/** An Indonesian number as +62…, from 0812-…, 62812…, +62 812 …; null when it is none. */
export function normalPhone(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s().-]/g, '')
  const national = /^(?:\+?62|0)([1-9]\d{7,11})$/.exec(plain)?.[1]
  return national ? `+62${national}` : null
}

/** What somebody typed to say who they are: a phone number, or a user name in any case. */
export function identityOf(typed: string): { phone: string } | { user: string } {
  const phone = normalPhone(typed)
  return phone ? { phone } : { user: typed.trim().toLowerCase() }
}
