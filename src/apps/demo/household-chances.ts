// What is usual in poorer and in other households of the demonstration, as shares of a hundred.
export type Chance = (below: number) => number

type Mix = { poor: string; other: string }
const one = (poor: string, other: string): Mix => ({ poor, other })

/** By question of the home: "45 rent, 30 own" is 45 of a hundred, then 30. */
const mixes = {
  tenure: one('45 rent, 30 own, 25 free', '72 own, 28 rent'),
  floor: one('55 cement, 30 tile, 15 ceramic', '74 ceramic, 20 tile, 6 marble'),
  wall: one('54 masonry, 24 board, 22 matting', '94 masonry, 6 board'),
  roof: one('52 tile, 28 asbestos, 20 zinc', '82 tile, 10 concrete, 8 asbestos'),
  light: one('58 pln_meter, 42 pln_shared', '96 pln_meter, 4 pln_shared'),
  fuel: one('52 lpg_3, 34 wood, 14 charcoal', '74 lpg_3, 18 lpg_12, 8 electricity'),
  water: one(
    '56 unprotected_well, 24 protected_well, 20 refilled',
    '38 piped, 34 protected_well, 28 refilled',
  ),
  toilet: one('44 communal, 32 shared, 24 own', '84 own, 16 shared'),
  disposal: one('40 treatment, 34 water_body, 26 septic', '62 septic, 34 treatment, 4 water_body'),
  waste: one('46 collected, 34 thrown, 20 burned', '68 collected, 26 bank, 6 burned'),
  income_source: one('48 day_labour, 34 trade, 18 craft', '44 wage, 28 trade, 16 craft, 12 pension'),
} as const satisfies Record<string, Mix>
export type Home = Record<keyof typeof mixes, string>

/** One of the answers of a mix. */
export function drawn(chance: Chance, mix: string): string {
  let left = chance(100)
  for (const each of mix.split(', ')) {
    const [share = '', answer = ''] = each.split(' ')
    if (left < Number(share)) return answer
    left -= Number(share)
  }
  return ''
}

export const homeOf = (chance: Chance, poor: boolean): Home =>
  Object.fromEntries(
    Object.entries(mixes).map(([name, mix]) => [name, drawn(chance, poor ? mix.poor : mix.other)]),
  ) as Home

export const pick = <T>(chance: Chance, among: readonly T[]): T => among[chance(among.length)] as T

const goods = {
  poor: ['smartphone', 'smartphone tv', 'phone bicycle', 'phone', 'tv smartphone motorcycle', 'radio'],
  other: [
    'fridge tv smartphone motorcycle',
    'gas fridge tv computer smartphone motorcycle',
    'fridge tv smartphone bicycle motorcycle',
    'gas fridge ac tv gold computer smartphone motorcycle car',
  ],
}
export const goodsOf = (chance: Chance, poor: boolean) => pick(chance, poor ? goods.poor : goods.other)

export const hopes: readonly string[] = [
  'Air sumur keruh bila hujan; berharap sambungan leding.',
  'Anak ingin melanjutkan ke SMK, biaya belum ada.',
  'Warung sepi sejak pasar pindah; butuh modal kecil.',
  'Atap bocor di dua kamar.',
  'Berharap ada pelatihan kerja untuk pemuda.',
]
