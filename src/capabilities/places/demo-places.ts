// Places of the demonstration, all real and found by name in the shipped data (idn-area-data 4.0.1).

/** Seed 002: Tegal Panggung, in the data "Tegalpanggung", the only one: Danurejan, Kota Yogyakarta. */
export const tegalPanggung = '34.71.04.1002'

/**
 * Seeds 001 and 003: Desa Tanjung Pasir, Kabupaten Ogan Ilir. Nine villages of the nation have that name, one of
 * them in Ogan Ilir (16.10): Kecamatan Pemulutan. The one of 16.07.11 is in Banyuasin.
 */
export const tanjungPasir = '16.10.05.2036'

/** Seeds 001 and 003: Kelurahan Kampung Laut, Kuala Jambi, Kabupaten Tanjung Jabung Timur; the only one there. */
export const kampungLaut = '15.07.08.1001'

/**
 * Seed 000 names no village. Bukit Suban (Air Hitam, Sarolangun, Jambi) lies at the edge of Bukit Duabelas, where
 * Orang Rimba live: a plausible village with a KAT settlement. The settlement itself is made up.
 */
export const bukitSuban = '15.03.07.2007'

export const demoSettlement = {
  name: 'Rombong Contoh',
  people: 'Orang Rimba',
  habitat: 'forest',
  category: 'I',
  latitude: -1.86,
  longitude: 102.66,
  access: ['foot', 'four-wheel'],
} as const

export const demoVillages = [tegalPanggung, tanjungPasir, kampungLaut, bukitSuban] as const
