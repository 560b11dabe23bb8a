// Why a chart cannot be kept, in sentences.
import { texts } from '../../../kernel/text.ts'

export const chartRefusals = texts({
  'workshops.no-such-chart': ['Bagan ini tidak ada', 'There is no such chart'],
  'workshops.chart-withdrawn': ['Bagan ini sudah ditarik', 'This chart was withdrawn'],
  'workshops.chart-no-title': ['Judul belum diisi', 'The title is empty'],
  'workshops.chart-no-facilitator': ['Pemandu belum diisi', 'The facilitator is empty'],
  'workshops.chart-nobody': ['Isi berapa orang yang ikut', 'Say how many people took part'],
  'workshops.chart-long': ['Paling banyak {most} huruf', 'At most {most} letters'],
  'workshops.chart-day': ['Tanggal belum diisi', 'The day is empty'],
  'workshops.chart-value': [
    'Ada isian yang tidak termasuk bagan ini atau di luar skalanya',
    'Something does not belong to this chart, or is off its scale',
  ],
  'workshops.month-outside': ['Ada bulan di luar 1 sampai 12', 'There is a month outside 1 to 12'],
  'workshops.no-rows': [
    'Belum ada baris. Tambahkan sedikitnya satu.',
    'There is no row yet. Add at least one.',
  ],
  'workshops.one-option': [
    'Perlu sedikitnya dua pilihan untuk dibandingkan',
    'At least two options are needed to compare',
  ],
  'workshops.rows-full': [
    'Paling banyak {most} baris, supaya muat di ponsel dan di dinding',
    'At most {most} rows, to fit on a phone and on a wall',
  ],
  'workshops.few-columns': ['Perlu sedikitnya {least} kolom', 'At least {least} columns are needed'],
  'workshops.columns-full': ['Paling banyak {most} kolom', 'At most {most} columns'],
  'workshops.row-twice': [
    '"{name}" tertulis dua kali. Gabungkan atau bedakan namanya.',
    '"{name}" is there twice. Join them, or tell them apart.',
  ],
  'workshops.row-nameless': [
    'Ada isian pada baris yang tidak bernama, atau yang sudah dihapus di perangkat lain',
    'Something stands in a row without a name, or in one that was removed on another device',
  ],
  'workshops.not-a-year': [
    '"{name}" bukan tahun antara 1900 dan tahun ini',
    '"{name}" is no year from 1900 to this one',
  ],
  'workshops.chart-clash': [
    'Isian yang sama sudah diubah di perangkat lain: {theirs} (di sini: {yours}). Pilih salah satu.',
    'The same place was filled on another device: {theirs} (here: {yours}). Choose one.',
  ],
  'workshops.chart-same': ['Belum ada yang diubah', 'Nothing was changed'],
})
