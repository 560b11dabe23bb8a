// Whether an archive is as it was made. Its digests show damage to anybody; whoever changes it on purpose makes them anew, but
// cannot make the proof behind them without the master key.
import { timingSafeEqual } from 'node:crypto'
import { archiveProof, vaultOf } from './keys.ts'
import type { Unpacked } from './unpack.ts'
import { both, type Link, Said } from './verb.ts'

type Archive = Pick<Unpacked, 'head' | 'keyText' | 'manifest' | 'proof'>

const loud = (indonesian: string, english: string, { say }: Pick<Link, 'say'>) => {
  say(both(`TIDAK TERBUKTI: ${indonesian}`, `NOT PROVEN: ${english}`))
  say(
    both(
      'Siapa pun yang pernah memegang arsip ini bisa mengubah peran, angka dan nama di dalamnya; cocokkan dengan kertas dan dengan ponsel (verify --against)',
      'whoever held this archive may have changed roles, figures and names in it; hold it against papers and phones (verify --against)',
    ),
  )
}

export function isProven(
  { manifest, proof }: Pick<Archive, 'manifest' | 'proof'>,
  expected: string,
): boolean {
  const [said, right] = [Buffer.from(proof), Buffer.from(expected)]
  return manifest !== '' && said.length === right.length && timingSafeEqual(said, right)
}

const refuseUnproven = () => {
  throw new Said(
    both(
      'Arsip ini dari Rembug yang lebih lama dan tidak membawa bukti. Bila Anda tahu dari mana asalnya, tambahkan --unproven',
      'this archive is of an older Rembug and carries no proof. If you know where it comes from, add --unproven',
    ),
  )
}

/** Refuses an archive that nothing proves, or that was changed; `unproven`: somebody takes an older one knowing that. */
export function prove(
  { head, keyText, manifest, proof }: Archive,
  key: string | null,
  unproven: boolean,
  link: Pick<Link, 'say'>,
): void {
  if (key === null) {
    loud(
      'tanpa kunci tidak bisa diperiksa apakah arsip ini diubah',
      'without the key nobody can tell whether this archive was changed',
      link,
    )
  } else if (head.version === 1) {
    if (!unproven) refuseUnproven()
    loud('arsip dari versi lama tidak membawa bukti', 'an archive of an older version carries no proof', link)
  } else if (!isProven({ manifest, proof }, archiveProof(vaultOf(key), manifest))) {
    throw new Said(
      both(
        'Arsip diubah setelah dibuat, tidak dipulihkan',
        'the archive was changed after it was made, not restored',
      ),
    )
  } else if (keyText !== null) {
    loud(
      'kunci ada di dalam arsip itu sendiri, jadi yang mengubah arsip bisa membuktikannya juga',
      'the key lies in the archive itself, so whoever changes the archive can prove it too',
      link,
    )
  } else link.say(both('Terbukti: arsip ini seperti saat dibuat', 'proven: the archive is as it was made'))
}
