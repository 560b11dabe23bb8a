import { expect, test } from 'vitest'
import { statementsWrite } from './wire.ts'

test('statements that only read, or end a transaction, may run on a full disk', () => {
  for (const sql of [
    'select 1',
    ' -- why\n(select a from t) order by 1',
    'with a as (select 1) select * from a',
    'begin; set local role x; commit',
    'rollback',
    'checkpoint',
    '',
  ])
    expect([sql, statementsWrite(sql)]).toEqual([sql, false])
})

test('anything else counts as a write', () => {
  for (const sql of [
    'insert into t values (1)',
    'WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a',
    'select 1; update t set a = 1',
    '/* note */ create table t (a int)',
    'vacuum',
  ])
    expect([sql, statementsWrite(sql)]).toEqual([sql, true])
})
